import { Readable } from 'node:stream'
import { sql } from 'kysely'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { getAgreement } from '../../../contracts/agreements.ts'
import { type EvidenceFile, readEvidence, uploadEvidence } from '../../../contracts/evidence.ts'
import { listNotifications } from '../../../contracts/notifications.ts'
import * as contract from '../../../contracts/paper-forms.ts'
import { CORNERS, readCornerText } from '../../../domain/paper-form/corner.ts'
import { verifyJournal } from '../../db/journal.ts'
import type { Visitor } from '../../http/visitor.ts'
import { codesIn } from '../../testing/codes-in.ts'
import { bare, drawnPages, textOf } from '../../testing/pdf-tools.ts'
import { differenceOf, photograph, type Taken } from '../../testing/photograph.ts'
import { registeredPaper } from '../../testing/registered-paper.ts'
import { scanOf } from '../../testing/scan-of.ts'
import { type Scenario, SMALL_PDF, startScenario } from '../../testing/scenario.ts'

let s: Scenario
let school: string
let office: Awaited<ReturnType<Scenario['staff']>>
let college: Awaited<ReturnType<Scenario['staff']>>
type Student = Awaited<ReturnType<Scenario['student']>>
beforeAll(async () => {
  s = await startScenario()
  school = await s.school()
  office = await s.staff(school, 'school_reviewer')
  college = await s.staff(school, 'college_reviewer', '01')
})
afterAll(() => s.stop())

const params = () => ({ school })
const issue = (by: Visitor, students: readonly Student[]) =>
  by.call(contract.issuePaperForms, { params: params(), body: { students: students.map(({ id }) => id) } })
const issued = async (student: Student) => (await issue(college.first, [student])).issued[0]!
const at = (id: string) => ({ params: { school, id } })
const act = (by: Visitor, action: keyof typeof contract.paperFormActs, id: string, more: object = {}) =>
  by.ask(contract.paperFormActs[action], { ...at(id), body: { seenVersion: 1, ...more } })
const print = (by: Visitor, ids: readonly string[]) =>
  by.ask(contract.printPaperForms, { params: params(), query: { ids: ids.join() } })
const told = async ({ first }: Student) =>
  (await first.call(listNotifications, {})).items.map(({ kind }) => kind)

test('a class is given forms in one act: numbers one after another, and who cannot have one is named with all reasons', async () => {
  const [one, other, placed] = [await s.student(school), await s.student(school), await s.student(school)]
  const before = await issued(one)
  await registeredPaper(s, placed)
  s.statements.length = 0
  const { issued: forms, refused } = await issue(college.first, [one, other, placed])
  expect(s.statements.length).toBeLessThanOrEqual(14)
  expect(forms.map(({ student, cause, status }) => [student.name, cause, status])).toEqual([
    [other.name, 'first', 'issued'],
  ])
  expect(refused.map(({ name, reasons }) => [name, reasons.map(({ code }) => code)])).toEqual([
    [one.name, ['form-out']],
    [placed.name, ['student-already-placed']],
  ])
  const serial = (number: string) => Number(number.split('-')[2])
  expect(serial(forms[0]!.number)).toBe(serial(before.number) + 1)
  expect(await told(other)).toEqual(['paper-form.issued'])
})

test('of two members of staff who give one student a form in the same second one does', async () => {
  const student = await s.student(school)
  const answers = await Promise.all(
    [office.first, college.second].map((by) =>
      by.ask(contract.issuePaperForms, { params: params(), body: { students: [student.id] } }),
    ),
  )
  const given = answers.flatMap((answer) => (answer.statusCode === 200 ? answer.json().issued : []))
  expect(given).toHaveLength(1)
  const { total } = await student.first.call(contract.listMyPaperForms, { params: params() })
  expect(total).toBe(1)
})

