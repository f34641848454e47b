import type { OwnKey } from '../own-field/field.ts'

/** How the roster is read by staff: in which order, and which columns of it. */

/** Each with an index of the database; behind it stands the student number, which is one student's. */
export const ROSTER_SORTS = ['number', 'name', 'class', 'year'] as const
export type RosterSort = (typeof ROSTER_SORTS)[number]
export const ROSTER_ORDERS = ['asc', 'desc'] as const

export const LIST_COLUMNS = [
  'name',
  'studentNumber',
  'college',
  'major',
  'className',
  'educationLevel',
  'graduationYear',
  'enrolment',
  'verification',
  'employment',
  'category',
  'holder',
] as const
/** Of ours, or a field of the school's own. */
export type ListColumn = (typeof LIST_COLUMNS)[number] | OwnKey

/** So many filters one person keeps. */
export const MOST_FILTERS = 20
