import type { ReviewLevel } from '../../../domain/agreement.ts'
import type { Person } from '../accounts/sessions.ts'

type UnderReview = { readonly levels: readonly ReviewLevel[]; readonly level: number }

/** A reviewer decides only at the level that is due: a college's for its own, the school's for all. */
export const reviewsNow = ({ levels, level }: UnderReview, person: Person): boolean =>
  levelOf(person) === levels[level]

/** The level at which this member of staff reviews. */
export const levelOf = (person: Person): ReviewLevel =>
  person.staffRole === 'college_reviewer' ? 'college' : 'school'
