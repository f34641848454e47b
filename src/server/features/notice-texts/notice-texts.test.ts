import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { getAgreement } from '../../../contracts/agreements.ts'
import { askDissolution, dissolutionActs, getDissolutionOffer } from '../../../contracts/dissolutions.ts'
import { sendInvitationBatch, uploadInvitations } from '../../../contracts/invitation-batches.ts'
import {
  getInvitation,
  invitationActs,
  listMyInvitations,
  sendInvitation,
} from '../../../contracts/invitations.ts'
import * as contract from '../../../contracts/notice-texts.ts'
import type { NoticeKind } from '../../../domain/notice-text.ts'
import { OUR_NOTICES } from '../../../words/notice-texts.ts'
import { verifyJournal } from '../../db/journal.ts'
import { inForce } from '../../testing/in-force.ts'
import { invitationRow, invitationsCsv } from '../../testing/invitation-files.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'
import { offerOurNotices } from './queries.ts'

let s: Scenario
beforeAll(async () => {
  s = await startScenario()
})
afterAll(() => s.stop())

const OWN = { zh: '第一段。\n第二段。', en: 'One.\nTwo.' }
type Member = Awaited<ReturnType<Scenario['staff']>>
const word = ({ first }: Member, school: string, kind: NoticeKind, seenVersion: number, words = OWN) =>
  first.ask(contract.saveNoticeText, { params: { school, notice: kind }, body: { seenVersion, ...words } })

test('a school begins with ours, words its own, and goes back: every version stays, with who and when', async () => {
  const school = await s.school()
  const administrator = await s.staff(school, 'administrator')
  const college = await s.staff(school, 'college_reviewer', '01')
  const params = { school, notice: 'signing' } as const
  const begun = await college.first.call(contract.getNoticeText, { params })
  expect(begun).toMatchObject({ version: 1, ours: true, savedBy: '', ...OUR_NOTICES.signing })
  const own = await word(administrator, school, 'signing', 1)
  expect(own.json()).toMatchObject({
    version: 2,
    ours: false,
    savedBy: expect.stringMatching(/^人员/),
    ...OWN,
  })
  const unchanged = await word(administrator, school, 'signing', 2)
  expect(unchanged.json().code).toBe('nothing-changed')
  const back = await administrator.first.call(contract.restoreNoticeText, {
    params,
    body: { seenVersion: 2 },
  })
  expect(back).toMatchObject({ version: 3, ours: true, zh: OUR_NOTICES.signing.zh })
  const versions = await college.first.call(contract.listNoticeVersions, { params, query: { pageSize: 2 } })
  expect([versions.total, versions.items.map(({ version, zh }) => [version, zh === OWN.zh])]).toEqual([
    3,
    [
      [3, false],
      [2, true],
    ],
  ])
  const refused = await college.first.ask(contract.restoreNoticeText, { params, body: { seenVersion: 3 } })
  expect(refused.json().code).toBe('not-allowed')
  const empty = await word(administrator, school, 'signing', 3, { zh: ' ', en: 'One.' })
  expect([empty.statusCode, empty.json().errors[0].field]).toEqual([422, 'zh'])
  expect((await s.journal(`school:${school}`)).map(({ entry }) => entry)).toMatchObject([
    { action: 'school.word-notice', data: { kind: 'signing', version: 2, ours: false } },
    { action: 'school.word-notice', data: { kind: 'signing', version: 3, ours: true } },
  ])
})

test('of two who word it at once, one is told to read again', async () => {
  const school = await s.school()
  const [one, other] = [await s.staff(school, 'administrator'), await s.staff(school, 'administrator')]
  for (let version = 1; version <= 5; version++) {
    const answers = await Promise.all(
      [one.first, other.second].map((by, index) =>
        by.ask(contract.saveNoticeText, {
          params: { school, notice: 'dissolution' },
          body: { seenVersion: version, zh: `第 ${version} 次，${index}`, en: `${version}, ${index}` },
        }),
      ),
    )
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
    expect(answers.find(({ statusCode }) => statusCode === 409)!.json().code).toBe('content-changed')
  }
})

test('an acceptance names the version that was read; the agreement shows it whatever is worded later', async () => {
  const school = await s.school()
  const [administrator, employer, student] = [
    await s.staff(school, 'administrator'),
    await s.employer(school),
    await s.student(school),
  ]
  const opened = await s.invite(employer, student)
  await word(administrator, school, 'signing', 1)
  const refused = await student.first.ask(invitationActs.accept, s.acceptance(opened))
  expect([refused.statusCode, refused.json()]).toMatchObject([
    409,
    { code: 'notice-changed', details: { version: 2 } },
  ])
  const reread = await student.first.call(getInvitation, { params: { school, id: opened.id } })
  expect([reread.status, reread.notice]).toEqual(['pending', { version: 2, ...OWN }])
  const signed = await student.first.signed(invitationActs.accept, s.acceptance(reread))
  s.statements.length = 0
  const accepted = await student.first.call(invitationActs.accept, signed)
  expect(s.statements.length).toBeLessThanOrEqual(16)
  await administrator.first.call(contract.restoreNoticeText, {
    params: { school, notice: 'signing' },
    body: { seenVersion: 2 },
  })
  const params = { school, id: accepted.agreementId! }
  for (const reader of [student, employer, administrator]) {
    const { notice } = await reader.first.call(getAgreement, { params })
    expect(notice).toMatchObject({ version: 2, ...OWN })
  }
  const lines = await s.journal(`invitation:${opened.id}`)
  expect(lines.at(-1)!.entry).toMatchObject({ action: 'invitation.accept', data: { notice: 2 } })
  expect((await verifyJournal(s.db)).faults).toEqual([])
})

