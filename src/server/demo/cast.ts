import type { FastifyInstance } from 'fastify'
import * as accounts from '../../contracts/accounts.ts'
import type { Input, Output } from '../../contracts/address.ts'
import * as agreements from '../../contracts/agreements.ts'
import * as invitations from '../../contracts/invitations.ts'
import { employerSeal, schoolSeal } from '../../contracts/seals.ts'
import * as verification from '../../contracts/verification.ts'
import { addDays, dayInChina } from '../../domain/day.ts'
import type { Terms } from '../../domain/terms.ts'
import { addUsers } from '../features/accounts/queries.ts'
import { saveAdmission } from '../features/admissions/queries.ts'
import { addEmployers } from '../features/employers/queries.ts'
import { agreeForAll } from '../features/privacy/consents.ts'
import { addSchool } from '../features/schools/queries.ts'
import { giveKnownPin } from '../features/signing/known-pin.ts'
import { addStudents } from '../features/students/roster.ts'
import { type Calling, type Visitor, visitor } from '../http/visitor.ts'
import { hashPassword } from '../services/password-hash.ts'
import type { Services } from '../services/services.ts'
import { DEMO_PASSWORD } from './log-ins.ts'
import { DEMO_EMPLOYERS, DEMO_SCHOOL, demoRoster } from './people.ts'
import { sampleTerms } from './terms.ts'

type ActEndpoint = (typeof agreements.agreementActs)[keyof typeof agreements.agreementActs]
type ActOnAgreement = <E extends ActEndpoint>(
  who: Visitor,
  endpoint: E,
  id: string,
  more: Omit<Input<E>['body'] & object, 'seenVersion'>,
) => Promise<Output<E>>
type Sent = Output<typeof invitations.sendInvitation>

/** The story's clock; it stops at the present. */
export type StoryClock = {
  readonly now: () => Date
  readonly later: (hours: number) => void
}

/** The people of the demo school, each known by their place on the roster or among the employers, and what they can do. */
export type Cast = StoryClock & {
  readonly school: string
  readonly students: readonly Visitor[]
  readonly hr: readonly Visitor[]
  /** Signs the member of another employer in, by its place among the employers. */
  readonly employer: (place: number) => Promise<Visitor>
  readonly reviewer: Visitor
  readonly administrator: Visitor
  /** The reviewer of this student's college. */
  readonly college: (student: number) => Visitor
  readonly invite: (employer: number, student: number, days: number, change?: Partial<Terms>) => Promise<Sent>
  /** Employer and student sign; the agreement's id. */
  readonly sign: (employer: number, student: number, change?: Partial<Terms>) => Promise<string>
  readonly passCollege: (student: number, agreement: string) => Promise<void>
  readonly certify: (student: number, agreement: string) => Promise<void>
  /** This person acts on the agreement as it is now, with whatever else the act asks for. */
  readonly act: ActOnAgreement
  /** The day it is in the story. */
  readonly day: () => string
  /** The day by which this year's graduates report for work. */
  readonly reportBy: string
}

export const ENGINEER = {
  position: '软件开发工程师',
  jobCategory: '13',
  probationPay: 700_000,
  regularPay: 850_000,
  regionCode: '420111',
  regionName: '湖北省武汉市洪山区',
}

const school = DEMO_SCHOOL.code
/** So many of the roster have been through the first log-in. */
const VERIFIED = 30
/** Members of employers that act in the story. */
const HR = [1, 2, 3, 4, 5, 6, 12]
/** The one employer that the school has still to admit. */
const UNADMITTED = 18

/** The school with its roster, its staff and the employers it admits. */
async function found({ db, secrets, now, passwordCost }: Services, graduationYear: number) {
  await addSchool(db, DEMO_SCHOOL)
  const employerIds = await addEmployers(db, DEMO_EMPLOYERS)
  for (const [index, id] of employerIds.entries()) {
    await saveAdmission(db, school, id, index === UNADMITTED ? 'pending' : 'approved', now())
  }
  const roster = demoRoster(graduationYear)
  const people = await addStudents(db, school, roster, { secrets, at: now() })
  const passwordHash = await hashPassword(DEMO_PASSWORD, passwordCost)
  const atSchool = { portal: 'school', schoolId: school, passwordHash } as const
  await addUsers(db, [
    { portal: 'platform', login: 'operator', name: '平台运营', passwordHash },
    { ...atSchool, login: 'admin', name: '周主任', staffRole: 'administrator' },
    { ...atSchool, login: 'reviewer', name: '李老师', staffRole: 'school_reviewer' },
    ...DEMO_SCHOOL.colleges.map(({ id, name }) => ({
      ...atSchool,
      login: `college${id}`,
      name: `${name}辅导员`,
      staffRole: 'college_reviewer' as const,
      collegeId: id,
    })),
    ...employerIds.map((employerId, index) => ({
      portal: 'employer' as const,
      employerId,
      login: `hr${index + 1}`,
      name: index === 0 ? '张先生' : `人事${index + 1}`,
      passwordHash,
    })),
  ])
  await agreeForAll(db, now())
  return { roster, people }
}

