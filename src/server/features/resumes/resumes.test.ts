import { afterAll, beforeAll, expect, test } from 'vitest'
import { admissionActs } from '../../../contracts/admissions.ts'
import { uploadEvidence } from '../../../contracts/evidence.ts'
import * as contract from '../../../contracts/resumes.ts'
import { asEmployersRead } from '../../../domain/resume/standing.ts'
import { inTransaction } from '../../db/database.ts'
import { TURNED } from '../../testing/sample-files.ts'
import { sampleResume, writtenResume } from '../../testing/sample-resume.ts'
import { type Scenario, SMALL_PDF, startScenario } from '../../testing/scenario.ts'
import { removeUnused } from '../evidence/removal.ts'
import { findKept, forgetSnapshots, keepSnapshot } from './queries.ts'

let s: Scenario
let school: string
beforeAll(async () => {
  s = await startScenario()
  school = await s.school()
})
afterAll(() => s.stop())

type Student = Awaited<ReturnType<Scenario['student']>>
const at = (id: string) => ({ params: { school, id } })
const list = (student: Student) => student.first.call(contract.listResumes, { params: { school } })
const upload = (student: Student, name: string, file: Buffer) =>
  student.first.call(uploadEvidence, { params: { school }, query: { name }, file })

test('the first version is the ordinary one, begins with the phone of the account and says what it lacks', async () => {
  const student = await s.student(school, { phone: '13911112222' })
  const first = await student.first.call(contract.startResume, {
    params: { school },
    body: { resumeName: '技术岗' },
  })
  expect(first).toMatchObject({
    resumeName: '技术岗',
    isOrdinary: true,
    contact: { phone: '13911112222', email: '' },
    education: { graduationYear: 2026 },
  })
  expect(first.lacking).toEqual([
    'email',
    'category',
    'regions',
    'pay',
    'summary',
    'practice',
    'skills',
    'proofs',
  ])
  const saved = await student.first.call(contract.saveResume, {
    ...at(first.id),
    body: { seenVersion: first.version, resume: sampleResume },
  })
  expect(saved).toMatchObject({
    percent: 100,
    lacking: [],
    version: 2,
    content: { skills: sampleResume.skills },
  })
  expect(saved.names['region/420100']?.name).toBe('武汉市')
})

test('what another tab has saved meanwhile is not written over, and of two at once one is told', async () => {
  const student = await s.student(school)
  const { id, version } = await writtenResume(student.first, school)
  const save = (which: 'first' | 'second', summary: string) =>
    student[which].ask(contract.saveResume, {
      ...at(id),
      body: { seenVersion: version, resume: { ...sampleResume, summary } },
    })
  const answers = await Promise.all([save('first', '甲'), save('second', '乙')])
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
  const kept = await student.first.call(contract.getResume, at(id))
  const won = answers.find(({ statusCode }) => statusCode === 200)!.json()
  expect([kept.version, kept.content.summary]).toEqual([version + 1, won.content.summary])
})

test('versions are copied, renamed and removed; the ordinary one that goes hands over, and employers find nothing without one', async () => {
  const student = await s.student(school)
  const one = await writtenResume(student.first, school, { audience: 'admitted' })
  const copied = await student.first.call(contract.resumeActs.copy, {
    ...at(one.id),
    body: { resumeName: '管培生' },
  })
  const copy = copied.items.find(({ resumeName }) => resumeName === '管培生')!
  expect(copy).toMatchObject({ isOrdinary: false, percent: 100 })
  const taken = await student.first.ask(contract.resumeActs.rename, {
    ...at(copy.id),
    body: { resumeName: '技术岗' },
  })
  expect([taken.statusCode, taken.json().code]).toEqual([409, 'resume-name-taken'])
  await student.first.call(contract.resumeActs.rename, { ...at(copy.id), body: { resumeName: '运营岗' } })
  await student.first.call(contract.resumeActs['make-ordinary'], { ...at(copy.id), body: {} })
  const left = await student.first.call(contract.removeResume, at(copy.id))
  expect(left.items).toMatchObject([{ id: one.id, isOrdinary: true }])
  expect(left.sharing.audience).toBe('admitted')
  const none = await student.first.call(contract.removeResume, at(one.id))
  expect([none.items, none.sharing.audience]).toEqual([[], 'applied'])
  const showing = await student.first.ask(contract.saveSharing, {
    params: { school },
    body: { seenVersion: none.sharing.version, resumeAudience: 'admitted', contactFrom: 'shortlisted' },
  })
  expect([showing.statusCode, showing.json().code]).toEqual([409, 'resume-needed'])
})

