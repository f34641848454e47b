import type { EventName } from './event.ts'

type Events = {
  /** In the school's journal: who has taken it, why, which and how much. */
  readonly all: EventName
  /** In the journal of each student who is in it. */
  readonly each: Extract<EventName, `student.${string}`>
}

/** What leaves the product as a file of many: roster data, numbers whole, the files of their cases, who stands behind a figure, a report by a template, where files have gone, who has no work yet, all that a school has, or its file for an audit. */
export const TAKEN = {
  roster: { all: 'school.download-roster', each: 'student.download-data' },
  evidence: { all: 'school.take-evidence', each: 'student.take-evidence' },
  figures: { all: 'school.take-figures', each: 'student.download-data' },
  export: { all: 'school.take-export', each: 'student.download-data' },
  transfers: { all: 'school.take-transfers', each: 'student.download-data' },
  referrals: { all: 'school.take-referrals', each: 'student.download-data' },
  everything: { all: 'school.take-everything', each: 'student.download-data' },
  audit: { all: 'school.take-audit', each: 'student.take-evidence' },
} as const satisfies Record<string, Events>
export type Taken = keyof typeof TAKEN
export const TAKEN_KINDS = Object.keys(TAKEN) as [Taken, ...Taken[]]
