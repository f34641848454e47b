import { createContext } from 'react'

/** Keeps the gate of the second factor open while it shows what is shown once, though nothing is lacking any more. */
export const Held = createContext<(held: boolean) => void>(() => {})
