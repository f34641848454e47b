/** Employment information 就业信息 (`domain.md` §1): derived from what holds the place, never typed in. */
export const EMPLOYMENT_STATUSES = [
  'unplaced',
  'declared',
  'signing',
  'sealing',
  'registering',
  'returned',
  'employed',
  'studying',
  'dissolving',
  'voiding',
] as const
export type EmploymentStatus = (typeof EMPLOYMENT_STATUSES)[number]

/** Nothing holds the place: an employer may still win this student. */
export type ToBeWon = 'unplaced' | 'declared'
export const isToBeWon = (status: EmploymentStatus): status is ToBeWon =>
  status === 'unplaced' || status === 'declared'
