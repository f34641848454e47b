import { dayInChina, daysBetween } from '../day.ts'
import { Refusal } from '../refusal.ts'

/** Where a sealed document is that was ordered; `removed`: it was sealed, and says nothing any more, for its time is over. */
export const SEAL_STATES = ['waiting', 'sealed', 'given-up', 'removed'] as const
export type SealState = (typeof SEAL_STATES)[number]

/** Ordered, and neither sealed nor given up. */
export const isBeingSealed = (seal: SealState): boolean => seal === 'waiting'

/** Why a seal was given up, where it is not a character that no font has. */
export const TRIED_TOO_OFTEN = 'tried-too-often'

/** Days after which nobody is told any more that a document is sealed: an upgrade seals what came about long ago. */
const NEWS_DAYS = 30

/** Whether its seal is news to whoever it concerns; `since`: when what it says came about, null where it has not. */
export const isNews = (since: Date | null, sealedAt: Date): boolean =>
  since !== null && daysBetween(dayInChina(since), dayInChina(sealedAt)) <= NEWS_DAYS

export const DOCUMENT_FORMS = ['sealed', 'copy'] as const
/** The document as it was sealed, which is kept; or as it stands now, which is made when it is asked for and has no seal. */
export type DocumentForm = (typeof DOCUMENT_FORMS)[number]

/** Refuses what was removed: what is left of it shows neither what was signed nor by which seals, and no copy of it is made. */
export function refuseRemoved(seal: SealState | null): void {
  if (seal === 'removed') throw new Refusal('pdf-removed')
}

/** Refuses what is asked for before it is there, or when it is there no more. */
export function refuseUnlessSealed(seal: SealState | null): void {
  refuseRemoved(seal)
  if (seal !== null && isBeingSealed(seal)) throw new Refusal('pdf-being-sealed')
  if (seal !== 'sealed') throw new Refusal('pdf-not-sealed')
}
