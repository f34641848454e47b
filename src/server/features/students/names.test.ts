import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signIn } from '../../../contracts/accounts.ts'
import { listAgreements } from '../../../contracts/agreements.ts'
import { listMyInvitations, listSentInvitations, sendInvitation } from '../../../contracts/invitations.ts'
import { listStudents } from '../../../contracts/roster.ts'
import { findStudentToInvite, getStudentFile, studentHome } from '../../../contracts/students.ts'
import { getVerification, passVerification } from '../../../contracts/verification.ts'
import { addDays, dayInChina } from '../../../domain/day.ts'
import { withResidentCheck } from '../../../domain/identifiers.ts'
import { up } from '../../db/migrations/0007-text-as-seen.ts'
import { sampleTerms } from '../../demo/terms.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'

let s: Scenario
let school: string
beforeAll(async () => {
  s = await startScenario()
  school = await s.school()
})
afterAll(() => s.stop())

const NAME = '古丽米热·艾比布力'
const TYPED = [
  NAME,
  '古丽米热•艾比布力',
  '古丽米热．艾比布力',
  '古丽米热 ・ 艾比布力',
  '古丽米热\u200B·艾比布力',
]

test('an employer finds a student however the name is typed, and sees it as the roster has it', async () => {
  const student = await s.student(school, { name: NAME })
  const employer = await s.employer(school)
  for (const name of TYPED) {
    const number = [...student.studentNumber]
      .map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
      .join('')
    const found = await employer.first.call(findStudentToInvite, {
      params: { school },
      body: { name, studentNumber: ` ${number} ` },
    })
    expect(found.name).toBe(NAME)
  }
  const sent = await employer.first.call(sendInvitation, {
    params: { school },
    body: {
      studentId: student.id,
      studentName: TYPED[1]!,
      noticeVersion: 1,
      respondBy: addDays(dayInChina(s.now()), 5),
      terms: sampleTerms('2026-07-10'),
    },
  })
  expect(sent.student.name).toBe(NAME)
  const wrong = { name: '古丽米热艾比布力', studentNumber: student.studentNumber }
  expect(
    (await employer.first.ask(findStudentToInvite, { params: { school }, body: wrong })).json().code,
  ).toBe('student-not-matched')
})

test('every list is sought by what people take for the same, whatever signs are in it', async () => {
  const student = await s.student(school, { name: '林\uE863（ＡＢ）' })
  const employer = await s.employer(school)
  const agreement = await s.sign(employer, student)
  const staff = (await s.staff(school, 'administrator')).first
  for (const q of ['林䶮', '林\uE863(ab)', ' 林䶮 （Ab）']) {
    const params = { school }
    expect((await staff.call(listStudents, { params, query: { q } })).items.map(({ id }) => id)).toEqual([
      student.id,
    ])
    const listed = await staff.call(listAgreements, { params, query: { q, queue: 'all' } })
    expect(listed.items.map(({ id }) => id)).toEqual([agreement.id])
    expect(listed.items[0]!.student.name).toBe('林\uE863（ＡＢ）')
    expect((await employer.first.call(listSentInvitations, { query: { q } })).total).toBe(1)
  }
  const mine = (q: string) =>
    student.first.call(listMyInvitations, { params: { school }, query: { employer: q } })
  expect((await mine(employer.name.toLowerCase())).total).toBe(1)
  for (const q of ['%', '_', '\\', '林%', '林_']) expect((await mine(q)).total).toBe(0)
  // The longest that can be sought.
  expect((await mine('单'.repeat(200))).total).toBe(0)
})

test.each([
  ['hk_macao_permit', 'H12345678', ['h１２３４５６７８', 'H1234567803'], '３４5678', 'H1*****78'],
  ['taiwan_permit', '01234567', ['01234567'], '234567', '01*****67'],
  ['passport', 'C01X00T47', ['c01x00t47', 'C01 X00 T47'], 'x00t47', 'C0*****47'],
  ['permanent_residence', 'CAN110187102301', ['can110187102301'], '102301', 'CA*****01'],
  [
    'resident_id',
    withResidentCheck('81000020040512002'),
    [withResidentCheck('81000020040512002')],
    null,
    null,
  ],
] as const)(
  'who is on the roster by a %s signs in with its number, however typed, and passes the verification',
  async (documentType, idNumber, typed, tail, mask) => {
    const student = await s.student(school, {
      verified: false,
      documentType,
      idNumber,
      gender: 'female',
      name: NAME,
    })
    const person = s.visitor()
    for (const secret of typed)
      await person.call(signIn, { body: { portal: 'student', school, login: student.studentNumber, secret } })
    const roster = await person.call(getVerification, { params: { school } })
    expect(roster.documentType).toBe(documentType)
    if (mask) expect(roster.maskedIdNumber).toBe(mask)
    const form = {
      rosterConfirmed: true as const,
      electronicFormAgreed: true as const,
      phone: '+86 138-1234-5678',
      password: 'Qiao-Liang-2026',
    }
    const pass = (idNumberTail: string, name: string) =>
      person.ask(passVerification, { params: { school }, body: { ...form, idNumberTail, name } })
    expect((await pass('999999', NAME)).json()).toMatchObject({
      code: 'verification-mismatch',
      errors: [{ field: 'idNumberTail' }],
    })
    expect((await pass(tail ?? idNumber.slice(-6), TYPED[2]!)).statusCode).toBe(200)
    const home = await person.call(studentHome, { params: { school } })
    expect(home.basics).toMatchObject({ name: NAME, documentType, maskedPhone: '1381****678' })
    const staff = (await s.staff(school, 'administrator')).first
    expect(await staff.call(getStudentFile, { params: { school, id: student.id } })).toMatchObject({
      documentType,
      name: NAME,
    })
  },
)

test.each([
  ['a number of another type', { documentType: 'hk_macao_permit', idNumber: '12345678' }],
  ['a birthday in the future', { idNumber: withResidentCheck('42011120990101003') }],
  ['no gender, where the number says none', { documentType: 'passport', idNumber: 'E98765432' }],
] as const)('a roster takes nobody with %s', async (_what, more) => {
  await expect(s.student(school, more)).rejects.toThrow(RangeError)
})

test('rows that were there before are folded by the migration, as their writers fold new ones', async () => {
  const student = await s.student(school, { name: NAME })
  await s.sign(await s.employer(school), student)
  const read = () =>
    sql`
    select (select jsonb_agg(name_folded order by id) from students) as students,
      (select jsonb_agg(name_folded order by id) from employers) as employers,
      (select jsonb_agg(jsonb_build_array(student_folded, employer_folded) order by id) from agreements) as agreements
  `.execute(s.owner)
  const { rows: before } = await read()
  await sql`
    alter table students drop column name_folded, drop column document_type;
    alter table employers drop column name_folded;
    alter table agreements drop column student_folded, drop column employer_folded;
    alter table destinations drop column student_folded, drop column headline_folded;
    drop index students_by_number;
    create index students_by_name on students (school_id, name text_pattern_ops)
  `.execute(s.owner)
  await up(s.owner as Kysely<unknown>)
  expect((await read()).rows).toEqual(before)
  expect(before).toMatchObject([{ students: expect.arrayContaining(['古丽米热·艾比布力']) }])
})
