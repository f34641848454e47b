import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { getAgreement, readAgreementDocument } from '../../../contracts/agreements.ts'
import { applyForJob } from '../../../contracts/applications.ts'
import { uploadEvidence } from '../../../contracts/evidence.ts'
import { readEvidencePackage } from '../../../contracts/evidence-package.ts'
import { keepJob, saveSearch } from '../../../contracts/jobs.ts'
import { reportPost } from '../../../contracts/post-reports.ts'
import { ownPostActs, writePost } from '../../../contracts/posts.ts'
import { askPrivacyRequest } from '../../../contracts/privacy-requests.ts'
import {
  askRecommendation,
  getRecommendation,
  readRecommendation,
  recommendationActs,
} from '../../../contracts/recommendations.ts'
import * as contract from '../../../contracts/retention.ts'
import { employerSeal, schoolSeal } from '../../../contracts/seals.ts'
import type { RetentionRules } from '../../../domain/retention.ts'
import { sweep } from '../../background/sweep.ts'
import { verifyJournal } from '../../db/journal.ts'
import { declare } from '../../testing/destination-forms.ts'
import { recommendationAsked } from '../../testing/recommended.ts'
import { samplePost } from '../../testing/sample-post.ts'
import { writtenResume } from '../../testing/sample-resume.ts'
import { type Scenario, SMALL_PDF, startScenario } from '../../testing/scenario.ts'
import { sealedFilesOf, sealNow } from '../../testing/sealing.ts'
import { removeFilesLeft } from '../documents/removal.ts'
import { removeUnused } from '../evidence/removal.ts'
import { findPrintedCode } from '../verification-codes/queries.ts'
import { letSomeGo } from './letting-go.ts'

let s: Scenario
let school: string
beforeAll(async () => {
  s = await startScenario()
})
beforeEach(async () => {
  s.setClock('2026-06-01T10:00:00+08:00')
  school = await s.school()
})
afterAll(() => s.stop())

const ALL = { roster: 3, resume: null, evidence: 3, account: 3, document: null }
const rulesBy = async (rules: Partial<RetentionRules>) => {
  const administrator = await s.staff(school, 'administrator')
  const { version } = await administrator.first.call(contract.getRetention, { params: { school } })
  const body = {
    seenRules: version,
    rules: { roster: null, resume: null, evidence: null, account: null, document: null, ...rules },
  }
  return {
    administrator,
    save: () => administrator.first.ask(contract.saveRetention, { params: { school }, body }),
  }
}
const there = async (id: string) =>
  (await s.db.selectFrom('students').where('id', '=', id).select('id').execute()).length === 1
const accountOf = (userId: string) =>
  s.db.selectFrom('users').where('id', '=', userId).select(['disabledAt', 'passwordHash']).executeTakeFirst()
/** As the clock starts it, on both instances at once. */
const sweepAt = async (instant: string) => {
  s.setClock(instant)
  await Promise.all([sweep(s.services), sweep(s.secondServices)])
}

test('nothing goes before it is switched on, and the dry look says what would', async () => {
  const [unsigned, signed, employer] = [
    await s.student(school),
    await s.student(school),
    await s.employer(school),
  ]
  await s.sign(employer, signed)
  await sweepAt('2030-01-01T08:00:00+08:00')
  expect([await there(unsigned.id), await there(signed.id)]).toEqual([true, true])
  const { administrator } = await rulesBy({})
  const would = await administrator.first.call(contract.tryRetention, {
    params: { school },
    body: { rules: ALL },
  })
  expect(would).toEqual({ roster: 1, resume: 0, evidence: 0, account: 1, document: 0 })
})