test('no more than ten versions, whoever asks at once', async () => {
  const student = await s.student(school)
  const start = (n: number) =>
    student[n % 2 ? 'first' : 'second'].ask(contract.startResume, {
      params: { school },
      body: { resumeName: `第${n}版` },
    })
  const answers = await Promise.all(Array.from({ length: 12 }, (_, n) => start(n)))
  expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(10)
  expect((await list(student)).items.filter(({ isOrdinary }) => isOrdinary)).toHaveLength(1)
})

test.each([
  [
    'months that end before they begin',
    { projects: [{ ...sampleResume.projects[0]!, to: '2023-01' }] },
    'resume.projects.0.to',
  ],
  [
    'a place that no table has',
    { wish: { ...sampleResume.wish, regions: ['999999'] } },
    'resume.wish.regions',
  ],
  [
    'a post held nowhere',
    { experiences: [{ ...sampleResume.experiences[0]!, organisation: ' ' }] },
    'resume.experiences.0.organisation',
  ],
  ['a character that no font has', { summary: '\u{1F600}' }, 'resume.summary'],
])('%s is refused by its field, and nothing is saved', async (_, wrong, field) => {
  const student = await s.student(school)
  const { id, version } = await writtenResume(student.first, school)
  const refused = await student.first.ask(contract.saveResume, {
    ...at(id),
    body: { seenVersion: version, resume: { ...sampleResume, ...wrong } },
  })
  expect([refused.statusCode, refused.json().errors.map((one: { field: string }) => one.field)]).toEqual([
    422,
    [field],
  ])
  expect((await student.first.call(contract.getResume, at(id))).version).toBe(version)
})

test('photo and attachment: their kinds are asked for, the photo is shown small, and what no version has goes', async () => {
  const [student, other, employer] = [
    await s.student(school),
    await s.student(school),
    await s.employer(school),
  ]
  const one = await writtenResume(student.first, school, { audience: 'admitted' })
  const [photo, pdf] = [
    await upload(student, '照片.jpg', TURNED.jpeg),
    await upload(student, '简历.pdf', SMALL_PDF),
  ]
  const save = (seenVersion: number, files: Partial<typeof sampleResume.files>, of = student) =>
    of.first.ask(contract.saveResume, {
      ...at(one.id),
      body: { seenVersion, resume: { ...sampleResume, files: { photo: null, attachment: null, ...files } } },
    })
  const said = async (files: Partial<typeof sampleResume.files>) =>
    (await save(one.version, files)).json().code
  expect(await said({ photo: pdf.id })).toBe('resume-photo-no-picture')
  expect(await said({ attachment: photo.id })).toBe('resume-attachment-no-pdf')
  const strangers = await upload(other, '别人.pdf', SMALL_PDF)
  expect(await said({ attachment: strangers.id })).toBe('evidence-not-found')
  const saved = (await save(one.version, { photo: photo.id, attachment: pdf.id })).json()
  expect(saved).toMatchObject({ photo: { id: photo.id }, attachment: { id: pdf.id, name: '简历.pdf' } })
  const shown = await employer.first.ask(contract.resumeFiles.photo, at(one.id))
  expect(shown.headers['content-type']).toBe('image/jpeg')
  expect(shown.rawPayload.length).toBeLessThan(200 * 1024)
  const attached = await employer.first.ask(contract.resumeFiles.attachment, at(one.id))
  expect(attached.rawPayload.equals(SMALL_PDF)).toBe(true)
  // A snapshot keeps what it was sent with, though the version has it no more.
  const key = { school, id: student.id }
  const snapshot = await inTransaction(s.db, (tx) =>
    keepSnapshot(tx, key, one.id, s.services.secrets, s.now()),
  )
  await save(saved.version, {})
  await removeUnused(s.services, s.now())
  const { snapshot: of } = await findKept(s.db, { school, id: snapshot }, s.services.secrets)
  expect(of).toMatchObject({
    version: saved.version,
    attachment: { id: pdf.id },
    contact: sampleResume.contact,
  })
  expect(asEmployersRead(of, 'shortlisted', 'applied').contact).toBeNull()
  expect(asEmployersRead(of, 'shortlisted', 'shortlisted').contact).toEqual(sampleResume.contact)
  await inTransaction(s.db, (tx) => forgetSnapshots(tx, school, [snapshot]))
  await save(saved.version + 1, { attachment: (await upload(student, '新.pdf', SMALL_PDF)).id })
  await removeUnused(s.services, s.now())
  const left = await s.db
    .selectFrom('evidence')
    .where('subject', '=', `resume:${student.id}`)
    .select('name')
    .execute()
  expect(left).toEqual([{ name: '新.pdf' }])
})