test('the student sees the number, states its loss, and is given another; the lost one is never printed or used again', async () => {
  const student = await s.student(school)
  const form = await issued(student)
  const { items } = await student.first.call(contract.listMyPaperForms, { params: params() })
  expect(items.map(({ number }) => number)).toEqual([form.number])
  const page = await student.first.call(contract.getPaperForm, at(form.id))
  expect(page.actions).toEqual(['lose'])
  expect((await act(student.first, 'lose', form.id)).json().code).toBe('reason-needed')
  const lost = (await act(student.first, 'lose', form.id, { reason: '搬宿舍时遗失' })).json()
  expect(lost).toMatchObject({ status: 'lost', reason: '搬宿舍时遗失', actions: [] })
  const { items: inbox } = await office.first.call(listNotifications, {})
  expect(inbox[0]).toMatchObject({ kind: 'paper-form.reported-lost' })
  const again = await issued(student)
  expect([again.cause, again.number === form.number]).toEqual(['lost', false])
  const printed = await print(office.first, [again.id, form.id])
  expect(printed.json()).toMatchObject({
    status: 409,
    code: 'form-not-out',
    details: { number: form.number },
  })
  expect((await act(office.first, 'return', form.id, { seenVersion: 2 })).json().code).toBe(
    'already-moved-on',
  )
  // The database says so too, whatever the code believes.
  const change = (set: object, id: string) =>
    s.db.updateTable('paperForms').set(set).where('id', '=', id).execute()
  await expect(change({ status: 'issued' }, form.id)).rejects.toThrow('never changed')
  await expect(change({ number: form.number }, again.id)).rejects.toThrow()
  await expect(
    change({ status: 'returned', endedAt: s.now(), endedBy: office.userId }, again.id),
  ).rejects.toThrow('paper_forms_return_with_an_agreement')
})

test('one that comes back is matched to what the student has registered, and to nothing else', async () => {
  const student = await s.student(school)
  const form = await issued(student)
  expect((await act(college.first, 'return', form.id)).json().code).toBe('form-without-agreement')
  const { id, number } = await registeredPaper(s, student)
  const answers = await Promise.all([office.first, college.second].map((by) => act(by, 'return', form.id)))
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
  const page = await office.first.call(contract.getPaperForm, at(form.id))
  expect(page).toMatchObject({ status: 'returned', agreement: { id, number } })
  expect(page.timeline.map(({ action }) => action)).toEqual(['paper-form.issue', 'paper-form.return'])
  expect(await told(student)).toContain('paper-form.returned')
})

test('printed: three copies of two pages, on each the number and four codes that a phone reads', async () => {
  const student = await s.student(school, { name: '𬭊㛃' })
  const form = await issued(student)
  const answer = await print(college.first, [form.id])
  expect(answer.headers['content-type']).toBe('application/pdf')
  const text = textOf(answer.rawPayload)
  for (const part of [form.number, student.studentNumber, '𬭊㛃', '第一联', '第三联', '合同期限'])
    expect(text).toContain(bare(part))
  const pages = drawnPages(answer.rawPayload, 100)
  expect(pages).toHaveLength(6)
  for (const [index, picture] of pages.entries()) {
    const marks = (await codesIn(picture)).map(readCornerText)
    expect(marks.map((mark) => mark?.corner).sort()).toEqual([...CORNERS])
    expect(new Set(marks.map((mark) => `${mark?.number} ${mark?.copy} ${mark?.page}`))).toEqual(
      new Set([`${form.number} ${['employer', 'student', 'school'][index >> 1]} ${(index % 2) + 1}`]),
    )
  }
})

