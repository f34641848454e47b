import { dayInChina } from '../../domain/day.ts'
import { DEMO_PIN } from '../../domain/signing/pin.ts'
import type { DemoLogin, Services } from '../services/services.ts'
import { DEMO_SCHOOL, demoRoster } from './people.ts'
import { demoOf } from './standing.ts'

export const DEMO_PASSWORD = 'Qiao-Liang-2026'

/** Who may sign in where: the names to sign in by as they are shown, and what is to be seen there. */
function demoLogins(graduationYear: number): DemoLogin[] {
  const roster = demoRoster(graduationYear)
  const student = (index: number, about: string, aboutEn: string, secret = DEMO_PASSWORD): DemoLogin => ({
    portal: 'student',
    login: roster[index]!.studentNumber,
    secret,
    about,
    aboutEn,
  })
  const others = { secret: DEMO_PASSWORD, about: '', aboutEn: '' }
  return [
    student(0, '有两份邀约待答复', 'two invitations to answer'),
    student(10, '有协议修改待答复', 'an amendment to answer'),
    student(18, '有解约申请待答复', 'a request to dissolve to answer'),
    student(23, '纸质协议被退回', 'a paper agreement that was returned'),
    student(30, '首次登录', 'first login', roster[30]!.idNumber),
    { ...others, portal: 'employer', login: 'hr1 … hr20' },
    { ...others, portal: 'school', login: 'admin, reviewer, college01 … college03' },
    { ...others, portal: 'platform', login: 'operator' },
  ]
}

const loginLine = ({ portal, login, secret, aboutEn }: DemoLogin): string => {
  const school = portal === 'student' || portal === 'school' ? `${DEMO_SCHOOL.name}  ` : ''
  return `${portal.padEnd(10)}${school}${login}  ${secret}${aboutEn && `   (${aboutEn})`}`
}

/** For the person who starts the site, a line each; the PIN that is asked for where something is signed comes last. */
export const loginLines = (of: readonly DemoLogin[]): string[] =>
  of.length === 0 ? [] : [...of.map(loginLine), `signing PIN, where one is set: ${DEMO_PIN}`]

/** The log-ins of a demo database, to be shown to whoever tries it; none when it has no demo school, or not all of it. */
export async function findDemoLogins({ db, now }: Pick<Services, 'db' | 'now'>): Promise<DemoLogin[]> {
  if ((await demoOf(db)) !== 'whole') return []
  const [found, operator] = await Promise.all([
    db
      .selectFrom('students')
      .where('schoolId', '=', DEMO_SCHOOL.code)
      .select('graduationYear')
      .executeTakeFirst(),
    db.selectFrom('users').where('portal', '=', 'platform').select('id').limit(1).executeTakeFirst(),
  ])
  if (!found) return []
  const all = demoLogins(found.graduationYear ?? Number(dayInChina(now()).split('-')[0]))
  // A demo school of before there were operators has none.
  return all.filter(({ portal }) => operator || portal !== 'platform')
}
