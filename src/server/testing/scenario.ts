import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { inject as given } from 'vitest'
import * as agreements from '../../contracts/agreements.ts'
import { uploadEvidence } from '../../contracts/evidence.ts'
import * as invitations from '../../contracts/invitations.ts'
import type { Settings } from '../../contracts/schools.ts'
import { addDays, dayInChina } from '../../domain/day.ts'
import { withCreditCheck, withResidentCheck } from '../../domain/identifiers.ts'
import type { Terms } from '../../domain/terms.ts'
import { APPLICATION_ROLE, connect } from '../db/database.ts'
import { sampleTerms } from '../demo/story.ts'
import { addUsers, type NewUser } from '../features/accounts/queries.ts'
import { openSession } from '../features/accounts/sessions.ts'
import { addEmployers, saveAdmission } from '../features/employers/queries.ts'
import { addSchool } from '../features/schools/queries.ts'
import { addStudents } from '../features/students/roster.ts'
import { buildApp } from '../http/app.ts'
import { type Visitor, visitor } from '../http/visitor.ts'
import { openFiles } from '../services/files.ts'
import { openJobs } from '../services/jobs.ts'
import type { Mail } from '../services/mail.ts'
import { secretsFrom } from '../services/secrets.ts'
import type { Services } from '../services/services.ts'
import { freshDatabase } from './template.ts'

const SETTINGS: Settings = {
  agreementLevels: ['school'],
  dissolutionLevels: ['school'],
  destinationLevels: ['school'],
  answerDays: 7,
  coolDownDays: 0,
  breachLimit: null,
  window: null,
  alertAt: 5,
  minDays: 1,
  defaultDays: 5,
  maxDays: 30,
  declineNeedsReason: false,
}
/** The least that is told to be a PDF. */
export const SMALL_PDF = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
)
const START = '2026-06-01T10:00:00+08:00'

/**
 * The real app, twice, on a database of its own, with a clock that the test sets. Jobs are enqueued; who wants them done
 * calls `startWorkers`.
 */
