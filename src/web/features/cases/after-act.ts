import { createContext } from 'react'

/**
 * What follows an act that is done, where that is more than the page as it is now: it is told what was done, and says
 * it. Null where the page stays.
 */
export const AfterAct = createContext<((done: string) => void) | null>(null)