test('the register: found by number, name and state, counted for each college, exported, and nobody else’s to read', async () => {
  const at = await s.school()
  const [all, second] = [await s.staff(at, 'school_reviewer'), await s.staff(at, 'college_reviewer', '02')]
  const [one, two] = [await s.student(at), await s.student(at, { college: '02' })]
  const given = { params: { school: at }, body: { students: [one.id, two.id] } }
  const refused = await second.first.ask(contract.issuePaperForms, given)
  expect(refused.json().code).toBe('not-found')
  const { issued: forms } = await all.first.call(contract.issuePaperForms, given)
  const ofTwo = forms.find(({ studentId }) => studentId === two.id)!
  await all.first.call(contract.paperFormActs.spoil, {
    params: { school: at, id: ofTwo.id },
    body: { seenVersion: 1, reason: '=填写错误' },
  })
  const list = async (by: Visitor, query = {}) =>
    by.call(contract.listPaperForms, { params: { school: at }, query })
  expect((await list(all.first)).total).toBe(2)
  expect((await list(all.first, { q: ofTwo.number.toLowerCase() })).items.map(({ id }) => id)).toEqual([
    ofTwo.id,
  ])
  expect((await list(all.first, { q: one.name, status: 'issued' })).total).toBe(1)
  expect((await list(all.first, { college: '02', status: 'issued' })).total).toBe(0)
  const seen = await list(second.first)
  expect([seen.items.map(({ id }) => id), seen.colleges]).toEqual([
    [ofTwo.id],
    [{ id: '02', name: '二院', counts: { issued: 0, returned: 0, spoiled: 1, lost: 0 } }],
  ])
  for (const by of [two.first, (await s.employer(at)).first, college.first]) {
    const other = forms.find(({ studentId }) => studentId === one.id)!
    expect((await by.ask(contract.getPaperForm, { params: { school: at, id: other.id } })).statusCode).toBe(
      404,
    )
  }
  const rowsOf = async (by: Visitor, query = {}) => {
    const sheet = await by.ask(contract.downloadPaperForms, { params: { school: at }, query })
    return s.services.sheets.read(
      async () => Readable.from([sheet.rawPayload]),
      async ({ rows: batches }) => {
        const found: unknown[][] = []
        for await (const batch of batches) found.push(...batch.map(({ cells }) => [...cells]))
        return found
      },
    )
  }
  expect((await rowsOf(second.first, { college: '01' })).map(([number]) => number)).toEqual(['编号'])
  const rows = await rowsOf(all.first)
  expect(rows.map((cells) => [cells[0], cells[1], cells[6], cells[11] ?? ''])).toEqual([
    ['编号', '姓名', '状态', '说明'],
    ...[...forms]
      .sort((a, b) => (a.number < b.number ? -1 : 1))
      .map(({ id, number, student }) =>
        id === ofTwo.id
          ? [number, student.name, '已作废', '=填写错误']
          : [number, student.name, '已发放', ''],
      ),
  ])
})

/** The pages of a form as they are printed. */
const pagesOf = async (...ids: string[]) => drawnPages((await print(office.first, ids)).rawPayload, 150)
const upload = async (by: Visitor, file: Buffer): Promise<EvidenceFile> =>
  by.call(uploadEvidence, { params: params(), query: { name: '第一页.jpg' }, file })

test.each<[string, Taken]>([
  ['from straight above', {}],
  ['askew, from a chair', { turned: -14, tilt: 0.4 }],
  ['upside down', { turned: 183, tilt: 0.15 }],
  ['small', { turned: 3, size: 1300 }],
])('a photograph %s is recognised, and seen straight as it was printed', async (_, taken) => {
  const student = await s.student(school)
  const form = await issued(student)
  const [page] = await pagesOf(form.id)
  const photo = await photograph(page!, taken)
  const file = await upload(student.first, photo)
  expect(file.form).toEqual({ number: form.number, copy: 'employer', page: 1, standing: 'own' })
  const seen = await student.first.ask(readEvidence, { params: { school, id: file.id } })
  // On the straight copy each code stands at its place, upright; of what lay askew another reader does not read them all.
  const read = (await codesIn(seen.rawPayload)).map((text) => readCornerText(text)?.corner)
  expect(read.filter((corner) => corner !== undefined).length).toBeGreaterThanOrEqual(2)
  expect(read.map((corner, at) => corner ?? CORNERS[at])).toEqual([...CORNERS])
  expect(await differenceOf(seen.rawPayload, page!)).toBeLessThan(12)
  // What came is kept as it came.
  const original = await student.first.ask(readEvidence, {
    params: { school, id: file.id },
    query: { as: 'original' },
  })
  expect(original.rawPayload.equals(photo)).toBe(true)
})

