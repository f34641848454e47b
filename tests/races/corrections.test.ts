import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import * as contract from '../../src/contracts/corrections.ts'
import { invitationActs } from '../../src/contracts/invitations.ts'
import { moveStudent } from '../../src/contracts/students.ts'
import { withResidentCheck } from '../../src/domain/identifiers.ts'
import { lockRoster } from '../../src/server/features/students/roster-values.ts'
import { askCorrection, correctionOf } from '../../src/server/testing/asked-correction.ts'
import { type Scenario, startScenario } from '../../src/server/testing/scenario.ts'
import { actionsOn } from '../../src/server/testing/told.ts'
import { expectKept } from './kept.ts'
import { ROUNDS, race } from './race.ts'

let s: Scenario
let school: string
let reviewer: Awaited<ReturnType<Scenario['staff']>>
let colleague: typeof reviewer
beforeAll(async () => {
  s = await startScenario()
  school = await s.school()
  reviewer = await s.staff(school, 'school_reviewer')
  colleague = await s.staff(school, 'school_reviewer')
})
afterEach(() => expectKept(s))
afterAll(() => s.stop())

const act = (of: { id: string; version: number }, reason?: string) => ({
  params: { school, id: of.id },
  body: { seenVersion: of.version, ...(reason && { reason }) },
})
const rosterOf = ({ id }: { id: string }) =>
  s.db
    .selectFrom('students')
    .where('id', '=', id)
    .select(['className', 'version', 'collegeId'])
    .executeTakeFirstOrThrow()

test('two decide at once on two instances: one decision holds, and the roster says what it says', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const student = await s.student(school)
    const asked = await askCorrection(s, student, { className: '二班' })
    const { won } = await race(round, {
      pass: {
        ask: () => reviewer.first.ask(contract.correctionActs.pass, act(asked)),
        told: 'already-moved-on',
      },
      reject: {
        ask: () => colleague.second.ask(contract.correctionActs.reject, act(asked, '与学籍一致')),
        told: 'already-moved-on',
      },
    })
    const expected = won === 'pass' ? ['二班', 2] : ['一班', 1]
    const { className, version } = await rosterOf(student)
    expect([className, version]).toEqual(expected)
    expect(await actionsOn(s, `correction:${asked.id}`)).toEqual(['correction.submit', `correction.${won}`])
  }
})

test('the student withdraws while the school passes: one of both', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const student = await s.student(school)
    const asked = await askCorrection(s, student, { className: '二班' })
    const { won } = await race(round, {
      pass: {
        ask: () => reviewer.first.ask(contract.correctionActs.pass, act(asked)),
        told: 'already-moved-on',
      },
      withdraw: {
        ask: () => student.second.ask(contract.correctionActs.withdraw, act(asked)),
        told: 'already-moved-on',
      },
    })
    expect((await rosterOf(student)).className).toBe(won === 'pass' ? '二班' : '一班')
  }
})

test('two tabs ask at once: one is open', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const student = await s.student(school)
    const [one, two] = [
      await correctionOf(s, student, { className: '二班' }),
      await correctionOf(s, student, { majorName: '软件工程' }),
    ]
    await race(round, {
      one: { ask: () => student.first.ask(contract.submitCorrection, one), told: 'correction-open' },
      two: { ask: () => student.second.ask(contract.submitCorrection, two), told: 'correction-open' },
    })
  }
})

test('accepting against asking: both are sent at once, and one of them waits for the other (R20)', async () => {
  const employer = await s.employer(school)
  for (let round = 0; round < ROUNDS; round++) {
    const student = await s.student(school)
    const invitation = await s.invite(employer, student)
    const sent = await correctionOf(s, student, { className: '二班' })
    const accept = () => student.first.ask(invitationActs.accept, s.acceptance(invitation))
    const ask = () => student.second.ask(contract.submitCorrection, sent)
    const [accepted, asked] =
      round % 2 ? await Promise.all([accept(), ask()]) : (await Promise.all([ask(), accept()])).reverse()
    // What was signed before it was asked is signed; else it waits.
    expect(asked!.statusCode).toBe(200)
    if (accepted!.statusCode !== 200) expect(accepted!.json().code).toBe('correction-open')
    const formed = s.db.selectFrom('agreements').where('studentId', '=', student.id).select('id')
    expect(await formed.execute()).toHaveLength(accepted!.statusCode === 200 ? 1 : 0)
  }
})