test('who signed nothing goes with account and letters, who signed stays, and the journal says how many', async () => {
  const [unsigned, signed, employer] = [
    await s.student(school),
    await s.student(school),
    await s.employer(school),
  ]
  await s.invite(employer, unsigned)
  const agreement = await s.sign(employer, signed)
  await s.certify(agreement, await s.staff(school, 'school_reviewer'))
  const { save } = await rulesBy(ALL)
  expect((await save()).statusCode).toBe(200)
  await sweepAt('2029-12-31T23:00:00+08:00')
  expect(await there(unsigned.id)).toBe(true)
  await sweepAt('2030-01-01T08:00:00+08:00')
  expect([await there(unsigned.id), await there(signed.id)]).toEqual([false, true])
  expect(await accountOf(unsigned.userId)).toBeUndefined()
  expect(await accountOf(signed.userId)).toMatchObject({ disabledAt: s.now(), passwordHash: null })
  const lines = (await s.journal(`school:${school}`)).map(({ entry }) => entry as Record<string, unknown>)
  const gone = lines.filter(({ action }) => action === 'school.let-go')
  expect(gone).toMatchObject([{ data: { roster: 1, evidence: 0 }, actor: { role: 'clock', name: '' } }])
  expect(JSON.stringify(gone)).not.toContain(unsigned.name)
})

test('what is of a student goes with them, or is looked at before they go: nothing else holds them on the roster', async () => {
  const { rows } = await sql<{ name: string }>`
    select distinct conrelid::regclass::text as name from pg_constraint
    where contype = 'f' and confrelid = 'students'::regclass and confdeltype <> 'c' order by 1`.execute(
    s.owner,
  )
  // A placement and a dissolution are of an agreement or a destination.
  expect(rows.map(({ name }) => name)).toEqual(['agreements', 'destinations', 'dissolutions', 'placements'])
})

test('who has only looked for work, or asked for a recommendation in vain, goes with all of that; who was recommended, or waits for it, stays', async () => {
  school = await s.school({ postsAtOnce: true, recommendationLevels: ['school'] })
  const [looking, withdrawing, employer] = [
    await s.student(school),
    await s.student(school),
    await s.employer(school),
  ]
  const { id } = await employer.first.call(writePost, { body: samplePost })
  const submitted = { params: { id }, body: { seenVersion: 1, schools: [school] } }
  const { schools } = await employer.first.call(ownPostActs.submit, submitted)
  const params = { school, shortId: new URL(schools[0]!.address).pathname.split('/').at(-1)! }
  await looking.first.call(keepJob, { params })
  const search = { searchName: '软件', sought: { q: '软件' } }
  await looking.first.call(saveSearch, { params: { school }, body: search })
  await looking.first.call(reportPost, { params, body: { reportGround: 'fee', reportText: '要求交费' } })
  const resume = await writtenResume(looking.first, school, { audience: 'admitted' })
  await looking.first.call(applyForJob, { params, body: { resumeId: resume.id, note: '' } })
  const own = { wish: '软件开发', strengths: '', awards: '', statement: '踏实肯干。' }
  const asked = await withdrawing.first.call(askRecommendation, { params: { school }, body: own })
  await withdrawing.first.call(recommendationActs.withdraw, {
    params: { school, id: asked.id },
    body: { seenVersion: asked.version },
  })
  const waiting = await recommendationAsked(s, school)
  const recommended = await recommendationAsked(s, school)
  await (await s.staff(school, 'school_reviewer')).first.call(recommendationActs.recommend, {
    params: recommended.params,
    body: { seenVersion: recommended.version, word: '予以推荐' },
  })

  await (await rulesBy(ALL)).save()
  await sweepAt('2030-01-01T08:00:00+08:00')
  expect([await there(looking.id), await there(withdrawing.id)]).toEqual([false, false])
  expect([await there(waiting.student.id), await there(recommended.student.id)]).toEqual([true, true])
  const kept = await s.db.selectFrom('recommendations').where('schoolId', '=', school).select('id').execute()
  expect(kept.map(({ id: of }) => of).sort()).toEqual([waiting.params.id, recommended.params.id].sort())
  const remove = sql`delete from students where school_id = ${school} and id = ${recommended.student.id}`
  await expect(remove.execute(s.owner)).rejects.toThrow(
    /recommendation_editions_of|documents|verification_codes/,
  )
})