export async function startScenario(mail: Mail | null = null) {
  const database = await freshDatabase(given('clusterUrl'))
  const owner = connect({ url: database.url, poolSize: 2 })
  const statements: string[] = []
  const db = connect({ url: database.url, role: APPLICATION_ROLE, poolSize: 8 }, ({ sql }) =>
    statements.push(sql),
  )
  const secondDb = connect({ url: database.url, role: APPLICATION_ROLE, poolSize: 8 })
  const folder = await mkdtemp(join(tmpdir(), 'qianyue-files-'))
  const faults: Error[] = []
  const openQueue = () =>
    openJobs({
      url: database.url,
      sendsMail: mail !== null,
      onFault: (fault) => faults.push(fault),
      keepsOrder: false,
    })
  const [queue, secondQueue] = await Promise.all([openQueue(), openQueue()])
  let clock = new Date(START)
  const services: Services = {
    db,
    now: () => clock,
    secrets: secretsFrom('a secret for tests, thirty-two characters'),
    jobs: queue.jobs,
    mail,
    files: openFiles(folder),
    baseUrl: 'http://localhost:3000',
    trustedProxies: [],
    logLevel: 'silent',
    webRoot: null,
  }
  const app = await buildApp(services)
  const secondServices: Services = { ...services, db: secondDb, jobs: secondQueue.jobs }
  const second = await buildApp(secondServices)
  let made = 0

  const enter = async (user: Omit<NewUser, 'name' | 'login'> & { name?: string; login?: string }) => {
    made++
    const login = user.login ?? `user${made}`
    await addUsers(db, [{ name: `人员${made}`, ...user, login }])
    return entered(user.portal, user.portal === 'employer' ? null : (user.schoolId ?? null), login)
  }
  const entered = async (portal: NewUser['portal'], school: string | null, login: string) => {
    const { id } = await db
      .selectFrom('users')
      .where('portal', '=', portal)
      .where('schoolId', school === null ? 'is' : '=', school)
      .where('login', '=', login)
      .select('id')
      .executeTakeFirstOrThrow()
    const token = await openSession(db, id, { ip: '127.0.0.1', userAgent: 'test' }, clock)
    return { userId: id, token, first: visitor(app, token), second: visitor(second, token) }
  }

  const school = async (settings: Partial<Settings> = {}, code = String(10_000 + made++)) => {
    const words = { name: `学校${code}`, nameEn: `School ${code}`, notice: '须知', noticeEn: 'Notice' }
    await addSchool(db, {
      code,
      ...words,
      settings: { ...SETTINGS, ...settings },
      colleges: [
        { id: '01', name: '一院' },
        { id: '02', name: '二院' },
      ],
    })
    return code
  }
  const student = async (
    at: string,
    more: { verified?: boolean; college?: string; designatedEmployer?: string } = {},
  ) => {
    const number = `2022${String(++made).padStart(6, '0')}`
    const idNumber = withResidentCheck(`42011120040101${String(made % 1000).padStart(3, '0')}`)
    const { verified = true, college = '01', ...rest } = more
    const row = { collegeId: college, studentNumber: number, name: `学生${made}`, idNumber, ...rest }
    const study = {
      educationLevel: '31',
      majorCode: '080901',
      majorName: '计算机',
      className: '一班',
      graduationYear: 2026,
    }
    const [person] = await addStudents(db, at, [{ ...row, ...study }], services.secrets)
    if (verified)
      await db.updateTable('students').set({ verifiedAt: clock }).where('id', '=', person!.id).execute()
    return { ...person!, idNumber, school: at, ...(await entered('student', at, number)) }
  }
  const employer = async (at: string, status: Parameters<typeof saveAdmission>[3] = 'approved') => {
    made++
    const creditCode = withCreditCheck(`91420100MA4T${String(made).padStart(5, '0')}`)
    const name = `单位${made}`
    const [id] = await addEmployers(db, [{ name, creditCode, profile: {} }])
    await saveAdmission(db, at, id!, status)
    return { id: id!, name, creditCode, ...(await enter({ portal: 'employer', employerId: id! })) }
  }
  type Student = Awaited<ReturnType<typeof student>>
  type Employer = Awaited<ReturnType<typeof employer>>

  const invite = (from: { first: Visitor }, to: Student, change: Partial<Terms> = {}, days = 5) =>
    from.first.call(invitations.sendInvitation, {
      params: { school: to.school },
      body: {
        studentId: to.id,
        studentName: to.name,
        respondBy: addDays(dayInChina(clock), days),
        terms: { ...sampleTerms('2026-07-10'), ...change },
      },
    })
  const acceptance = ({ id, version, termsHash, school: at }: Awaited<ReturnType<typeof invite>>) => ({
    params: { school: at.code, id },
    body: { seenVersion: version, termsHash, confirmed: true },
  })
  const sign = async (from: Employer, to: Student) => {
    const accepted = await to.first.call(invitations.acceptInvitation, acceptance(await invite(from, to)))
    return to.first.call(agreements.getAgreement, {
      params: { school: to.school, id: accepted.agreementId! },
    })
  }

  /** Passed by the school, where that is the one level. */
  const certify = async (
    { id, school: at }: { id: string; school: { code: string } },
    reviewer: { first: Visitor },
  ) => {
    const params = { school: at.code, id }
    const { version } = await reviewer.first.call(agreements.getAgreement, { params })
    return reviewer.first.call(agreements.passAgreement, { params, body: { seenVersion: version } })
  }
  /** A small PDF that this person has uploaded and not yet used; its id. */
  const scan = async (person: Visitor, at: string, name = '扫描件.pdf') => {
    const file = { params: { school: at }, query: { name }, file: SMALL_PDF }
    return (await person.call(uploadEvidence, file)).id
  }

  return {
    app,
    second,
    db,
    owner,
    services,
    secondServices,
    queue,
    secondQueue,
    /** What went wrong in the background of the queues. */
    faults,
    statements,
    url: database.url,
    /** Where uploaded files are kept. */
    folder,
    now: () => clock,
    setClock: (instant: string) => {
      clock = new Date(instant)
    },
    visitor: (token: string | null = null, headers?: Record<string, string>) => visitor(app, token, headers),
    enter,
    school,
    student,
    employer,
    staff: (at: string, staffRole: NonNullable<NewUser['staffRole']>, collegeId?: string) =>
      enter({ portal: 'school', schoolId: at, staffRole, ...(collegeId && { collegeId }) }),
    invite,
    acceptance,
    sign,
    certify,
    scan,
    journal: (subject: string) =>
      db.selectFrom('journal').where('subject', '=', subject).selectAll().orderBy('seq').execute(),
    anId: () => uuidv7(),
    async stop() {
      await app.close()
      await second.close()
      await Promise.all([queue.stop(), secondQueue.stop()])
      await Promise.all([db.destroy(), secondDb.destroy(), owner.destroy()])
      // Dropping ends whatever connection is left by force, which is no fault of the queues.
      const [fault] = faults
      await database.drop()
      await rm(folder, { recursive: true })
      if (fault) throw fault
    },
  }
}
export type Scenario = Awaited<ReturnType<typeof startScenario>>
