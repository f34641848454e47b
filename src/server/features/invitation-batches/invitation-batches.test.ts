import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as contract from '../../../contracts/invitation-batches.ts'
import { getInvitation, listSentInvitations } from '../../../contracts/invitations.ts'
import { listNotifications } from '../../../contracts/notifications.ts'
import { findStudentToInvite } from '../../../contracts/students.ts'
import { MOST_ROWS } from '../../../domain/invitation-batch/batch.ts'
import { sweep } from '../../background/sweep.ts'
import { verifyJournal } from '../../db/journal.ts'
import { type InvitationRow, invitationRow } from '../../testing/invitation-files.ts'
import { invitingMany, said } from '../../testing/inviting-many.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'
import { inline, xlsx } from '../../testing/sheet-files.ts'

const START = '2026-06-01T10:00:00+08:00'
let s: Scenario
beforeAll(async () => {
  s = await startScenario()
})
afterAll(() => s.stop())
const { inviting, begin, students, invitationsOf } = invitingMany(() => s)

describe('a sheet of invitations', () => {
  test('is checked row by row, sends what is right, and gives back what is not', async () => {
    const { school, employer, check, rows, sendAll, report } = await begin()
    const [one, other, third, fourth] = await students(school, 4)
    const shown = await check([
      invitationRow(one!, {
        应约截止日期: '2026/6/10',
        约定解除条款: '升学、入伍',
        备注条款: '第一条\n第二条',
      }),
      invitationRow(other!, { 转正起薪: '面议', 试用期天数: '400', 联系电话: '12' }),
      invitationRow({ ...fourth!, name: '别的名字' }),
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
      [4, [null, '', '没有找到匹配的学生，请核对学校、姓名与学号']],
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
    expect((await rows(again.id, 'faulty')).map(({ studentNumber }) => studentNumber)).toEqual([
      other!.studentNumber,
      fourth!.studentNumber,
      one!.studentNumber,
    ])
  })

  test('says what one that is looked up alone says: what is pending, what was signed; and no more', async () => {
    const { school, employer, check, rows } = await begin()
    const [invited, signed, placed] = await students(school, 3)
    const rival = await s.employer(school)
    await s.invite(employer, invited!)
    await s.sign(employer, signed!)
    await s.sign(rival, placed!)
    const { id, counts } = await check([invited!, signed!, placed!].map((one) => invitationRow(one)))
    // R2: who has signed with another can be invited, and nobody is told of it.
    expect(counts).toMatchObject({ right: 1, faulty: 2 })
    for (const { studentNumber, name, faults } of await rows(id, 'faulty')) {
      const alone = await employer.first.call(findStudentToInvite, {
        params: { school },
        body: { name, studentNumber },
      })
      expect(alone.reasons).toHaveLength(1)
      expect(faults).toHaveLength(1)
    }
    expect(said(await rows(id, 'faulty'))).toEqual([
      [2, [null, '', '您对该学生已有一份有效邀约']],
      [3, [null, '', expect.stringContaining('协议')]],
    ])
  })

  test('is judged by the school’s own limits and by the domain’s rules, each at its cell', async () => {
    s.setClock(START)
    const school = await s.school({ minDays: 3, maxDays: 10, defaultDays: 4 })
    const employer = await s.employer(school)
    const { check, rows, sendAll } = inviting(school, employer.first)
    const made = await students(school, 5)
    const { id, counts } = await check([
      invitationRow(made[0]!, { 应约截止日期: '2026-06-12' }),
      invitationRow(made[1]!, { 报到期限: '2020-07-01' }),
      invitationRow(made[2]!, { 试用期天数: '200', '合同期限（月）': '6' }),
      invitationRow(made[3]!, {
        工作职位类别: '没有这一类',
        实际工作地点: '朝阳区',
        约定解除条款: '升学、结婚',
      }),
      invitationRow(made[4]!),
    ])
    expect(counts).toMatchObject({ right: 1, faulty: 4 })
    const told = (await rows(id, 'faulty')).map(({ faults }) =>
      faults.map(({ name, said: text }) => [name, text]),
    )
    expect(told).toEqual([
      [['应约截止日期', '应约期限须在 3 至 10 天之间（学校规定）']],
      [['报到期限', expect.stringContaining('日期须在')]],
      [['试用期天数', '试用期包含在合同期限内，不能超过 6 个月的合同期限']],
      [
        ['工作职位类别', '代码表中没有这一项，请填写表中的代码或名称'],
        ['实际工作地点', '有几项同名，请填写代码或从省一级写起的全称'],
        ['约定解除条款', expect.stringContaining('没有“结婚”这一条款')],
      ],
    ])
    await sendAll(id)
    const [sent] = await invitationsOf(school)
    expect(sent!.respondBy).toBe('2026-06-05')
  })

  test('a student is found by number and name together, counted against who looks as one looked up alone (AT-9)', async () => {
    const { school, employer, check, rows } = await begin()
    const [real] = await students(school, 1)
    const wrong = (count: number, from = 0) =>
      Array.from({ length: count }, (_, n) =>
        invitationRow(
          n % 2
            ? { ...real!, studentNumber: `X${from + n}` }
            : { name: `某${n}`, studentNumber: `Y${from + n}` },
        ),
      )
    const find = (body: object) => employer.first.ask(findStudentToInvite, { params: { school }, body })
    const first = await check([...wrong(250), invitationRow(real!)])
    expect(first.counts).toMatchObject({ right: 1, faulty: 250 })
    const texts = new Set((await rows(first.id, 'faulty')).map(({ faults }) => faults[0]!.said))
    expect([...texts]).toEqual(['没有找到匹配的学生，请核对学校、姓名与学号'])
    // Who was found is not counted: fifty more may be wrong, whichever way they are looked up.
    const second = await check([...wrong(60, 300), invitationRow(real!)])
    expect(second.counts).toMatchObject({ right: 0, faulty: 61 })
    const last = (await rows(second.id, 'faulty')).slice(-11).map(({ faults }) => faults[0]!.said)
    expect(new Set(last).size).toBe(1)
    expect(last[0]).toMatch(/没有核对.*15 分钟后再上传/)
    const { name, studentNumber } = real!
    expect((await find({ name, studentNumber })).json().code).toBe('locked-out')
    s.setClock('2026-06-01T10:15:01+08:00')
    expect((await find({ name, studentNumber })).statusCode).toBe(200)
    expect((await check([invitationRow(real!)])).counts).toMatchObject({ right: 1 })
  })
})

describe('files', () => {
  const sheet = (rows: readonly (readonly string[])[], more: object = {}) =>
    xlsx({
      sheets: [
        {
          name: '名单',
          rows: rows.map((cells, k) => `<row r="${k + 1}">${cells.join('')}</row>`).join(''),
          ...more,
        },
      ],
    })
  const text = (row: number) => (cell: string, column: number) =>
    inline(`${String.fromCharCode(65 + column)}${row}`, cell)

  test('an xlsx with titles above, merged cells, formulas and numbers is read as people see it', async () => {
    const { school, check, rows } = await begin()
    const [one, two] = await students(school, 2)
    const row = invitationRow(one!)
    const headings = Object.keys(row)
    const cells = (of: InvitationRow, at: number) =>
      headings.map((heading) => of[heading] ?? '').map(text(at))
    const pay = headings.indexOf('转正起薪')
    const letter = String.fromCharCode(65 + pay)
    const first = cells(row, 3)
    first[pay] = `<c r="${letter}3"><f>4000*2</f><v>8000</v></c>`
    const second = cells(invitationRow(two!), 4)
    second[pay] = `<c r="${letter}4"><f>VLOOKUP(A4,X:Y,2)</f></c>`
    const shown = await check(
      await sheet([[text(1)('2026 届录用名单', 0)], headings.map(text(2)), first, second], {
        after: '<mergeCells><mergeCell ref="A1:F1"/></mergeCells>',
      }),
    )
    expect(shown).toMatchObject({
      counts: { right: 1, faulty: 1 },
      about: { headingRow: 2, computed: [letter] },
    })
    expect(said(await rows(shown.id, 'faulty'))).toEqual([
      [4, [letter, '', expect.stringContaining('公式没有计算结果')]],
    ])
  })

  test('one whose columns cannot be told says which are missing, and nobody is looked up', async () => {
    const { check } = await begin()
    const shown = await check(Buffer.from('学号,学生姓名,工资\n1,张三,8000\n'))
    expect(shown).toMatchObject({ status: 'unclear', isShown: false, actions: [] })
    expect(shown.about!.missing).toContain('position')
    expect(shown.about!.headings.map(({ means }) => means)).toEqual(['studentNumber', 'name', 'regularPay'])
  })

  test.each<[string, () => Buffer | Promise<Buffer>, string]>([
    ['one that is no sheet', () => Buffer.from('%PDF-1.4 nothing'), 'xlsx'],
    ['a damaged one', async () => (await sheet([[text(1)('学号', 0)]])).subarray(0, 300), '损坏'],
    [
      'an encrypted one',
      () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(4096)]),
      '',
    ],
    [
      'one with too many rows',
      () =>
        Buffer.from(
          `学号,姓名,职位,职位类别,报到日期,工作地点,联系人,联系电话,试用期,月薪\n${'1,,,,,,,,,\n'.repeat(MOST_ROWS + 1)}`,
        ),
      '2000',
    ],
  ])('%s is refused in words', async (_, make, words) => {
    const { check } = await begin()
    const shown = await check(await make())
    expect(shown.status).toBe('failed')
    expect(shown.failure).toContain(words)
    expect(shown.counts).toEqual({ right: 0, faulty: 0, sent: 0, refused: 0 })
  })

  test('an empty body is no sheet, and the template is one that is read back', async () => {
    const { send, check, employer } = await begin()
    expect((await send(Buffer.alloc(0))).json().code).toBe('sheet-without-rows')
    for (const language of ['zh-CN', 'en']) {
      const { rawPayload } = await employer.first.ask(contract.readInvitationTemplate, {
        query: { language },
      })
      const shown = await check(rawPayload)
      expect(shown).toMatchObject({ status: 'checked', counts: { right: 0, faulty: 0 } })
      expect(shown.about!.headings.every(({ state }) => state === 'read')).toBe(true)
    }
  })

  test('the next file of the same person takes the place of one that is not sent', async () => {
    const { school, check, look } = await begin()
    const made = await students(school, 2)
    const first = await check([invitationRow(made[0]!)])
    const second = await check([invitationRow(made[1]!)])
    expect([(await look(first.id)).status, (await look(second.id)).status]).toEqual(['cancelled', 'checked'])
  })

  test('what waits too long is cancelled, and what is over is kept for a week', async () => {
    const { school, employer, check, sendAll } = await begin()
    const made = await students(school, 2)
    const sent = await check([invitationRow(made[0]!)])
    await sendAll(sent.id)
    const waiting = await check([invitationRow(made[1]!)])
    s.setClock('2026-06-08T10:00:01+08:00')
    await sweep(s.services)
    const later = await s.enter({ portal: 'employer', employerId: employer.id })
    const of = inviting(school, later.first)
    expect(await of.look(waiting.id)).toMatchObject({ status: 'cancelled' })
    expect(await of.look(sent.id)).toMatchObject({
      status: 'sent',
      isShown: false,
      about: null,
      counts: { sent: 1 },
    })
    const kept = await s.db
      .selectFrom('invitationBatchRows')
      .where('batchId', '=', sent.id)
      .selectAll()
      .execute()
    expect(kept).toEqual([])
    const { items } = await later.first.call(listSentInvitations, {})
    expect(items).toHaveLength(1)
  })
})
