import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { getMe, signIn } from '../../contracts/accounts.ts'
import { changeEmail, changePhone } from '../../contracts/contact.ts'
import { uploadEvidence } from '../../contracts/evidence.ts'
import { listSentInvitations } from '../../contracts/invitations.ts'
import { findByDocument, listStudents } from '../../contracts/roster.ts'
import { findStudentToInvite } from '../../contracts/students.ts'
import { passVerification } from '../../contracts/verification.ts'
import { buildApp } from '../http/app.ts'
import type { App } from '../http/slice.ts'
import { visitor } from '../http/visitor.ts'
import { type Scenario, SMALL_PDF, startScenario } from '../testing/scenario.ts'
import { openLog, withoutPersonalData } from './log.ts'
import { openServices } from './services.ts'

let s: Scenario
let app: App
let written = ''
const log = openLog('trace', {
  write(line) {
    written += line
  },
})
beforeAll(async () => {
  s = await startScenario()
  app = await buildApp({ ...s.services, log })
  app.get('/broken/:name', async (request) => {
    const { name } = request.params as { name: string }
    request.log.info({ req: request }, 'about to break')
    if (name === 'text') JSON.parse('{"name": 张伟伟}')
    if (name === 'number') await sql`select ${'张伟伟'}::int`.execute(s.db)
    if (name === 'twice')
      await sql`insert into users (id, portal, login, name, password_hash)
        select gen_random_uuid(), portal, login, name, password_hash from users where portal = 'employer'`.execute(
        s.db,
      )
    throw new Error(`550 5.1.1 <zhang.weiwei@example.edu.cn>: 张伟伟 42011120040101001X 13900001234`)
  })
})
beforeEach(() => {
  written = ''
})
afterAll(async () => {
  await app.close()
  await s.stop()
})
const lines = () =>
  written
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)

test('a request has one line: the pattern of its route, status, milliseconds and the id that a problem names', async () => {
  const student = await s.student(await s.school())
  await visitor(app, student.token).call(getMe)
  const refused = await visitor(app).ask(getMe)
  const answered = lines().filter(({ msg }) => msg === 'answered')
  expect(answered).toMatchObject([
    { level: 'info', method: 'GET', route: '/api/me', status: 200, ms: expect.any(Number) },
    { level: 'info', method: 'GET', route: '/api/me', status: 401, reqId: refused.json().requestId },
  ])
})

test('nothing that people are or type is in the log, whatever they do and whatever breaks', async () => {
  const school = await s.school()
  const [student, newcomer] = [await s.student(school), await s.student(school, { verified: false })]
  const employer = await s.employer(school)
  const staff = await s.staff(school, 'administrator')
  const as = ({ token }: { token: string }) => visitor(app, token)
  const params = { school }
  const secret = 'hunter2 hunter2 hunter2'
  await visitor(app).ask(signIn, {
    body: { portal: 'student', school, login: newcomer.studentNumber, secret },
  })
  await visitor(app).ask(signIn, {
    body: { portal: 'student', school, login: newcomer.studentNumber, secret: newcomer.idNumber },
  })
  await as(newcomer).ask(passVerification, {
    params,
    body: {
      name: newcomer.name,
      idNumberTail: newcomer.idNumber.slice(-6),
      rosterConfirmed: true,
      electronicFormAgreed: true,
      phone: '13900001234',
      password: secret,
    },
  })
  await as(staff).ask(listStudents, { params, query: { q: '张伟伟' } })
  await as(staff).ask(findByDocument, { params, body: { documentNumber: student.idNumber } })
  await as(staff).ask(findByDocument, { params, body: { documentNumber: 'hunter2' } })
  await as(employer).ask(listSentInvitations, { query: { q: '张伟伟' } })
  await as(employer).ask(findStudentToInvite, {
    params,
    body: { name: student.name, studentNumber: student.studentNumber },
  })
  await as(student).ask(changeEmail, { body: { email: 'zhang.weiwei@example.edu.cn', password: secret } })
  await as(student).ask(changePhone, { params, body: { phone: '13900001234', password: secret } })
  await as(student).ask(uploadEvidence, { params, query: { name: '张伟伟的护照.pdf' }, file: SMALL_PDF })
  await app.inject({ url: `/api/schools/${school}/students?q=张伟伟` })
  await app.inject({
    url: '/nowhere/张伟伟?email=zhang.weiwei@example.edu.cn',
    headers: { 'x-name': 'hunter2' },
  })
  await app.inject({
    method: 'POST',
    url: '/api/auth/sign-in',
    headers: { 'content-type': 'application/json' },
    payload: '{"name": 张伟伟',
  })
  for (const name of ['text', 'number', 'twice', 'else']) {
    const { statusCode } = await app.inject({ url: `/broken/${name}?q=张伟伟` })
    expect(statusCode).toBe(500)
  }
  log.error(new Error('张伟伟'))
  log.warn({ err: { message: '13900001234', stack: '', name: 'Error' } }, 'work in the background')

  expect(lines().filter(({ msg }) => msg === 'answered').length).toBeGreaterThanOrEqual(14)
  expect(lines().filter(({ msg }) => msg === 'unexpected error')).toHaveLength(4)
  const { studentNumber, idNumber, name } = newcomer
  for (const personal of [
    ...['张伟伟', 'zhang', 'hunter2', '13900001234', '420111', '护照', encodeURIComponent('张伟伟')],
    ...[studentNumber, idNumber, idNumber.slice(-6), name, student.name, student.studentNumber],
    ...[employer.name, employer.creditCode, student.token],
  ])
    expect.soft(written).not.toContain(personal)
})

test('a statement that takes long is told by its text, without what it was asked about', async () => {
  const { services, close } = await openServices({
    ...{ databaseUrl: s.url, filesFolder: s.folder, secret: 'another secret of thirty-two characters' },
    ...{
      now: s.now,
      baseUrl: s.services.baseUrl,
      log,
      onFault: (fault) => log.error(fault),
      keepsOrder: false,
    },
    slowStatementMs: 0,
  })
  await services.db.selectFrom('users').where('name', '=', '张伟伟').select('id').execute()
  await close()
  expect(lines().at(-1)).toMatchObject({
    level: 'warn',
    msg: 'a slow statement',
    ms: expect.any(Number),
    statement: 'select "id" from "users" where "name" = $1',
  })
})

test('an error still says what went wrong and where', async () => {
  const constraint = await sql`insert into secret_keys (id, check_value) values (0, 'x')`
    .execute(s.owner)
    .catch((error: unknown) => error)
  expect(withoutPersonalData(constraint)).toMatchObject({
    type: 'DatabaseError',
    code: '23514',
    constraint: 'secret_keys_id_is_a_byte',
    table: 'secret_keys',
  })
  const cause = new TypeError("Cannot read properties of undefined (reading 'id')")
  expect(withoutPersonalData(new Error('the page could not be made', { cause }))).toMatchObject({
    type: 'Error',
    said: 'the page could not be made',
    at: expect.arrayContaining([expect.stringContaining('log.test.ts')]),
    cause: { type: 'TypeError', said: "Cannot read properties of undefined (reading 'id')" },
  })
  expect(withoutPersonalData('张伟伟')).toEqual({ type: 'string' })
})
