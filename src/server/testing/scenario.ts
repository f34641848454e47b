import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { expect, inject as given } from 'vitest'
import { uploadForAdmission } from '../../contracts/admissions.ts'
import * as agreements from '../../contracts/agreements.ts'
import { uploadEvidence } from '../../contracts/evidence.ts'
import * as invitations from '../../contracts/invitations.ts'
import { addDays, dayInChina } from '../../domain/day.ts'
import { withCreditCheck, withResidentCheck } from '../../domain/identifiers.ts'
import { DEFAULT_SETTINGS, type Settings } from '../../domain/settings.ts'
import type { Terms } from '../../domain/terms.ts'
import { connect } from '../db/database.ts'
import { sampleTerms } from '../demo/terms.ts'
import { addUsers, type NewUser } from '../features/accounts/queries.ts'
import { openSession } from '../features/accounts/sessions.ts'
import { saveAdmission } from '../features/admissions/queries.ts'
import { addEmployers } from '../features/employers/queries.ts'
import { agreeForAll } from '../features/privacy/consents.ts'
import { addSchool } from '../features/schools/queries.ts'
import { giveKnownPin } from '../features/signing/known-pin.ts'
import { addStudents, type RosterRow } from '../features/students/roster.ts'
import { buildApp } from '../http/app.ts'
import { type Visitor, visitor } from '../http/visitor.ts'
import { openLog } from '../services/log.ts'
import type { Mail } from '../services/mail.ts'
import { hashPassword, NO_COST } from '../services/password-hash.ts'
import { type Opening, openServices } from '../services/services.ts'
import { ASIDE, readStatements } from './school-named.ts'
import { freshDatabase, sharedDatabase } from './template.ts'

/** One page with nothing on it, as short as readers take it. */
export const SMALL_PDF = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n' +
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
)
const START = '2026-06-01T10:00:00+08:00'

/** What an authenticator of the tests has been shown. */
const TOTP_SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'

/** Of a run on a cluster, whose files share a database: each numbers what it makes from another five hundred on. */
let filesBefore = 0
const APART = 500

/**
 * The real app, twice, on a database of its own, with a clock that the test sets. Jobs are enqueued; who wants them done
 * calls `startWorkers`.
 */
