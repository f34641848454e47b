import { createContext } from 'react'

/** Ends the session of whoever does not agree to the notice. */
export const Leaving = createContext<() => void>(() => {})