/** A student whose résumé has an attachment. */
const withAttachment = async () => {
  const student = await s.student(school)
  const { id: attachment } = await student.first.call(uploadEvidence, {
    params: { school },
    file: SMALL_PDF,
    query: { name: '简历.pdf' },
  })
  await writtenResume(student.first, school, { resume: { files: { photo: null, attachment } } })
  return student
}
const resumesOf = async (id: string) =>
  (await s.db.selectFrom('resumes').where('studentId', '=', id).select('id').execute()).length
const toldOfResumes = async (userId: string) =>
  (
    await s.db
      .selectFrom('notifications')
      .where('userId', '=', userId)
      .where('kind', '=', 'resume.goes')
      .select('params')
      .execute()
  ).map(({ params }) => params)

test('résumés go a month after their students were told once, with what was sent and its files', async () => {
  const [student, younger] = [await withAttachment(), await withAttachment()]
  await s.db.updateTable('students').set({ graduationYear: 2030 }).where('id', '=', younger.id).execute()
  const { save } = await rulesBy({ resume: 1 })
  await save()
  await sweepAt('2028-01-01T08:00:00+08:00')
  await sweepAt('2028-01-30T08:00:00+08:00')
  expect([await resumesOf(student.id), await toldOfResumes(student.userId)]).toEqual([
    1,
    [{ day: '2028-01-31' }],
  ])
  await sweepAt('2028-01-31T08:00:00+08:00')
  await removeUnused(s.services, s.now())
  expect([await resumesOf(student.id), await resumesOf(younger.id)]).toEqual([0, 1])
  expect(await toldOfResumes(younger.userId)).toEqual([])
  const files = await s.db.selectFrom('evidence').where('schoolId', '=', school).select('subject').execute()
  expect(files).toEqual([{ subject: `resume:${younger.id}` }])
  expect(await there(student.id)).toBe(true)
})

test('a file in a résumé holds nobody on the roster: it goes, and its student the day after', async () => {
  const student = await withAttachment()
  const { save } = await rulesBy({ roster: 3 })
  await save()
  await sweepAt('2030-01-01T08:00:00+08:00')
  expect([await resumesOf(student.id), await there(student.id)]).toEqual([0, true])
  await sweepAt('2030-01-02T08:00:00+08:00')
  expect(await there(student.id)).toBe(false)
})

test('what runs is touched by nothing: a request that waits, a case in review', async () => {
  const [asking, declaring, free] = [
    await s.student(school),
    await s.student(school),
    await s.student(school),
  ]
  await asking.first.call(askPrivacyRequest, {
    body: { school, requestKind: 'erasure', reason: '删除' },
  })
  await declare(s, declaring, '12')
  await (await rulesBy(ALL)).save()
  await sweepAt('2030-01-03T08:00:00+08:00')
  for (const { id, userId } of [asking, declaring]) {
    expect(await there(id)).toBe(true)
    expect((await accountOf(userId))?.disabledAt).toBeNull()
  }
  expect(await there(free.id)).toBe(false)
})

test('evidence of what has ended goes after three years and not a day before; an agreement’s never', async () => {
  const student = await s.student(school)
  const declared = await declare(s, student, '12')
  const { save } = await rulesBy({ evidence: 3 })
  await save()
  const filesOf = async () =>
    (await s.db.selectFrom('evidence').where('schoolId', '=', school).select('state').execute()).length
  // In review: it runs.
  await sweepAt('2031-01-01T08:00:00+08:00')
  expect(await filesOf()).toBe(declared.evidence.length)
  await s.db
    .updateTable('destinations')
    .set({ status: 'withdrawn', waitingFor: null, endedAt: new Date('2029-06-01T00:00:00+08:00') })
    .where('id', '=', declared.id)
    .execute()
  await sweepAt('2032-06-01T08:00:00+08:00')
  expect(await filesOf()).toBe(declared.evidence.length)
  await sweepAt('2032-06-02T08:00:01+08:00')
  await removeUnused(s.services, s.now())
  expect(await filesOf()).toBe(0)
})

