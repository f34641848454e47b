import * as accounts from '../../contracts/accounts.ts'
import * as agreements from '../../contracts/agreements.ts'
import * as invitations from '../../contracts/invitations.ts'
import * as verification from '../../contracts/verification.ts'
import { addDays, dayInChina } from '../../domain/day.ts'
import type { Terms } from '../../domain/terms.ts'
import { sweep } from '../background/sweep.ts'
import { hashPassword } from '../features/accounts/password-hash.ts'
import { addUsers, forgetVisits } from '../features/accounts/queries.ts'
import { addEmployers, saveAdmission } from '../features/employers/queries.ts'
import { addSchool } from '../features/schools/queries.ts'
import { addStudents } from '../features/students/roster.ts'
import { buildApp } from '../http/app.ts'
import { type Calling, visitor } from '../http/visitor.ts'
import type { Services } from '../services/services.ts'
import { type ActOnAgreement, type Cast, playBeginnings, playLifeChanges } from './life-changes.ts'
import { DEMO_EMPLOYERS, DEMO_SCHOOL, demoRoster } from './people.ts'
import { sampleTerms } from './terms.ts'

export const DEMO_PASSWORD = 'Qiao-Liang-2026'
const school = DEMO_SCHOOL.code

const VERIFIED = 30

/** Makes the demo school and plays its story through HTTP, as its people would, from twelve days ago until now. */
export async function playDemo(services: Services): Promise<string[]> {
  const { db } = services
  const end = services.now()
  let clock = new Date(end.getTime() - 12 * 24 * 60 * 60 * 1000)
  const year = Number(dayInChina(end).slice(0, 4)) + (dayInChina(end).slice(5) > '08-31' ? 1 : 0)
  const app = await buildApp({ ...services, now: () => clock, webRoot: null })
  const later = (hours: number) => {
    clock = new Date(Math.min(clock.getTime() + hours * 60 * 60 * 1000, end.getTime()))
  }

  await addSchool(db, DEMO_SCHOOL)
  const employerIds = await addEmployers(db, DEMO_EMPLOYERS)
  for (const [index, id] of employerIds.entries()) {
    await saveAdmission(db, school, id, index === 18 ? 'pending' : 'approved')
  }
  const roster = demoRoster(year)
  const people = await addStudents(db, school, roster, services.secrets)
  const passwordHash = await hashPassword(DEMO_PASSWORD)
  await addUsers(db, [
    {
      portal: 'school',
      schoolId: school,
      login: 'admin',
      name: '周主任',
      staffRole: 'administrator',
      passwordHash,
    },
    {
      portal: 'school',
      schoolId: school,
      login: 'reviewer',
      name: '李老师',
      staffRole: 'school_reviewer',
      passwordHash,
    },
    ...DEMO_SCHOOL.colleges.map(({ id, name }) => ({
      portal: 'school' as const,
      schoolId: school,
      login: `college${id}`,
      name: `${name}辅导员`,
      staffRole: 'college_reviewer' as const,
      collegeId: id,
      passwordHash,
    })),
    ...employerIds.map((employerId, index) => ({
      portal: 'employer' as const,
      employerId,
      login: `hr${index + 1}`,
      name: index === 0 ? '张先生' : `人事${index + 1}`,
      passwordHash,
    })),
  ])

  const enter = async (portal: 'student' | 'employer' | 'school', login: string, secret = DEMO_PASSWORD) => {
    const person = visitor(app, null, { 'user-agent': 'demo' })
    await person.call(accounts.signIn, {
      body: { portal, login, secret, ...(portal !== 'employer' && { school }) },
    })
    return person
  }
  const firstLogin = async (index: number) => {
    const { studentNumber, name, idNumber } = roster[index]!
    const person = await enter('student', studentNumber, idNumber)
    const body = {
      name,
      idNumberTail: idNumber.slice(-6),
      rosterConfirmed: true as const,
      electronicFormAgreed: true as const,
    }
    const phone = `139${String(70_000_000 + index)}`
    await person.call(verification.passVerification, {
      params: { school },
      body: { ...body, phone, password: DEMO_PASSWORD },
    })
    return person
  }
  const students = await Promise.all(Array.from({ length: VERIFIED }, (_, index) => firstLogin(index)))
  const hr = await Promise.all(employerIds.slice(0, 6).map((_, index) => enter('employer', `hr${index + 1}`)))
  const reviewer = await enter('school', 'reviewer')
  const colleges = await Promise.all(DEMO_SCHOOL.colleges.map(({ id }) => enter('school', `college${id}`)))

  const reportBy = `${year}-07-10`
  const invite = (from: number, to: number, days: number, change: Partial<Terms> = {}) =>
    hr[from]!.call(invitations.sendInvitation, {
      params: { school },
      body: {
        studentId: people[to]!.id,
        studentName: people[to]!.name,
        respondBy: addDays(dayInChina(clock), days),
        terms: { ...sampleTerms(reportBy), ...change },
      },
    })
  const engineer = {
    position: '软件开发工程师',
    jobCategory: '13',
    probationPay: 700_000,
    regularPay: 850_000,
    regionCode: '420111',
    regionName: '湖北省武汉市洪山区',
  }
  type Sent = Awaited<ReturnType<typeof invite>>
  const accept = async (to: number, { id, version, termsHash }: Sent) => {
    const body = { seenVersion: version, termsHash, confirmed: true as const }
    const accepted = await students[to]!.call(invitations.invitationActs.accept, {
      params: { school, id },
      body,
    })
    return accepted.agreementId!
  }
  const act: ActOnAgreement = async (person, endpoint, id, more) => {
    const { version } = await person.call(agreements.getAgreement, { params: { school, id } })
    const body = { seenVersion: version, ...more }
    // What `more` lacks does not compile above; the compiler cannot add it up again here.
    const given = [{ params: { school, id }, body }] as unknown as Calling<typeof endpoint>
    return person.call(endpoint, ...given)
  }
  const passCollege = (to: number, id: string) =>
    act(colleges[to % 3]!, agreements.agreementActs.pass, id, {})
  const certify = async (to: number, id: string) => {
    await passCollege(to, id)
    later(5)
    await act(reviewer, agreements.agreementActs.pass, id, {})
  }
  const sign = async (from: number, to: number, change: Partial<Terms> = engineer) =>
    accept(to, await invite(from, to, 7, change))

  const cast: Cast = {
    school,
    students,
    hr,
    reviewer,
    college: (to) => colleges[to % 3]!,
    sign,
    certify,
    act,
    later,
    day: () => dayInChina(clock),
    reportBy,
  }
  await playBeginnings(cast)
  const effective = await sign(1, 3)
  await certify(3, effective)
  const fulfilled = await sign(2, 14, { ...engineer, position: '机械工程师' })
  await certify(14, fulfilled)
  await act(hr[2]!, agreements.agreementActs.fulfil, fulfilled, {})
  await invite(3, 8, 2, engineer)
  later(30)
  const rejected = await sign(4, 5)
  await act(colleges[5 % 3]!, agreements.agreementActs.reject, rejected, {
    reason: '单位名称与公章不符，请与单位核实后重新签约',
  })
  const declined = await invite(1, 6, 7, engineer)
  const reason = '已决定继续深造'
  await students[6]!.call(invitations.invitationActs.decline, {
    params: { school, id: declined.id },
    body: { seenVersion: 1, reason },
  })
  const withdrawn = await invite(2, 7, 7)
  await hr[2]!.call(invitations.invitationActs.withdraw, {
    params: { school, id: withdrawn.id },
    body: { seenVersion: 1, reason: '该岗位招聘计划已取消' },
  })
  const cancelled = await sign(3, 13)
  await act(students[13]!, agreements.agreementActs['ask-cancellation'], cancelled, {
    reason: '双方协商一致，另行签约',
  })
  await act(hr[3]!, agreements.agreementActs['confirm-cancellation'], cancelled, {})
  later(72)
  await sweep({ ...services, now: () => clock })
  const revised = await invite(0, 9, 12)
  await hr[0]!.call(invitations.invitationActs.revise, {
    params: { school, id: revised.id },
    body: {
      seenVersion: 1,
      respondBy: addDays(revised.respondBy, 2),
      terms: { ...revised.terms, regularPay: 380_000, probationPay: 290_000 },
    },
  })
  await sign(1, 1)
  const atSchool = await sign(2, 2)
  await passCollege(2, atSchool)
  const returned = await sign(3, 4)
  await act(colleges[4 % 3]!, agreements.agreementActs.return, returned, {
    reason: '请补充实际工作地点的详细地址',
  })
  const amended = await sign(4, 10)
  const { terms } = await hr[4]!.call(agreements.getAgreement, { params: { school, id: amended } })
  await act(hr[4]!, agreements.agreementActs['propose-amendment'], amended, {
    terms: { ...terms, regularPay: 900_000, workAddress: '示范路8号' },
  })
  const again = await sign(5, 11)
  const proposal = await act(hr[5]!, agreements.agreementActs['propose-amendment'], again, {
    terms: { ...terms, penalty: 100_000 },
  })
  await act(students[11]!, agreements.agreementActs['accept-amendment'], again, {
    termsHash: proposal.amendment!.termsHash,
    confirmed: true as const,
  })
  const cancelling = await sign(0, 12, {})
  await act(students[12]!, agreements.agreementActs['ask-cancellation'], cancelling, {
    reason: '希望调整工作地点',
  })
  await playLifeChanges(cast)
  clock = new Date(end.getTime() - 5 * 60 * 60 * 1000)
  await sweep({ ...services, now: () => clock })
  await sign(1, 15)
  await invite(0, 15, 6)
  await invite(0, 0, 5)
  await invite(1, 0, 3, engineer)
  await invite(2, 5, 8, engineer)
  await invite(0, 25, 6)
  await invite(2, 17, 6, engineer)

  clock = end
  await forgetVisits(db)
  await app.close()
  return demoLogins(
    roster.map(({ studentNumber }) => studentNumber),
    roster[30]!.idNumber,
  )
}

