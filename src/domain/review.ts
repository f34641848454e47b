import type { Role, Side } from './lifecycle.ts'
import { Refusal } from './refusal.ts'

export const REVIEW_LEVELS = ['college', 'school'] as const
/** Who reviews, in order: a school's setting, copied into the case when it begins. */
export type ReviewLevel = (typeof REVIEW_LEVELS)[number]
/** After so many hours something that waits for somebody has waited long. */
export const LONG_HOURS = 72
/** Whose turn it is; null when nobody's. */
export type Holder = Side | ReviewLevel | null

export type UnderReview = {
  readonly levels: readonly ReviewLevel[]
  /** Index into `levels` of the review that is due. */
  readonly level: number
}

/** With which college a case is: its student's, wherever the student moves. Those that have decided on it keep reading it. */
export type WithCollege = {
  readonly collegeId: string
  readonly decidedBy: readonly string[]
}

/** The colleges that have decided on a case, after a review at this level. */
export const decidedAt = (
  { collegeId, decidedBy }: WithCollege,
  level: ReviewLevel | null,
): readonly string[] =>
  level === 'college' && !decidedBy.includes(collegeId) ? [...decidedBy, collegeId] : decidedBy

export const levelDue = ({ levels, level }: UnderReview): ReviewLevel | null => levels[level] ?? null
export const isLastLevel = ({ levels, level }: UnderReview): boolean => level >= levels.length - 1

/** Who acts on a case, and when: an act is judged at one instant. `level` is the one at which a member of staff reviews. */
export type Acting = { readonly role: Role; readonly level: ReviewLevel | null; readonly at: Date }

/** A reviewer decides only at the level that is due: a college's for its own, the school's for all. */
export const isDueTo = (of: UnderReview, { level }: Pick<Acting, 'level'>): boolean =>
  level !== null && level === levelDue(of)

export function refuseUnlessDueTo(of: UnderReview, acting: Acting): void {
  if (!isDueTo(of, acting)) throw new Refusal('reviewed-at-another-level')
}

/**
 * As this person acts on a case: staff of a college (null for everybody else) that only reads it, since its student has
 * moved to another, act on it at no level.
 */
export const actingOn = (
  acting: Acting,
  college: string | null,
  { collegeId }: Pick<WithCollege, 'collegeId'>,
): Acting => (college === null || college === collegeId ? acting : { ...acting, level: null })
