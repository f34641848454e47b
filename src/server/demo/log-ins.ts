import { dayInChina } from '../../domain/day.ts'
import type { Services } from '../services/services.ts'
import { DEMO_SCHOOL, demoRoster } from './people.ts'
import { demoOf } from './standing.ts'

export const DEMO_PASSWORD = 'Qiao-Liang-2026'

/** Who may sign in where, a line each. */
export function demoLogins(graduationYear: number): string[] {
  const roster = demoRoster(graduationYear)
  const student = (index: number, secret: string, note: string) =>
    `student   ${DEMO_SCHOOL.name}  ${roster[index]!.studentNumber}  ${secret}   (${note})`
  return [
    student(0, DEMO_PASSWORD, 'two invitations to answer'),
    student(10, DEMO_PASSWORD, 'an amendment to answer'),
    student(18, DEMO_PASSWORD, 'a request to dissolve to answer'),
    student(23, DEMO_PASSWORD, 'a paper agreement that was returned'),
    student(30, roster[30]!.idNumber, 'first login'),
    `employer  hr1 … hr20  ${DEMO_PASSWORD}`,
    `school    ${DEMO_SCHOOL.name}  admin, reviewer, college01 … college03  ${DEMO_PASSWORD}`,
    `platform  operator  ${DEMO_PASSWORD}`,
  ]
}

/** The log-ins to print at every start of a demo database; null when it has no demo school, or not all of it. */
export async function findDemoLogins({ db, now }: Services): Promise<string[] | null> {
  if ((await demoOf(db)) !== 'whole') return null
  const [found, operator] = await Promise.all([
    db
      .selectFrom('students')
      .where('schoolId', '=', DEMO_SCHOOL.code)
      .select('graduationYear')
      .executeTakeFirst(),
    db.selectFrom('users').where('portal', '=', 'platform').select('id').limit(1).executeTakeFirst(),
  ])
  if (!found) return null
  const all = demoLogins(found.graduationYear ?? Number(dayInChina(now()).split('-')[0]))
  // A demo school of before there were operators has none.
  return all.filter((line) => operator || !line.startsWith('platform'))
}