const demoLogins = (numbers: readonly string[], firstSecret: string) => [
  `student   ${DEMO_SCHOOL.name}  ${numbers[0]}  ${DEMO_PASSWORD}   (two invitations to answer)`,
  `student   ${DEMO_SCHOOL.name}  ${numbers[10]}  ${DEMO_PASSWORD}   (an amendment to answer)`,
  `student   ${DEMO_SCHOOL.name}  ${numbers[18]}  ${DEMO_PASSWORD}   (a request to dissolve to answer)`,
  `student   ${DEMO_SCHOOL.name}  ${numbers[23]}  ${DEMO_PASSWORD}   (a paper agreement that was returned)`,
  `student   ${DEMO_SCHOOL.name}  ${numbers[30]}  ${firstSecret}   (first login)`,
  `employer  hr1 … hr20  ${DEMO_PASSWORD}`,
  `school    ${DEMO_SCHOOL.name}  admin, reviewer, college01 … college03  ${DEMO_PASSWORD}`,
]

/** The log-ins to print at every start of a demo database; null when it has no demo school. */
export async function findDemoLogins({ db, now }: Services): Promise<string[] | null> {
  const found = await db
    .selectFrom('students')
    .where('schoolId', '=', school)
    .select('graduationYear')
    .executeTakeFirst()
  if (!found) return null
  const roster = demoRoster(found.graduationYear ?? now().getFullYear())
  return demoLogins(
    roster.map(({ studentNumber }) => studentNumber),
    roster[30]!.idNumber,
  )
}