test('whoever accepts while a correction is being asked for waits for it, and is refused then (R20)', async () => {
  const [employer, student, other] = [
    await s.employer(school),
    await s.student(school),
    await s.student(school),
  ]
  const invitation = await s.invite(employer, student)
  const { id } = await askCorrection(s, other, { className: '二班' })
  let accepting: Promise<unknown> = Promise.resolve()
  let isAnswered = false
  const { promise: answered, resolve } =
    Promise.withResolvers<Awaited<ReturnType<typeof student.first.ask>>>()
  await s.db.transaction().execute(async (tx) => {
    await lockRoster(tx, { school, id: student.id }, s.services.secrets)
    // Another's, as this student's: it is asked for, and nobody else sees it yet.
    await sql`insert into corrections (school_id, id, student_id, college_id, fields, changes_cipher, reason, status, levels,
        waiting_for, waiting_since, snapshot, student_folded, submitted_at)
      select school_id, gen_random_uuid(), ${student.id}, college_id, fields, changes_cipher, reason, status, levels,
        waiting_for, waiting_since, snapshot, student_folded, submitted_at
      from corrections where school_id = ${school} and id = ${id}`.execute(tx)
    accepting = student.second.ask(invitationActs.accept, s.acceptance(invitation)).then((answer) => {
      isAnswered = true
      resolve(answer)
    })
    const isWaiting = async () =>
      isAnswered || (await sql`select from pg_locks where not granted`.execute(s.owner)).rows.length > 0
    await expect.poll(isWaiting).toBe(true)
    expect(isAnswered).toBe(false)
  })
  await accepting
  expect((await answered).json().code).toBe('correction-open')
})

test('a student is moved to another college while the correction is decided: neither waits for the other for ever', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const student = await s.student(school)
    const asked = await askCorrection(s, student, { className: '二班' })
    const pass = () => reviewer.first.ask(contract.correctionActs.pass, act(asked))
    const move = () =>
      colleague.second.ask(moveStudent, {
        params: { school, id: student.id },
        body: { seenVersion: 1, collegeId: '02', reason: '转专业' },
      })
    const [passed, moved] =
      round % 2 ? await Promise.all([pass(), move()]) : (await Promise.all([move(), pass()])).reverse()
    expect(passed!.statusCode).toBe(200)
    const { className, collegeId } = await rosterOf(student)
    expect(className).toBe('二班')
    // Whoever moves a student names the version of the roster that they have read.
    if (moved!.statusCode === 200) expect(collegeId).toBe('02')
    else expect([moved!.json().code, collegeId]).toEqual(['content-changed', '01'])
  }
})

test('two students are given one document at once: one of them', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const number = withResidentCheck(`4201112001010100${round}`)
    const [one, two] = [await s.student(school), await s.student(school)]
    const [first, second] = [
      await askCorrection(s, one, { documentNumber: number }),
      await askCorrection(s, two, { documentNumber: number }),
    ]
    await race(round, {
      first: {
        ask: () => reviewer.first.ask(contract.correctionActs.pass, act(first)),
        told: 'document-of-another',
      },
      second: {
        ask: () => colleague.second.ask(contract.correctionActs.pass, act(second)),
        told: 'document-of-another',
      },
    })
    const holders = await s.db
      .selectFrom('students')
      .where('idNumberIndex', '=', s.services.secrets.blindIndex(number))
      .select('id')
      .execute()
    expect(holders).toHaveLength(1)
  }
})
