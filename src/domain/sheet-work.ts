/** Work on a file that came as a spreadsheet: the process that does it says that it is there, and what it found is kept a while. */
import type { RefusalCode } from './refusal.ts'

/** Milliseconds between two signs of life of whoever works, and after how many without one they are gone. */
export const SIGN_OF_LIFE = 5_000
const GONE_AFTER = 60_000
/** Days for which rows and report are kept, and for which a preview waits. */
const KEPT_DAYS = 7
const DAY = 24 * 60 * 60 * 1000

/** Of what nobody has been heard of since before this, no process works on. */
export const goneSince = (at: Date): Date => new Date(at.getTime() - GONE_AFTER)
export const keptSince = (at: Date): Date => new Date(at.getTime() - KEPT_DAYS * DAY)

/** What it failed by that says nothing itself. */
export const BROKEN_OFF: RefusalCode = 'sheet-broken-off'

/** How work ends that nobody goes on with: its reader is gone, or its people have not come back. */
export const LEFT = { unread: 'failed', unwanted: 'cancelled' } as const
