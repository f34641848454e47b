import type { Reason } from '../refusal.ts'
import type { Enrolment } from './life.ts'

/**
 * What a mark means for beginning anything (decision 33): who has finished without the degree may sign, for the ministry counts
 * them among the year's graduates; whose graduation is delayed signs with the year in which they graduate; who is off the roster
 * is no student of this school.
 */
export const reasonsOfEnrolment = (enrolment: Enrolment): Reason[] => {
  if (enrolment === 'delayed') return [{ code: 'student-delayed', remover: 'school', details: {} }]
  return enrolment === 'withdrawn' ? [{ code: 'student-off-roster', remover: 'school', details: {} }] : []
}

/** The same to an employer, whom it is none of its business why. */
export const reasonsAgainstInvitingAt = (enrolment: Enrolment): Reason[] =>
  reasonsOfEnrolment(enrolment).map(({ remover }) => ({ code: 'student-cannot-sign', remover, details: {} }))

export const maySign = (enrolment: Enrolment): boolean => reasonsOfEnrolment(enrolment).length === 0
