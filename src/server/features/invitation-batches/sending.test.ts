import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as contract from '../../../contracts/invitation-batches.ts'
import { SENT_TOGETHER } from '../../../domain/invitation-batch/batch.ts'
import { verifyJournal } from '../../db/journal.ts'
import { invitationRow, invitationsCsv } from '../../testing/invitation-files.ts'
import { invitingMany } from '../../testing/inviting-many.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'

const START = '2026-06-01T10:00:00+08:00'
let s: Scenario
beforeAll(async () => {
  s = await startScenario()
})
afterAll(() => s.stop())
const { inviting, begin, students, invitationsOf } = invitingMany(() => s)

describe('who may', () => {
  test('only an employer that the school has admitted and has lately verified brings a file, or sends one', async () => {
    s.setClock(START)
    const school = await s.school()
    const [one] = await students(school, 1)
    const file = invitationsCsv([invitationRow(one!)])
    for (const status of ['pending', 'suspended'] as const) {
      const employer = await s.employer(school, status)
      expect((await inviting(school, employer.first).send(file)).json().code).toBe('employer-not-admitted')
    }
    const employer = await s.employer(school)
    const of = inviting(school, employer.first)
    const { id } = await of.check(file)
    const admission = () => s.db.updateTable('admissions').where('employerId', '=', employer.id)
    await admission().set({ verifyDue: '2026-05-31' }).execute()
    expect((await of.begin(id)).json().code).toBe('employer-verification-due')
    expect((await of.send(file)).json().code).toBe('employer-verification-due')
    const out = { status: 'suspended', admittedAt: null, verifyDue: null, reason: '' }
    await admission().set(out).execute()
    expect((await of.begin(id)).json().code).toBe('employer-not-admitted')
    expect(await of.look(id)).toMatchObject({ status: 'checked', counts: { right: 1 } })
    const back = { status: 'approved', admittedAt: s.now(), verifyDue: '2026-12-01', reason: null }
    await admission().set(back).execute()
    await s.db.updateTable('schools').set({ suspendedAt: s.now() }).where('id', '=', school).execute()
    expect((await of.begin(id)).json().code).toBe('school-suspended')
    expect(await invitationsOf(school)).toEqual([])
  })

  test('a file is every member’s of its employer, and does not exist for another', async () => {
    const { school, employer, check } = await begin()
    const [one] = await students(school, 1)
    const { id } = await check([invitationRow(one!)])
    const stranger = inviting(school, (await s.employer(school)).first)
    const refused = [await stranger.begin(id), await stranger.cancel(id)]
    expect(refused.map(({ statusCode }) => statusCode)).toEqual([404, 404])
    await expect(stranger.look(id)).rejects.toThrow('404')
    await expect(stranger.rows(id, 'right')).rejects.toThrow('404')
    expect(JSON.parse(String(await stranger.report(id))).code).toBe('not-found')
    const recruiter = await s.enter({
      portal: 'employer',
      employerId: employer.id,
      employerRole: 'recruiter',
    })
    expect(await inviting(school, recruiter.first).sendAll(id)).toMatchObject({
      status: 'sent',
      counts: { sent: 1 },
    })
    const [sent] = await invitationsOf(school)
    const journal = await s.journal(`invitation:${sent!.id}`)
    expect(journal[0]!.entry).toMatchObject({ actor: { id: recruiter.userId } })
    const { items } = await employer.first.call(contract.listInvitationBatches, {})
    expect(items).toMatchObject([{ id, status: 'sent', school: { code: school } }])
  })

  test('whoever leaves in the middle sends no more, and another goes on', async () => {
    const { school, employer, check, begin: send } = await begin()
    const made = await students(school, 3)
    const { id } = await check(made.map((one) => invitationRow(one)))
    const other = await s.enter({ portal: 'employer', employerId: employer.id })
    const leaving = s.db.updateTable('users').where('id', '=', employer.userId)
    const sending = send(id)
    await sending
    await leaving.set({ disabledAt: s.now(), employerRole: null }).execute()
    await s.services.background.settled()
    const seen = await inviting(school, other.first).look(id)
    expect(['sent', 'unfinished']).toContain(seen.status)
    if (seen.status === 'unfinished') await inviting(school, other.first).sendAll(id)
    expect(await invitationsOf(school)).toHaveLength(3)
  })
})

