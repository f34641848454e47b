import { addDays, addMonths, dayInChina, endOfDayInChina } from './day.ts'

/**
 * What a school lets go of after years (PIPL arts. 19, 47): roster rows that nobody signed with, résumés, evidence of what has ended,
 * accounts, and what sealed documents of graduates say whose account is closed.
 */
export const RETENTION_KINDS = ['roster', 'resume', 'evidence', 'account', 'document'] as const
export type RetentionKind = (typeof RETENTION_KINDS)[number]

/**
 * Claims can be brought for three years from when one knows of them (Civil Code art. 188): so long evidence is kept, what was
 * sealed for two more, and the agreement itself always.
 */
export const LEAST_YEARS: Readonly<Record<RetentionKind, number>> = {
  roster: 1,
  resume: 1,
  evidence: 3,
  account: 1,
  document: 5,
}
export const MOST_YEARS = 50

/** Years after that of graduation; null keeps it. */
export type RetentionRules = Readonly<Record<RetentionKind, number | null>>
export const KEEPS_ALL: RetentionRules = {
  roster: null,
  resume: null,
  evidence: null,
  account: null,
  document: null,
}

/** The last year of graduation whose people's are let go of now: `years` whole calendar years have passed since it ended. */
export const lastYearToGo = (years: number, at: Date): number =>
  Number(dayInChina(at).slice(0, 4)) - years - 1

/** What ended, or was uploaded, at this instant or later is evidence that is still kept, whenever its student graduated. */
export const evidenceKeptSince = (at: Date): Date =>
  endOfDayInChina(addDays(addMonths(dayInChina(at), -12 * LEAST_YEARS.evidence), -1))
