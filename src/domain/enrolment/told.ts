import type { Message } from '../notification.ts'
import { answerableAgain } from '../placement.ts'
import type { Enrolment, EnrolmentAction } from './life.ts'
import { maySign } from './signing.ts'

export type Concerned = {
  readonly student: {
    readonly schoolId: string
    readonly id: string
    readonly collegeId: string
    readonly name: string
    readonly studentNumber: string
  }
  readonly invitations: readonly {
    readonly id: string
    readonly employerId: string
    readonly employerName: string
    readonly respondBy: string
  }[]
}
type Step = {
  readonly action: EnrolmentAction
  readonly from: Enrolment
  readonly to: Enrolment
  readonly reason: string | null
}

const TO_STUDENT = {
  delay: 'student.delayed',
  complete: 'student.completed',
  withdraw: 'student.withdrawn',
  'take-back': 'student.taken-back',
} as const

/**
 * The student, and the college that looks after them, of every mark; employers who wait for an answer where it cannot be given any
 * more, or again, but not why. What can be answered again the student is told of too (R18).
 */
export function enrolmentTold({ student, invitations }: Concerned, step: Step): Message[] {
  const { schoolId: school, id, collegeId, name, studentNumber } = student
  const about = { kind: 'student', id } as const
  const params = { student: name, number: studentNumber, reason: step.reason ?? '' }
  const kind = TO_STUDENT[step.action]
  const told: Message[] = [
    { kind, school, to: { studentId: id }, about, params },
    { kind: 'student.enrolment-changed', school, to: { level: 'college', collegeId }, about, params },
  ]
  const [before, after] = [maySign(step.from), maySign(step.to)]
  if (before === after) return told
  const toEmployers = invitations.map(
    ({ id: invitation, employerId, respondBy }): Message => ({
      kind: after ? 'invitation.resumed' : 'invitation.on-hold',
      school,
      to: { employerId },
      about: { kind: 'invitation', id: invitation },
      params: { student: name, day: respondBy },
    }),
  )
  const toStudent = after ? answerableAgain({ schoolId: school, studentId: id }, invitations) : []
  return [...told, ...toEmployers, ...toStudent]
}
