import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as contract from '../../../contracts/invitation-batches.ts'
import { getInvitation, listSentInvitations } from '../../../contracts/invitations.ts'
import { listNotifications } from '../../../contracts/notifications.ts'
import { findStudentToInvite } from '../../../contracts/students.ts'
import { MOST_ROWS, type RowStanding, SENT_TOGETHER } from '../../../domain/invitation-batch/batch.ts'
import { sweep } from '../../background/sweep.ts'
import { verifyJournal } from '../../db/journal.ts'
import type { Visitor } from '../../http/visitor.ts'
import { type InvitationRow, invitationRow, invitationsCsv } from '../../testing/invitation-files.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'
import { xlsxOf } from '../../testing/sheet-files.ts'

const START = '2026-06-01T10:00:00+08:00'
let s: Scenario
beforeAll(async () => {
  s = await startScenario()
})
afterAll(() => s.stop())

function inviting(school: string, by: Visitor) {
  const of = (id: string) => ({ params: { school, id } })
  const send = (file: Buffer, name = '邀约.csv') =>
    by.ask(contract.uploadInvitations, { params: { school }, query: { name }, file })
  const look = (id: string) => by.call(contract.getInvitationBatch, of(id))
  const settled = async (id: string) => {
    await s.services.background.settled()
    await s.secondServices.background.settled()
    return look(id)
  }
  return {
    send,
    look,
    settled,
    check: async (rows: readonly InvitationRow[] | Buffer) => {
      const answer = await send(Buffer.isBuffer(rows) ? rows : invitationsCsv(rows))
      expect(answer.statusCode).toBe(200)
      return settled(answer.json().id)
    },
    rows: async (id: string, standing: RowStanding) =>
      (await by.call(contract.listBatchRows, { ...of(id), query: { standing, pageSize: 100 } })).items,
    begin: (id: string) => by.ask(contract.sendInvitationBatch, of(id)),
    sendAll: async (id: string) => {
      await by.call(contract.sendInvitationBatch, of(id))
      return settled(id)
    },
    cancel: (id: string) => by.ask(contract.cancelInvitationBatch, of(id)),
    report: async (id: string) =>
      (await by.ask(contract.readBatchReport, { ...of(id), query: {} })).rawPayload,
  }
}
async function begin() {
  s.setClock(START)
  const school = await s.school()
  const employer = await s.employer(school)
  return { school, employer, ...inviting(school, employer.first) }
}
const students = (school: string, count: number) =>
  Array.fromAsync({ length: count }, () => s.student(school))
const invitationsOf = (school: string) =>
  s.db.selectFrom('invitations').where('schoolId', '=', school).selectAll().orderBy('id').execute()
const said = (rows: { row: number; faults: { column: string | null; value: string; said: string }[] }[]) =>
  rows.map(({ row, faults }) => [
    row,
    ...faults.map(({ column, value, said: text }) => [column, value, text]),
  ])

describe('a sheet of invitations', () => {
  test('is checked row by row, sends what is right, and gives back what is not', async () => {
    const { school, employer, check, rows, sendAll, report } = await begin()
    const [one, other, third] = await students(school, 3)
    const shown = await check([
      invitationRow(one!, {
        应约截止日期: '2026/6/10',
        约定解除条款: '升学、入伍',
        备注条款: '第一条\n第二条',
      }),
      invitationRow(other!, { 转正起薪: '面议', 试用期天数: '400', 联系电话: '12' }),
      invitationRow({ ...third!, name: '别的名字' }),
      invitationRow(one!),
      invitationRow(third!, { 试用期天数: '０', 试用起薪: '', 合同期限: '36个月', 违约金: '1.2万' }),
    ])
    expect(shown).toMatchObject({ status: 'checked', counts: { right: 2, faulty: 3, sent: 0, refused: 0 } })
    expect(said(await rows(shown.id, 'faulty'))).toEqual([
      [
        3,
        ['H', '12', '不是电话号码。座机请带区号，境外号码请以 + 和国家代码开头'],
        ['I', '400', '请填写 0 至 366 的整数'],
        ['K', '面议', '不是金额。请填写数字，如 8000、8,000.50 或 1.2万'],
      ],
      [4, [null, '', '没有找到这名学生，请核对所填的内容']],
      [5, ['A', one!.studentNumber, '学号与第 2 行相同']],
    ])
    expect(await invitationsOf(school)).toEqual([])

    const sent = await sendAll(shown.id)
    expect(sent).toMatchObject({
      status: 'sent',
      counts: { right: 0, faulty: 3, sent: 2, refused: 0 },
      actions: [],
    })
    const [first, last] = await rows(shown.id, 'sent')
    const view = await one!.first.call(getInvitation, { params: { school, id: first!.invitationId! } })
    expect(view).toMatchObject({ respondBy: '2026-06-10', actions: ['accept', 'decline'] })
    expect(view.terms).toMatchObject({
      regularPay: 800_050,
      regionCode: '420111',
      regionName: '湖北省武汉市洪山区',
      clauses: ['further-study', 'enlistment'],
      remarks: ['第一条', '第二条'],
      file: { method: 'employer' },
    })
    const { terms } = await third!.first.call(getInvitation, { params: { school, id: last!.invitationId! } })
    expect(terms).toMatchObject({
      probationDays: 0,
      probationPay: 800_050,
      contractMonths: 36,
      penalty: 1_200_000,
    })
    const notices = await one!.first.call(listNotifications, {})
    expect(notices.items).toHaveLength(1)
    const journal = await s.journal(`invitation:${first!.invitationId}`)
    expect(journal.map(({ entry }) => entry)).toMatchObject([
      { action: 'invitation.send', actor: { id: employer.userId, role: 'employer' } },
    ])
    expect((await verifyJournal(s.db)).faults).toEqual([])

    const again = await check(await report(shown.id))
    expect(again.counts).toMatchObject({ right: 0, faulty: 3 })
  })
})