test('employers that the school admits find what students show, narrowed, page by page, without a name or a number', async () => {
  const here = await s.school()
  const [employer, stranger] = [await s.employer(here), await s.employer(school)]
  const students: Student[] = []
  for (let n = 0; n < 23; n++) {
    s.setClock(new Date(Date.parse('2026-06-01T10:00:00+08:00') + n * 60_000).toISOString())
    const student = await s.student(here)
    await writtenResume(student.first, here, { audience: 'admitted' })
    students.push(student)
  }
  const hidden = await s.student(here)
  await writtenResume(hidden.first, here)
  const find = (query: object = {}) =>
    employer.first.call(contract.findResumes, { params: { school: here }, query })
  const [one, body] = [
    await find(),
    (await employer.first.ask(contract.findResumes, { params: { school: here } })).body,
  ]
  const two = await find({ after: one.next })
  expect([one.items.length, two.items.length, two.next]).toEqual([20, 3, null])
  const ids = [...one.items, ...two.items].map(({ id }) => id)
  expect(new Set(ids).size).toBe(23)
  expect(
    students.filter(({ name, studentNumber }) => body.includes(name) || body.includes(studentNumber)),
  ).toEqual([])
  expect((await find({ region: '420000', category: '13', work: 'full-time' })).items).toHaveLength(20)
  expect((await find({ region: '110000' })).items).toEqual([])
  expect((await find({ majorCode: '9999' })).items).toEqual([])
  const refused = await stranger.first.ask(contract.findResumes, { params: { school: here } })
  expect([refused.statusCode, refused.json().code]).toEqual([409, 'employer-not-admitted'])
  s.setClock('2026-06-01T10:00:00+08:00')
})

test('a look is told of once a viewer and day, contact comes as the student sets, and an employer that is suspended sees nothing', async () => {
  const student = await s.student(school)
  const employer = await s.employer(school)
  const one = await writtenResume(student.first, school, { audience: 'admitted' })
  const looks = () => student.first.call(contract.listLooks, { params: { school }, query: {} })
  const read = await employer.first.call(contract.readResume, at(one.id))
  expect([read.name, read.contact]).toEqual([student.name, null])
  expect('resumeName' in read).toBe(false)
  const paper = await employer.first.ask(contract.resumeFiles.pdf, { ...at(one.id), query: {} })
  expect(paper.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
  expect((await looks()).items).toMatchObject([{ employer: employer.name, resumeName: '技术岗', version: 2 }])
  s.setClock('2026-06-02T00:00:01+08:00')
  const { sharing } = await list(student)
  await student.first.call(contract.saveSharing, {
    params: { school },
    body: { seenVersion: sharing.version, resumeAudience: 'admitted', contactFrom: 'at-once' },
  })
  expect((await employer.first.call(contract.readResume, at(one.id))).contact).toEqual(sampleResume.contact)
  expect((await looks()).items).toHaveLength(2)
  const staff = await s.staff(school, 'school_reviewer')
  await staff.first.call(admissionActs.suspend, {
    params: { school, id: employer.id },
    body: { seenVersion: 1, reason: '核查' },
  })
  for (const ask of [contract.readResume, contract.resumeFiles.photo, contract.resumeFiles.attachment]) {
    const refused = await employer.first.ask(ask, at(one.id))
    expect([refused.statusCode, refused.json().code]).toEqual([409, 'employer-not-admitted'])
  }
  expect((await looks()).items).toHaveLength(2)
  s.setClock('2026-06-01T10:00:00+08:00')
})

test('who shows nothing to employers is found by nobody, by address neither', async () => {
  const [student, employer] = [await s.student(school), await s.employer(school)]
  const one = await writtenResume(student.first, school)
  expect((await employer.first.ask(contract.readResume, at(one.id))).statusCode).toBe(404)
  const other = await s.student(school)
  for (const ask of [contract.getResume, contract.printResume])
    expect((await other.first.ask(ask, at(one.id))).statusCode).toBe(404)
})

test('the database keeps one ordinary version each, of the same student, and nothing shown without one', async () => {
  const [student, other] = [await s.student(school), await s.student(school)]
  const theirs = await writtenResume(other.first, school)
  await writtenResume(student.first, school)
  const set = (values: object) =>
    s.db.updateTable('resumeSharings').set(values).where('studentId', '=', student.id).execute()
  await expect(set({ ordinaryId: theirs.id })).rejects.toThrow('resume_sharings_name_an_own_one')
  await expect(set({ ordinaryId: null, audience: 'admitted' })).rejects.toThrow(
    'resume_sharings_show_what_is_there',
  )
})