test('many go in small batches, each journaled, and once a day is enough', async () => {
  for (let n = 0; n < 105; n++) await s.student(school, { verified: false })
  const { save } = await rulesBy({ roster: 1 })
  await save()
  await sweepAt('2028-01-01T08:00:00+08:00')
  const left = await s.db.selectFrom('students').where('schoolId', '=', school).select('id').execute()
  expect(left).toEqual([])
  const gone = (await s.journal(`school:${school}`)).map(
    ({ entry }) => entry as { action: string; data: { roster: number } },
  )
  const numbers = gone.filter(({ action }) => action === 'school.let-go').map(({ data }) => data.roster)
  expect([numbers.reduce((sum, n) => sum + n, 0), Math.max(...numbers) <= 100]).toEqual([105, true])
  s.statements.length = 0
  await sweep(s.services)
  expect(s.statements.filter((one) => one.includes('delete from students'))).toEqual([])
})

test('fewer than three years for evidence is refused at the door and by the database', async () => {
  const { save } = await rulesBy({ evidence: 2 })
  const refused = await save()
  expect([refused.statusCode, refused.json().errors]).toMatchObject([422, [{ field: 'rules.evidence' }]])
  await expect(
    s.db.insertInto('retentionRules').values({ schoolId: school, evidenceYears: 2 }).execute(),
  ).rejects.toThrow('retention_of_evidence_is_three_years')
})

test('of two who save at once one is told that the rules are others by now', async () => {
  const [one, two] = [await rulesBy({ roster: 5 }), await rulesBy({ roster: 6 })]
  const answers = await Promise.all([one.save(), two.save()])
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
})

/** A certified agreement with seals of both sides and the student's drawing, sealed; and another one of the same employer. */
const sealedTwice = async () => {
  const [administrator, reviewer] = [
    await s.staff(school, 'administrator'),
    await s.staff(school, 'school_reviewer'),
  ]
  await administrator.first.call(schoolSeal.choose, { params: { school }, body: { made: 'drawn' } })
  const [employer, leaving] = [await s.employer(school), await s.student(school)]
  await employer.first.call(employerSeal.choose, { body: { made: 'drawn' } })
  const gone = await s.certify(await s.sign(employer, leaving), reviewer)
  await sealNow(s)
  // Other seals from now on, under which the one who stays has signed.
  await administrator.first.call(schoolSeal.choose, { params: { school }, body: { made: 'none' } })
  await employer.first.call(employerSeal.choose, { body: { made: 'none' } })
  const staying = await s.student(school)
  await s.db.updateTable('students').set({ graduationYear: 2030 }).where('id', '=', staying.id).execute()
  const kept = await s.certify(await s.sign(employer, staying), reviewer)
  await sealNow(s)
  return { administrator, employer, leaving, gone, staying, kept }
}
const documentOf = (agreementId: string) =>
  s.db.selectFrom('documents').where('agreementId', '=', agreementId).selectAll().executeTakeFirstOrThrow()
const drawingsOf = (userId: string) =>
  s.db.selectFrom('drawings').where('userId', '=', userId).select(['strokes', 'name', 'removedAt']).execute()
const seals = () =>
  s.db
    .selectFrom('seals')
    .where('made', '=', 'drawn')
    .where(({ or, eb, selectFrom }) =>
      or([
        eb('schoolId', '=', school),
        eb('employerId', 'in', selectFrom('agreements').where('schoolId', '=', school).select('employerId')),
      ]),
    )
    .select(['picture', 'sha256', 'removedAt'])
    .execute()
const verified = (path: string, payload: object) =>
  s.app.inject({
    method: 'POST',
    url: `/verify${path}`,
    payload: new URLSearchParams(payload as Record<string, string>).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })

test('what was sealed of who has gone says nothing any more: fingerprint and journal stay, and whoever has the file can have it verified', async () => {
  const it = await sealedTwice()
  const before = await documentOf(it.gone.id)
  const code = await findPrintedCode(s.db, s.services.secrets, { school, kind: 'agreement', id: it.gone.id })
  await (await rulesBy({ account: 5, document: 5 })).save()
  await sweepAt('2031-12-31T23:00:00+08:00')
  expect(await documentOf(it.gone.id)).toEqual(before)
  await sweepAt('2032-01-01T08:00:00+08:00')
  const { content, file, removedAt, ...rest } = await documentOf(it.gone.id)
  expect([content, file, removedAt]).toEqual([null, null, s.now()])
  expect(rest).toEqual((({ content: _c, file: _f, removedAt: _r, ...same }) => same)(before))
  expect(await sealedFilesOf(s, school)).toEqual([(await documentOf(it.kept.id)).file])
  expect(await drawingsOf(it.leaving.userId)).toEqual([{ strokes: null, name: null, removedAt: s.now() }])
  for (const one of await seals())
    expect([one.picture, one.removedAt, one.sha256]).toEqual([null, s.now(), expect.any(String)])

  const lines = (await s.journal(`agreement:${it.gone.id}`)).map(({ entry }) => entry)
  expect(lines.at(-1)).toMatchObject({
    action: 'agreement.remove-documents',
    data: { sha256: before.sha256 },
    actor: { role: 'clock' },
  })
  const own = (await s.journal(`school:${school}`)).map(({ entry }) => entry)
  expect(own).toContainEqual(expect.objectContaining({ data: expect.objectContaining({ document: 1 }) }))
  expect(await verifyJournal(s.db)).toMatchObject({ faults: [] })

  // The other's is whole, with its package.
  const staff = await s.staff(school, 'school_reviewer')
  const read = (id: string, as: 'sealed' | 'copy') =>
    staff.first.ask(readAgreementDocument, { params: { school, id }, query: { as } })
  expect((await read(it.kept.id, 'sealed')).statusCode).toBe(200)
  const taken = await staff.first.ask(readEvidencePackage, { params: { school, id: it.kept.id } })
  expect(taken.statusCode).toBe(200)
  for (const as of ['sealed', 'copy'] as const)
    expect((await read(it.gone.id, as)).json().code).toBe('pdf-removed')
  expect(
    (await staff.first.ask(readEvidencePackage, { params: { school, id: it.gone.id } })).json().code,
  ).toBe('pdf-removed')
  const page = await staff.first.call(getAgreement, { params: { school, id: it.gone.id } })
  expect(page.document).toMatchObject({ state: 'removed' })

  for (const [answer, finding] of [
    [await verified('', { number: it.gone.number, code: code!.code }), null],
    [await verified('/checked', { sha256: before.sha256!, code: '' }), 'genuine'],
    [await verified('/checked', { sha256: '0'.repeat(64), code: code!.code }), 'altered'],
  ] as const) {
    expect(answer.statusCode).toBe(200)
    expect(answer.body).toContain('data-of="removed"')
    expect(answer.body).not.toContain(it.leaving.name)
    expect(answer.body).not.toContain(page.employer.name)
    if (finding) expect(answer.body).toContain(`data-of="${finding}"`)
  }
})

test('broken off between the rows and the files, the next sweep takes the files; who still signs in keeps everything', async () => {
  const it = await sealedTwice()
  await (await rulesBy({ document: 5 })).save()
  await sweepAt('2032-01-01T08:00:00+08:00')
  expect((await documentOf(it.gone.id)).content).not.toBeNull()
  await (await rulesBy({ account: 5, document: 5 })).save()
  await letSomeGo(s.services, school, s.now())
  const { content, file } = await documentOf(it.gone.id)
  expect([content, file === null]).toEqual([null, false])
  const answers = await Promise.all([removeFilesLeft(s.services), removeFilesLeft(s.secondServices)])
  expect(Math.max(...answers)).toBe(1)
  expect((await documentOf(it.gone.id)).file).toBeNull()
  expect(await sealedFilesOf(s, school)).not.toContain(file)
  expect(await removeFilesLeft(s.services)).toBe(0)
})