export async function startScenario(
  mail: Mail | null = null,
  { passwordCost = NO_COST, ...opening }: Pick<Opening, 'passwordCost' | 'wecom'> = {},
) {
  const laidOut = given('laidOut')
  const database = laidOut ? sharedDatabase(laidOut) : await freshDatabase(given('clusterUrl'))
  const owner = connect({ url: database.url, poolSize: 2 })
  // Each has a folder of its own, and in it the key that it seals with.
  if (laidOut) await owner.updateTable('sealCertificates').set({ isOwn: false }).execute()
  const statements: string[] = []
  const trips: string[] = []
  const sent = new Set<string>()
  const faults: Error[] = []
  const filesFolder = await mkdtemp(join(tmpdir(), 'qianyue-files-'))
  let clock = new Date(START)
  const open = (onQuery?: (text: string, opensTrip: boolean) => void) =>
    openServices({
      databaseUrl: database.url,
      databasePool: 8,
      now: () => clock,
      secret: 'a secret for tests, thirty-two characters',
      mail,
      passwordCost,
      filesFolder,
      baseUrl: 'http://localhost:3000',
      outward: { networks: ['127.0.0.0/8'], withoutTls: true },
      log: openLog('silent'),
      onFault: (fault) => faults.push(fault),
      keepsOrder: false,
      onQuery: ({ sql }, _ms, opensTrip) => {
        sent.add(sql)
        onQuery?.(sql, opensTrip)
      },
      ...opening,
    })
  const told = (text: string, opensTrip: boolean) => {
    statements.push(text)
    if (opensTrip) trips.push(text)
  }
  const [one, two] = await Promise.all([open(told), open()])
  const { services } = one
  const { db } = services
  const aside = db.withPlugin(ASIDE)
  const [app, second] = await Promise.all([buildApp(services), buildApp(two.services)])
  let made = laidOut ? APART * filesBefore++ : 0

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
    await agreeForAll(db, clock)
    await giveKnownPin(services, [id], clock)
    const token = await openSession(db, id, { ip: '127.0.0.1', userAgent: 'test' }, clock)
    return { userId: id, token, first: visitor(app, token), second: visitor(second, token) }
  }

  const school = async (settings: Partial<Settings> = {}, code = String(10_000 + made++)) => {
    const words = { name: `学校${code}`, nameEn: `School ${code}`, notice: '须知', noticeEn: 'Notice' }
    await addSchool(db, {
      code,
      ...words,
      settings: { ...DEFAULT_SETTINGS, ...settings },
      colleges: [
        { id: '01', name: '一院' },
        { id: '02', name: '二院' },
      ],
    })
    return code
  }
  const student = async (
    at: string,
    more: Partial<
      Pick<
        RosterRow,
        | 'name'
        | 'documentType'
        | 'idNumber'
        | 'gender'
        | 'className'
        | 'designatedEmployer'
        | 'designatedCreditCode'
        | 'examNumber'
        | 'phone'
      >
    > & {
      verified?: boolean
      college?: string
    } = {},
  ) => {
    const number = `2022${String(++made).padStart(6, '0')}`
    const { verified = true, college = '01', ...rest } = more
    const row = {
      collegeId: college,
      studentNumber: number,
      name: `学生${made}`,
      idNumber: withResidentCheck(`42011120040101${String(made % 1000).padStart(3, '0')}`),
      className: '一班',
      ...rest,
    }
    const study = {
      educationLevel: '31',
      majorCode: '080901',
      majorName: '计算机',
      graduationYear: 2026,
    }
    const [person] = await addStudents(db, at, [{ ...row, ...study }], {
      secrets: services.secrets,
      at: clock,
    })
    if (verified)
      await aside.updateTable('students').set({ verifiedAt: clock }).where('id', '=', person!.id).execute()
    return { ...person!, idNumber: row.idNumber, school: at, ...(await entered('student', at, number)) }
  }
  const employer = async (at: string, status: Parameters<typeof saveAdmission>[3] = 'approved') => {
    made++
    const creditCode = withCreditCheck(`91420100MA4T${String(made).padStart(5, '0')}`)
    const name = `单位${made}`
    const [id] = await addEmployers(db, [{ name, creditCode, profile: {} }])
    await saveAdmission(db, at, id!, status, clock)
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
        noticeVersion: 1,
        respondBy: addDays(dayInChina(clock), days),
        terms: { ...sampleTerms('2026-07-10'), ...change },
      },
    })
  const acceptance = ({
    id,
    version,
    termsHash,
    notice,
    school: at,
  }: Awaited<ReturnType<typeof invite>>) => ({
    params: { school: at.code, id },
    body: { seenVersion: version, termsHash, noticeVersion: notice.version, confirmed: true as const },
  })
  const sign = async (from: Employer, to: Student, change: Partial<Terms> = {}) => {
    const accepted = await to.first.call(
      invitations.invitationActs.accept,
      acceptance(await invite(from, to, change)),
    )
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
    return reviewer.first.call(agreements.agreementActs.pass, { params, body: { seenVersion: version } })
  }
  /** A small PDF that this person has uploaded and not yet used; its id. */
  const scan = async (person: Visitor, at: string, name = '扫描件.pdf') => {
    const file = { params: { school: at }, query: { name }, file: SMALL_PDF }
    return (await person.call(uploadEvidence, file)).id
  }

  /** The same for a school that does not know the employer yet. */
  const licence = async (person: Visitor, at: string, name = '营业执照.pdf') =>
    (await person.call(uploadForAdmission, { query: { school: at, name }, file: SMALL_PDF })).id

  return {
    app,
    second,
    /** For what a test asks by itself. */
    db: aside,
    owner,
    services,
    secondServices: two.services,
    queue: one.queue,
    secondQueue: two.queue,
    /** What went wrong in the background of the queues. */
    faults,
    statements,
    /** Of them those that did not go out behind another one. */
    trips,
    url: database.url,
    /** Where uploaded files are kept. */
    folder: filesFolder,
    now: () => clock,
    setClock: (instant: string) => {
      clock = new Date(instant)
    },
    visitor: (token: string | null = null, headers?: Record<string, string>, address?: string) =>
      visitor(app, token, headers, address),
    /** Somebody who comes to the other instance. */
    secondVisitor: () => visitor(second),
    /** Gives an account a password, worked out at the least cost. */
    setPassword: async (userId: string, password: string) => {
      const passwordHash = await hashPassword(password, NO_COST)
      await db.updateTable('users').set({ passwordHash }).where('id', '=', userId).execute()
    },
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
    licence,
    /** Switched on; who is signed in has shown a code, or has not. */
    async giveSecondFactor(userId: string, passed = false) {
      const sealed = services.secrets.seal(TOTP_SECRET)
      await db
        .insertInto('secondFactors')
        .values({ userId, secret: sealed, begunAt: clock, authenticatorAt: clock, confirmedAt: clock })
        .execute()
      if (passed)
        await db.updateTable('sessions').set({ passedSecond: true }).where('userId', '=', userId).execute()
    },
    /** A passkey that nobody can use; whatever is asked beside the password stays as it is. */
    async givePasskey(userId: string) {
      const id = uuidv7()
      const [credentialId, publicKey] = [Buffer.from(id), Buffer.from('no key')]
      await db
        .insertInto('passkeys')
        .values({
          ...{ id, userId, credentialId, publicKey, host: 'localhost', transports: [], synced: false },
          ...{ name: '手机', userAgent: '', madeAt: clock },
        })
        .execute()
      return id
    },
    journal: (subject: string) =>
      aside.selectFrom('journal').where('subject', '=', subject).selectAll().orderBy('seq').execute(),
    anId: () => uuidv7(),
    async stop() {
      await app.close()
      await second.close()
      await Promise.all([one.close(), two.close()])
      // Dropping ends whatever connection is left by force, which is no fault of the queues.
      const [fault] = faults
      const wrong = await readStatements(owner, sent)
      await owner.destroy()
      await database.drop()
      await rm(filesFolder, { recursive: true })
      if (fault) throw fault
      expect(wrong).toEqual([])
    },
  }
}
export type Scenario = Awaited<ReturnType<typeof startScenario>>