describe('sending', () => {
  test('what became wrong since the check is told row by row, and the rest is sent', async () => {
    const { school, employer, check, rows, sendAll, report } = await begin()
    const [invited, renamed, fine, told] = await students(school, 4)
    const { id } = await check([invited!, renamed!, fine!, told!].map((one) => invitationRow(one)))
    await s.invite(employer, invited!)
    await s.db
      .updateTable('students')
      .set({ name: '改名', nameFolded: '改名' })
      .where('id', '=', renamed!.id)
      .execute()
    await s.db
      .insertInto('noticesOfDay')
      .values({
        schoolId: school,
        byParty: `employer:${employer.id}`,
        toParty: `student:${told!.id}`,
        day: '2026-06-01',
        n: 20,
      })
      .execute()
    const sent = await sendAll(id)
    expect(sent).toMatchObject({ status: 'sent', counts: { right: 0, faulty: 0, sent: 1, refused: 3 } })
    expect((await rows(id, 'refused')).map(({ row, faults }) => [row, faults[0]!.said])).toEqual([
      [2, '您对该学生已有一份有效邀约'],
      [3, '没有找到匹配的学生，请核对学校、姓名与学号'],
      [5, expect.stringContaining('20')],
    ])
    expect((await rows(id, 'sent')).map(({ studentNumber }) => studentNumber)).toEqual([fine!.studentNumber])
    const again = await check(await report(id))
    expect(again.rowsRead).toBe(3)
  })

  test('days that have passed since the check are told', async () => {
    const { school, employer, check } = await begin()
    const made = await students(school, 2)
    const { id } = await check([
      invitationRow(made[0]!, { 应约截止日期: '2026-06-03' }),
      invitationRow(made[1]!, { 报到期限: '2026-06-02', 应约截止日期: '2026-06-20' }),
    ])
    s.setClock('2026-06-05T10:00:00+08:00')
    const later = await s.enter({ portal: 'employer', employerId: employer.id })
    const of = inviting(school, later.first)
    expect(await of.sendAll(id)).toMatchObject({ status: 'sent', counts: { sent: 0, refused: 2 } })
    const texts = (await of.rows(id, 'refused')).map(({ faults }) => faults[0]!.said)
    expect(texts).toEqual([expect.stringContaining('应约期限须在'), expect.stringContaining('日期须在')])
  })

  test('two members send the same file at once, on two instances: each student has one invitation', async () => {
    const { school, employer, check, begin: send, settled } = await begin()
    const made = await students(school, SENT_TOGETHER + 20)
    const file = made.map((one) => invitationRow(one))
    const other = await s.enter({ portal: 'employer', employerId: employer.id })
    const others = inviting(school, other.second)
    const mine = await check(file)
    const theirs = await others.check(invitationsCsv([...file].reverse()))
    const answers = await Promise.all([send(mine.id), others.begin(theirs.id)])
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200])
    const [one, two] = [await settled(mine.id), await others.settled(theirs.id)]
    expect(one.counts.sent + two.counts.sent).toBe(made.length)
    expect(one.counts.refused + two.counts.refused).toBe(made.length)
    expect([one.status, two.status]).toEqual(['sent', 'sent'])
    const invitations = await invitationsOf(school)
    expect(new Set(invitations.map(({ studentId }) => studentId)).size).toBe(made.length)
    expect(invitations).toHaveLength(made.length)
    expect((await verifyJournal(s.db)).faults).toEqual([])
  })

  test('begun twice at once it is sent once; again there is nothing to send', async () => {
    const { school, check, begin: send, settled } = await begin()
    const made = await students(school, 3)
    const { id } = await check(made.map((one) => invitationRow(one)))
    const answers = await Promise.all([send(id), send(id)])
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
    await settled(id)
    expect((await send(id)).json().code).toBe('already-moved-on')
    expect(await invitationsOf(school)).toHaveLength(3)
  })

  test('broken off it is shown as unfinished, and any member goes on with one click; no row is sent twice', async () => {
    const { school, employer, check, look, begin: send } = await begin()
    const made = await students(school, 4)
    const { id } = await check(made.map((one) => invitationRow(one)))
    const batch = () => s.db.updateTable('invitationBatches').where('id', '=', id)
    const run = s.anId()
    await batch().set({ status: 'sending', run, heardAt: s.now() }).execute()
    expect(await look(id)).toMatchObject({ status: 'sending', actions: ['cancel'] })
    expect((await send(id)).statusCode).toBe(409)
    s.setClock('2026-06-01T10:01:01+08:00')
    expect(await look(id)).toMatchObject({ status: 'unfinished', actions: ['send', 'cancel'] })
    const other = await s.enter({ portal: 'employer', employerId: employer.id })
    const of = inviting(school, other.first)
    expect(await of.sendAll(id)).toMatchObject({ status: 'sent', counts: { sent: 4 } })
    // Were a row believed unsent after all, its invitation is there.
    await s.db
      .updateTable('invitationBatchRows')
      .set({ standing: 'right' })
      .where('batchId', '=', id)
      .execute()
    await s.db
      .updateTable('invitations')
      .set({ status: 'withdrawn', endedAt: s.now(), reason: '测试' })
      .where('schoolId', '=', school)
      .execute()
    await batch().set({ status: 'checked', endedAt: null, rightRows: 4 }).execute()
    await of.begin(id)
    await s.services.background.settled()
    const [fault] = s.faults.splice(0)
    expect(String(fault)).toContain('invitations_pkey')
    expect(await invitationsOf(school)).toHaveLength(4)
  })

  test('cancelled in the middle: what was sent stays sent, and the rest comes back as a file', async () => {
    const { school, check, look, cancel, rows, report } = await begin()
    const made = await students(school, 3)
    const { id } = await check(made.map((one) => invitationRow(one)))
    expect((await cancel(id)).json()).toMatchObject({ status: 'cancelled', actions: [] })
    expect(await look(id)).toMatchObject({ counts: { right: 3, sent: 0 } })
    expect(await rows(id, 'right')).toHaveLength(3)
    expect(await invitationsOf(school)).toEqual([])
    expect((await check(await report(id))).counts).toMatchObject({ right: 3, faulty: 0 })
  })

  test('takes few statements a row, its signature included', async () => {
    const { school, check, sendAll } = await begin()
    const made = await students(school, 100)
    s.statements.length = 0
    const { id } = await check(made.map((one) => invitationRow(one)))
    const checked = s.statements.length
    s.statements.length = 0
    expect((await sendAll(id)).counts.sent).toBe(100)
    const sent = s.statements.length
    expect([checked / 100, sent / 100].map((each) => each < 0.65)).toEqual([true, true])
  })
})
