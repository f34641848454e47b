import { createContext } from 'react'

/**
 * Within it an act has no button: its dialog is open from the beginning, says whom it is about, and `onEnd` follows once it is
 * closed. So it is where a card is let go over a column, or an entry of a menu is chosen. Null where each act has its button.
 */
export const Begun = createContext<{ readonly of: string; readonly onEnd: () => void } | null>(null)
