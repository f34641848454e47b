import type { Message } from './notification.ts'
import { Refusal } from './refusal.ts'

/**
 * By what a student opens the account the first time (R20): the ID number, alone or with a second fact of the roster, or
 * only an activation code of the school. A code opens it under each of these rules.
 */
export const FIRST_LOGIN_WAYS = ['id-number', 'exam-number', 'phone-tail', 'activation-code'] as const
export type FirstLoginRules = {
  firstLoginBy: (typeof FIRST_LOGIN_WAYS)[number]
  /** So many wrong tries, over days and from anywhere, close it until the school opens it again. */
  firstLoginTries: number
}

/** How somebody came in. */
export const ENTRIES = ['password', 'id-number', 'activation-code', 'university', 'passkey'] as const
export type Entry = (typeof ENTRIES)[number]

export const SECOND_FACTS = ['exam-number', 'phone-tail'] as const
export type SecondFact = (typeof SECOND_FACTS)[number]

export type FirstLoginFacts = {
  readonly closedAt: Date | null
  readonly verifiedAt: Date | null
  /** False of who was taken off it; null of who was never on one. */
  readonly onRoster: boolean | null
}

/** Nobody comes for the first time who is no student of the school; who has come before still reads what is theirs (decision 33). */
export function refuseFirstLoginOffRoster({ verifiedAt, onRoster }: Omit<FirstLoginFacts, 'closedAt'>): void {
  if (verifiedAt === null && onRoster === false) throw new Refusal('first-login-off-roster')
}

/** Whether the roster's data opens it now; an activation code does in any case. */
export const opensByRoster = (
  { closedAt, verifiedAt }: Omit<FirstLoginFacts, 'onRoster'>,
  rules: FirstLoginRules,
): boolean => verifiedAt === null && closedAt === null && rules.firstLoginBy !== 'activation-code'

/** What is asked beside name and ID number; nothing of who came with a code, which the school has handed out itself. */
export const secondFactFor = (entry: Entry, { firstLoginBy }: FirstLoginRules): SecondFact | null =>
  entry === 'id-number' ? (SECOND_FACTS.find((fact) => fact === firstLoginBy) ?? null) : null

const CODE_DAYS = 7

/** The last instant at which a code that is made now can be used. */
export const codeLastsUntil = (at: Date): Date => new Date(at.getTime() + CODE_DAYS * 24 * 60 * 60 * 1000)

type Student = {
  readonly school: string
  readonly id: string
  readonly name: string
  readonly studentNumber: string
  readonly collegeId: string
}

/** The student, and those who can open it again, are told that too many wrong tries have closed it. */
export function toldOfClosing({ school, id, name, studentNumber, collegeId }: Student): Message[] {
  const about = { kind: 'student', id } as const
  const params = { student: name, number: studentNumber }
  return [
    { kind: 'account.first-login-closed', school, to: { studentId: id }, about, params },
    ...(['college', 'school'] as const).map(
      (level): Message => ({
        kind: 'student.first-login-closed',
        school,
        to: { level, collegeId },
        about,
        params,
      }),
    ),
  ]
}