test('the database removes nothing early, and of what is removed brings nothing back', async () => {
  const it = await sealedTwice()
  const change = (id: string, set: string) =>
    sql`update documents set ${sql.raw(set)} where school_id = ${school} and agreement_id = ${id}`.execute(
      s.owner,
    )
  const never = 'never changed or removed'
  await expect(change(it.gone.id, "content = null, removed_at = '2032-01-01'")).rejects.toThrow('has decided')
  await (await rulesBy({ account: 5, document: 5 })).save()
  await expect(change(it.gone.id, "content = null, removed_at = '2031-06-01'")).rejects.toThrow('has decided')
  await expect(change(it.gone.id, 'content = null')).rejects.toThrow(never)
  await expect(change(it.gone.id, "content = null, file = null, removed_at = '2032-06-01'")).rejects.toThrow(
    never,
  )
  await sweepAt('2032-01-01T08:00:00+08:00')
  for (const set of [
    'removed_at = null',
    "content = '{}'",
    `sha256 = '${'0'.repeat(64)}'`,
    "removed_at = '2040-01-01'",
  ])
    await expect(change(it.gone.id, set)).rejects.toThrow(never)
  await expect(
    sql`delete from documents where agreement_id = ${it.gone.id}`.execute(s.owner),
  ).rejects.toThrow(never)
  await expect(
    sql`update seals set picture = null, removed_at = now() where school_id = ${school} and made = 'none'`.execute(
      s.owner,
    ),
  ).rejects.toThrow(never)
  await expect(
    s.db.updateTable('retentionRules').set({ documentYears: 4 }).where('schoolId', '=', school).execute(),
  ).rejects.toThrow('retention_of_documents_is_five_years')
})

test('what a recommendation said goes with its sealed document, and not before; that it was issued, when and under which number stays', async () => {
  const { student, params, version } = await recommendationAsked(s, school)
  const { first } = await s.staff(school, 'school_reviewer')
  const word = '予以推荐，表现优异。'
  await first.call(recommendationActs.recommend, { params, body: { seenVersion: version, word } })
  await sealNow(s)
  const editions = () =>
    s.db.selectFrom('recommendationEditions').where('recommendationId', '=', params.id).selectAll().execute()
  const kept = () =>
    s.db.selectFrom('recommendations').where('id', '=', params.id).selectAll().executeTakeFirstOrThrow()
  const change = (content: string | null) =>
    sql`update recommendation_editions set content = ${content} where recommendation_id = ${params.id}`.execute(
      s.owner,
    )
  const never = 'never changed or removed'
  await expect(change(null)).rejects.toThrow(never)
  await (await rulesBy({ account: 5, document: 5 })).save()
  await sweepAt('2031-12-31T23:00:00+08:00')
  const before = await editions()
  expect(JSON.stringify([before, await kept()]).split(word)).toHaveLength(3)

  await sweepAt('2032-01-01T08:00:00+08:00')
  expect(await editions()).toEqual(before.map((one) => ({ ...one, content: null })))
  expect(await kept()).toMatchObject({ facts: {}, own: { wish: '' }, word: null, editions: 1, inForce: 1 })
  await expect(change('{}')).rejects.toThrow(never)
  const { first: reader } = await s.staff(school, 'school_reviewer')
  const page = await reader.call(getRecommendation, { params })
  expect(page).toMatchObject({ edition: null, document: { state: 'removed' }, moved: [], facts: [] })
  expect(JSON.stringify(page)).not.toContain(word)
  for (const as of ['sealed', 'copy'] as const)
    expect((await reader.ask(readRecommendation, { params, query: { as } })).json().code).toBe('pdf-removed')
  expect(await there(student.id)).toBe(true)
})
