import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as contract from '../../src/contracts/invitation-batches.ts'
import { addDays, dayInChina } from '../../src/domain/day.ts'
import { withCreditCheck } from '../../src/domain/identifiers.ts'
import { SENT_TOGETHER } from '../../src/domain/invitation-batch/batch.ts'
import { verifyJournal } from '../../src/server/db/journal.ts'
import { DEMO_SCHOOL } from '../../src/server/demo/people.ts'
import { addUsers } from '../../src/server/features/accounts/queries.ts'
import { openSession } from '../../src/server/features/accounts/sessions.ts'
import { saveAdmission } from '../../src/server/features/admissions/queries.ts'
import { addEmployers } from '../../src/server/features/employers/queries.ts'
import { agreeForAll } from '../../src/server/features/privacy/consents.ts'
import { giveKnownPin } from '../../src/server/features/signing/known-pin.ts'
import { invitationRow, invitationsCsv } from '../../src/server/testing/invitation-files.ts'
import { type CrashSite, openCrashSite } from './crash-site.ts'

const STUDENTS = 400
const school = DEMO_SCHOOL.code
let site: CrashSite
let token: string
let employerId: string
beforeAll(async () => {
  site = await openCrashSite(STUDENTS)
  const creditCode = withCreditCheck('91420100MA4TBATCH')
  const ids = await addEmployers(site.db, [{ name: '批量单位', creditCode, profile: {} }])
  employerId = ids[0]!
  await saveAdmission(site.db, school, employerId, 'approved', new Date())
  const [id] = await addUsers(site.db, [{ portal: 'employer', login: 'many', name: '批量', employerId }])
  await agreeForAll(site.db, new Date())
  await giveKnownPin(site, [id!], new Date())
  token = await openSession(site.db, id!, { ip: '127.0.0.1', userAgent: 'crash' }, new Date())
  await site.start()
}, 180_000)
afterAll(() => site?.close())

type Shown = {
  readonly id: string
  readonly status: string
  readonly counts: { readonly right: number; readonly sent: number; readonly refused: number }
}
async function asked(endpoint: Parameters<CrashSite['ask']>[1], input: object): Promise<Shown | null> {
  const answer = await site.ask(token, endpoint, input)
  return answer && JSON.parse(answer.bytes.toString('utf8'))
}
const of = (id: string) => ({ params: { school, id } })
const read = (id: string) => ({ ...of(id), body: { noticeVersion: 1 } })
async function untilNot(status: string, id: string): Promise<Shown> {
  for (;;) {
    const shown = await asked(contract.getInvitationBatch, of(id))
    if (shown && shown.status !== status) return shown
  }
}
const counted = async () => {
  const { rows } = await sql<{ sent: number; students: number; notices: number; lines: number }>`
    select count(*) as sent, count(distinct student_id) as students,
      (select count(*) from notifications where kind = 'invitation.sent') as notices,
      (select count(*) from journal where entry ->> 'action' = 'invitation.send') as lines
    from invitations where employer_id = ${employerId}`.execute(site.db)
  return rows[0]!
}
const sentRows = async (id: string) => {
  const batch = site.db.selectFrom('invitationBatches').where('id', '=', id)
  return (await batch.select('sentRows').executeTakeFirstOrThrow()).sentRows
}

test('killed in the middle of sending, thrice: what was sent is sent once, and one click sends the rest', async () => {
  const reportBy = addDays(dayInChina(new Date()), 60)
  const file = invitationsCsv(
    Array.from({ length: STUDENTS }, (_, n) =>
      invitationRow({ studentNumber: `B${n}`, name: `学生${n}` }, { 报到期限: reportBy }),
    ),
  )
  const uploaded = await asked(contract.uploadInvitations, {
    params: { school },
    query: { name: 'a.csv' },
    file,
  })
  const { id } = uploaded!
  expect(await untilNot('reading', id)).toMatchObject({ status: 'checked', counts: { right: STUDENTS } })
  for (let round = 1; round <= 3; round++) {
    const before = await sentRows(id)
    await asked(contract.sendInvitationBatch, read(id))
    while ((await sentRows(id)) < before + SENT_TOGETHER);
    await site.kill()
    // The database notices at the end of its statement that nobody is there any more.
    await sql`select from invitation_batches where id = ${id} for update`.execute(site.db)
    const all = await counted()
    expect([all.sent, all.students, all.notices, all.lines]).toEqual(Array(4).fill(await sentRows(id)))
    expect(all.sent % SENT_TOGETHER).toBe(0)
    await site.start()
    expect((await asked(contract.getInvitationBatch, of(id)))!.status).toBe('sending')
    // A minute of silence later.
    await sql`update invitation_batches set heard_at = heard_at - interval '2 minutes' where id = ${id}`.execute(
      site.db,
    )
    expect((await asked(contract.getInvitationBatch, of(id)))!.status).toBe('unfinished')
  }
  await asked(contract.sendInvitationBatch, read(id))
  expect(await untilNot('sending', id)).toMatchObject({
    status: 'sent',
    counts: { right: 0, sent: STUDENTS, refused: 0 },
  })
  expect(await counted()).toEqual({
    sent: STUDENTS,
    students: STUDENTS,
    notices: STUDENTS,
    lines: STUDENTS,
  })
  expect((await verifyJournal(site.db)).faults).toEqual([])
}, 120_000)