test('of somebody else’s form, of one that is lost, of another school’s number, and of no form, each is told as what it is', async () => {
  const [student, other] = [await s.student(school), await s.student(school)]
  const [mine, theirs] = [await issued(student), await issued(other)]
  const pages = await pagesOf(mine.id, theirs.id)
  const [own, foreign] = await Promise.all(
    [pages[1]!, pages[6]!].map((page) => photograph(page, { turned: 4 })),
  )
  expect((await upload(student.first, foreign!)).form).toMatchObject({
    number: theirs.number,
    standing: 'of-another',
  })
  const { id } = await upload(student.first, own!)
  await act(student.first, 'lose', mine.id, { reason: '遗失' })
  const registered = await registeredPaper(s, student, [id])
  const page = await office.first.call(getAgreement, { params: { school, id: registered.id } })
  expect(page.evidence[0]?.form).toMatchObject({ number: mine.number, page: 2, standing: 'lost' })
  const elsewhere = await s.student(await s.school())
  const sent = { params: { school: elsewhere.school }, query: { name: '页.jpg' }, file: own! }
  expect((await elsewhere.first.call(uploadEvidence, sent)).form?.standing).toBe('unknown')
  const bare = await sharp(pages[0]!)
    .extract({ left: 250, top: 300, width: 700, height: 900 })
    .jpeg()
    .toBuffer()
  expect((await upload(student.first, bare)).form).toBeNull()
  // Two pages in one picture are no page.
  const both = await sharp(pages[0]!)
    .extend({ right: 1240, background: '#fff' })
    .composite([{ input: pages[1]!, left: 1240, top: 0 }])
    .jpeg()
    .toBuffer()
  expect((await upload(student.first, both)).form).toBeNull()
})

test('a school that has handed out all numbers of a year is told so', async () => {
  const at = await s.school()
  const [staff, student] = [await s.staff(at, 'administrator'), await s.student(at)]
  await s.db.insertInto('paperFormSerials').values({ schoolId: at, year: 2026, last: 99_999 }).execute()
  const answer = await staff.first.ask(contract.issuePaperForms, {
    params: { school: at },
    body: { students: [student.id] },
  })
  expect([answer.statusCode, answer.json().code]).toEqual([409, 'numbers-used-up'])
  expect(
    (
      await sql<{ n: number }>`select count(*)::int as n from paper_forms where school_id = ${at}`.execute(
        s.db,
      )
    ).rows[0]!.n,
  ).toBe(0)
  expect((await verifyJournal(s.db)).faults).toEqual([])
})

test('a scan that is a PDF is recognised by its pages, and seen as it is; another PDF is none', async () => {
  const student = await s.student(school)
  const form = await issued(student)
  const [, , one, two] = await pagesOf(form.id)
  const pages = await Promise.all([one!, two!].map((page) => sharp(page).jpeg({ quality: 60 }).toBuffer()))
  const scan = await scanOf(...pages)
  const file = await upload(student.first, scan)
  expect(file).toMatchObject({
    mediaType: 'application/pdf',
    form: { number: form.number, copy: 'student', page: 1, standing: 'own' },
  })
  const seen = await student.first.ask(readEvidence, { params: { school, id: file.id } })
  expect(seen.rawPayload.equals(scan)).toBe(true)
  expect((await upload(student.first, SMALL_PDF)).form).toBeNull()
})

test('a form comes back with scans of its number, or with scans that nothing is read of, and not with another’s', async () => {
  const scanned = async ({ id }: { id: string }) =>
    (await office.first.call(contract.getPaperForm, at(id))).scanned
  /** Registers an agreement with a scan that was recognised as this number. */
  const register = async (student: Student, formNumber: string | null) => {
    const id = await s.scan(student.first, school)
    if (formNumber)
      await s.db
        .updateTable('evidence')
        .set({ formNumber, formCopy: 'school', formPage: 1 })
        .where('id', '=', id)
        .execute()
    await registeredPaper(s, student, [id])
  }
  const [student, other, third] = [await s.student(school), await s.student(school), await s.student(school)]
  const [mine, theirs, none] = [await issued(student), await issued(other), await issued(third)]
  expect(await scanned(mine)).toBeNull()
  await register(student, theirs.number)
  await register(other, theirs.number)
  await register(third, null)
  expect([await scanned(mine), await scanned(theirs), await scanned(none)]).toEqual([
    'other',
    'same',
    'unread',
  ])
  expect((await act(office.first, 'return', mine.id)).json()).toMatchObject({
    code: 'form-scan-of-another',
    details: { numbers: theirs.number },
  })
  expect((await act(office.first, 'return', theirs.id)).statusCode).toBe(200)
  expect((await act(office.first, 'return', none.id)).statusCode).toBe(200)
  const lines = (await s.journal(`paper-form:${none.id}`)).map(({ entry }) => entry)
  expect(lines.at(-1)).toMatchObject({ action: 'paper-form.return', data: { scan: 'unread' } })
})