test('an employer reads it before it sends, and each letter says under which version it went: alone, changed, of a sheet', async () => {
  const school = await s.school()
  const [administrator, employer, stranger] = [
    await s.staff(school, 'administrator'),
    await s.employer(school),
    await s.employer(await s.school()),
  ]
  const [alone, together] = [await s.student(school), await s.student(school)]
  const signing = { params: { school, notice: 'signing' as const } }
  expect(await employer.first.call(contract.getNoticeText, signing)).toMatchObject({ version: 1 })
  expect((await stranger.first.ask(contract.getNoticeText, signing)).statusCode).toBe(404)
  const sent = await s.invite(employer, alone)
  const bulk = await employer.first.ask(uploadInvitations, {
    params: { school },
    query: { name: '邀约.csv' },
    file: invitationsCsv([invitationRow(together)]),
  })
  await s.services.background.settled()
  await word(administrator, school, 'signing', 1)

  const { terms, respondBy, version } = sent
  const letter = { terms: { ...terms, penalty: terms.penalty + 100 }, respondBy }
  const stale = { noticeVersion: 1 }
  const of = { params: { school, id: sent.id } }
  const file = { params: { school, id: bulk.json().id } }
  const again = { studentId: together.id, studentName: together.name, ...letter }
  const revision = { ...letter, seenVersion: version }
  const refused = [
    await employer.first.ask(sendInvitation, { params: { school }, body: { ...again, ...stale } }),
    await employer.first.ask(invitationActs.revise, { ...of, body: { ...revision, ...stale } }),
    await employer.first.ask(sendInvitationBatch, { ...file, body: stale }),
  ]
  expect(refused.map((answer) => [answer.statusCode, answer.json().code])).toEqual(
    Array(3).fill([409, 'notice-changed']),
  )
  const read = { noticeVersion: 2 }
  await employer.first.call(invitationActs.revise, { ...of, body: { ...revision, ...read } })
  await employer.first.call(sendInvitationBatch, { ...file, body: read })
  await s.services.background.settled()
  const { items } = await together.first.call(listMyInvitations, { params: { school } })
  const noticesIn = async (subject: string) =>
    (await s.journal(subject)).map(({ entry }) => (entry as { data: { notice?: number } }).data.notice)
  expect(await noticesIn(`invitation:${sent.id}`)).toEqual([1, 2])
  expect(await noticesIn(`invitation:${items[0]!.id}`)).toEqual([2])
  expect((await noticesIn(`employer:${employer.id}`)).at(-1)).toBe(2)
})

test('asking to dissolve and agreeing name the version that was ticked, each its own', async () => {
  const { school, student, employer, agreement } = await inForce(s)
  const administrator = await s.staff(school, 'administrator')
  const params = { school, id: agreement.id }
  const { notice, agreement: of } = await student.first.call(getDissolutionOffer, { params })
  expect(notice).toMatchObject({ version: 1, zh: OUR_NOTICES.dissolution.zh })
  const body = { seenVersion: of.version, ground: 'other-offer', reason: '另有安排' } as const
  await word(administrator, school, 'dissolution', 1)
  const stale = await student.first.ask(askDissolution, { params, body: { ...body, noticeVersion: 1 } })
  expect(stale.json().code).toBe('notice-changed')
  const asked = await student.first.call(askDissolution, { params, body: { ...body, noticeVersion: 2 } })
  await word(administrator, school, 'dissolution', 2, { ...OWN, zh: '第三版' })
  const answer = (noticeVersion: number) =>
    employer.first.ask(dissolutionActs.agree, {
      params: { school, id: asked.id },
      body: { seenVersion: asked.version, noticeVersion },
    })
  expect((await answer(2)).json().code).toBe('notice-changed')
  expect((await answer(3)).json().status).toBe('in_review')
  const lines = await s.journal(`dissolution:${asked.id}`)
  expect(lines.map(({ entry }) => entry)).toMatchObject([{ data: { notice: 2 } }, { data: { notice: 3 } }])
})

test('the application adds versions and alters none; what was agreed to is not removed', async () => {
  const school = await s.school()
  const { id } = await s.sign(await s.employer(school), await s.student(school))
  const alter = s.db.updateTable('noticeTexts').set({ zh: '改' }).where('schoolId', '=', school)
  await expect(alter.execute()).rejects.toThrow('permission denied')
  await expect(s.db.deleteFrom('noticeTexts').execute()).rejects.toThrow('permission denied')
  const { noticeId } = await s.db
    .selectFrom('agreements')
    .where('id', '=', id)
    .select('noticeId')
    .executeTakeFirstOrThrow()
  const removed = sql`delete from notice_texts where id = ${noticeId}`.execute(s.owner)
  await expect(removed).rejects.toThrow('agreements_notice')
})

test('a start of the product words ours anew where a school has ours, and leaves a school its own', async () => {
  const [ours, own] = [await s.school(), await s.school()]
  await word(await s.staff(own, 'administrator'), own, 'signing', 1)
  // As an earlier product worded it.
  await sql`update notice_texts set zh = '旧' where school_id in (${ours}, ${own}) and kind = 'signing' and version = 1`.execute(
    s.owner,
  )
  await offerOurNotices(s.owner, null)
  await offerOurNotices(s.owner, null)
  const { rows } = await sql<{ schoolId: string; zh: string }>`
    select distinct on (school_id) school_id, zh from notice_texts
    where school_id in (${ours}, ${own}) and kind = 'signing' order by school_id, version desc`.execute(s.db)
  expect(rows.map(({ zh }) => zh)).toEqual([OUR_NOTICES.signing.zh, OWN.zh])
  const { n } = await s.db
    .selectFrom('noticeTexts')
    .where('schoolId', '=', ours)
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  expect(n).toBe(4)
})