/** Founds the demo school and signs its people in through `app`, the students by their first log-in. */
export async function gatherCast(
  services: Services,
  app: FastifyInstance,
  graduationYear: number,
  clock: StoryClock,
): Promise<Cast> {
  const { roster, people } = await found(services, graduationYear)
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
    await person.call(verification.passVerification, {
      params: { school },
      body: {
        name,
        idNumberTail: idNumber.slice(-6),
        rosterConfirmed: true,
        electronicFormAgreed: true,
        phone: `139${String(70_000_000 + index)}`,
        password: DEMO_PASSWORD,
      },
    })
    return person
  }
  const students = await Promise.all(Array.from({ length: VERIFIED }, (_, index) => firstLogin(index)))
  const hr = await Promise.all(HR.map((number) => enter('employer', `hr${number}`)))
  const signers = await services.db
    .selectFrom('users')
    .where((of) =>
      of.or([
        of(
          'login',
          'in',
          roster.slice(0, VERIFIED).map(({ studentNumber }) => studentNumber),
        ),
        of(
          'login',
          'in',
          HR.map((number) => `hr${number}`),
        ),
      ]),
    )
    .select('id')
    .execute()
  await giveKnownPin(
    services,
    signers.map(({ id }) => id),
    services.now(),
  )
  const reviewer = await enter('school', 'reviewer')
  const administrator = await enter('school', 'admin')
  const colleges = await Promise.all(DEMO_SCHOOL.colleges.map(({ id }) => enter('school', `college${id}`)))

  const drawn = { body: { made: 'drawn' as const } }
  await administrator.call(schoolSeal.choose, { params: { school }, ...drawn })
  await Promise.all(hr.map((owner) => owner.call(employerSeal.choose, drawn)))

  const day = () => dayInChina(clock.now())
  const reportBy = `${graduationYear}-07-10`
  const college = (student: number) => colleges[student % colleges.length]!
  const act: ActOnAgreement = async (person, endpoint, id, more) => {
    const { version } = await person.call(agreements.getAgreement, { params: { school, id } })
    const body = { seenVersion: version, ...more }
    // What `more` lacks does not compile above; the compiler cannot add it up again here.
    const given = [{ params: { school, id }, body }] as unknown as Calling<typeof endpoint>
    return person.call(endpoint, ...given)
  }
  const invite: Cast['invite'] = (from, to, days, change = {}) =>
    hr[from]!.call(invitations.sendInvitation, {
      params: { school },
      body: {
        studentId: people[to]!.id,
        studentName: people[to]!.name,
        noticeVersion: 1,
        respondBy: addDays(day(), days),
        terms: { ...sampleTerms(reportBy), ...change },
      },
    })
  const sign: Cast['sign'] = async (from, to, change = ENGINEER) => {
    const { id, version, termsHash, notice } = await invite(from, to, 7, change)
    const accepted = await students[to]!.call(invitations.invitationActs.accept, {
      params: { school, id },
      body: { seenVersion: version, termsHash, noticeVersion: notice.version, confirmed: true },
    })
    return accepted.agreementId!
  }
  const passCollege: Cast['passCollege'] = async (student, agreement) => {
    await act(college(student), agreements.agreementActs.pass, agreement, {})
  }
  const certify: Cast['certify'] = async (student, agreement) => {
    await passCollege(student, agreement)
    clock.later(5)
    await act(reviewer, agreements.agreementActs.pass, agreement, {})
  }
  return {
    ...clock,
    school,
    students,
    hr,
    employer: (place) => enter('employer', `hr${place + 1}`),
    reviewer,
    administrator,
    college,
    invite,
    sign,
    passCollege,
    certify,
    act,
    day,
    reportBy,
  }
}
