import type { JournalData } from './outcome.ts'
import { Refusal } from './refusal.ts'

/**
 * For what staff have the numbers of a person shown whole (个人信息保护法 §6, §28: a stated purpose, and no more): to reach the
 * student, to make sure who it is, for a formality, for a report that is due; for anything else only in words.
 */
export const PURPOSES = ['contact', 'identity', 'formality', 'report', 'other'] as const
export type Purpose = (typeof PURPOSES)[number]
export type Looking = { readonly purpose: Purpose; readonly reason: string }

/** What the journal keeps of why somebody looked. Refuses a purpose that says nothing without words. */
export function lookingFor({ purpose, reason }: Looking): {
  readonly reason: string | null
  readonly data: JournalData
} {
  if (purpose === 'other' && reason === '') throw new Refusal('reason-needed', { field: 'reason' })
  return { reason: reason === '' ? null : reason, data: { purpose } }
}
