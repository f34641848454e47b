import jsQr from 'jsqr'
import type { Page } from 'playwright'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, dayInChina } from '../src/domain/day.ts'
import { foldText } from '../src/domain/text.ts'
import { ticketIn } from '../src/domain/visit/visit.ts'
import { act, handsOn } from './hands.ts'
import { follow, inspect, openSite, PHONE, type Site } from './site.ts'

const TITLE = '软件研发岗位专场宣讲会'
const HELD = '2026 届校园招聘宣讲会'
let site: Site
let hands: ReturnType<typeof handsOn>
beforeAll(async () => {
  site = await openSite()
  hands = handsOn(site)
})
afterAll(() => site?.close())

const open = async (page: Page, list: string, title: string) => {
  await page.goto(list)
  await follow(page.getByRole('row', { name: title }).getByRole('link').first())
  await page.getByRole('heading', { name: '办理过程' }).waitFor()
}

test('a talk is asked for, is in nobody’s way, is public, and is signed up for on a phone, whose code the door reads', async () => {
  // The story's talk to come was placed five hours ago, which may have been yesterday.
  const day = addDays(dayInChina(new Date(Date.now() - 5 * 3_600_000)), 7)
  const hr = await hands.desk('employer', 'hr3')
  await hr.goto('/employer/talks')
  await follow(hr.getByRole('link', { name: '申请举办宣讲会' }))
  await hr.getByLabel('宣讲会名称').fill(TITLE)
  await hr.getByRole('textbox', { name: '宣讲会介绍' }).fill('介绍研发岗位与培养计划')
  await hr.getByLabel('第 1 志愿 日期').fill(day)
  await hr.getByLabel('第 1 志愿 开始时间').fill('19:30')
  await hr.getByLabel('第 1 志愿 结束时间').fill('21:00')
  await hr.getByLabel('联系人').fill('赵女士')
  await hr.getByRole('button', { name: '提交申请' }).click()
  await hr.getByText('联系电话').last().waitFor()
  await inspect(hr, 'talk-form')
  await hr.getByLabel('联系电话').fill('027-81234567')
  await hr.getByRole('button', { name: '提交申请' }).click()
  await hr.getByText('待学校安排').first().waitFor()

  const reviewer = await hands.desk('school', 'reviewer')
  await open(reviewer, '/school/talks', TITLE)
  await inspect(reviewer, 'talk-in-queue')
  // Another talk of the story stands in that room: it is named, and another room is free.
  await reviewer.getByRole('button', { name: '安排场地', exact: true }).click()
  const dialog = reviewer.getByRole('dialog')
  const choose = async (room: string) => {
    await dialog.getByLabel('场地', { exact: true }).click()
    await reviewer.locator('.ant-select-item-option').filter({ hasText: room }).click()
  }
  await choose('就业中心宣讲室')
  await dialog.getByText('该场地已安排').waitFor()
  await dialog.getByRole('button', { name: '安排并公布' }).click()
  await dialog.getByText('已安排“走进企业').first().waitFor()
  await dialog.getByRole('button', { name: '取消' }).click()
  await reviewer.reload()
  await act(reviewer, '安排场地', '安排并公布', () => choose('大学生活动中心报告厅'))
  await reviewer.getByText('已安排').first().waitFor()

  const phone = await hands.student(7)
  await phone.goto('/student/talks')
  await inspect(phone, 'talks-phone')
  await follow(phone.getByRole('link', { name: TITLE }))
  await act(phone, '报名')
  const code = phone.getByRole('img', { name: `“${TITLE}”的入场码` })
  await code.waitFor()
  await inspect(phone, 'talk-code-phone')
  const { data, info } = await sharp(await code.screenshot())
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  expect(ticketIn(jsQr(new Uint8ClampedArray(data), info.width, info.height)?.data ?? '')).toHaveLength(20)

  const visitor = await site.visit(PHONE)
  await visitor.goto('/s/99901/talks')
  await visitor.getByRole('link', { name: TITLE }).click()
  await visitor.getByText('主校区 3 号楼').waitFor()
  await inspect(visitor, 'talk-public-phone')
})

test('the door counts without a line, and once when the line is back', async () => {
  const door = await hands.desk('school', 'reviewer')
  await open(door, '/school/talks?queue=all', HELD)
  await follow(door.getByRole('link', { name: '签到' }))
  await door.getByLabel('学号').waitFor()
  await inspect(door, 'talk-door')
  const count = async (number: string) => {
    await door.getByLabel('学号').fill(number)
    await door.getByRole('button', { name: '签到', exact: true }).click()
  }
  await door.context().setOffline(true)
  await count(site.roster[9]!.studentNumber)
  await count(site.roster[9]!.studentNumber)
  await door.getByText('没有网络，已记在本机').waitFor()
  await door.getByText('2 人待上传').waitFor()
  // What is counted outlives the page: this one sends nothing any more, the next one does.
  let isAnew = false
  door.on('request', (request) => {
    isAnew ||= request.isNavigationRequest()
  })
  await door.route('**/arrivals', (route) => (isAnew ? route.continue() : route.abort()))
  await door.context().setOffline(false)
  await door.reload()
  await door.getByText('签到成功').first().waitFor()
  expect(
    await door.getByRole('listitem').filter({ hasText: site.roster[9]!.studentNumber }).allInnerTexts(),
  ).toHaveLength(2)
  await door.getByText('待上传').waitFor({ state: 'detached' })
  await follow(door.getByRole('link', { name: '报名与到场名单' }))
  await door.getByRole('row', { name: site.roster[9]!.studentNumber }).getByText('未报名').waitFor()
  await inspect(door, 'talk-visitors')
})

test('a fair is planned and announced, an employer is let in to a booth, and a student who signs up is counted', async () => {
  const fair = '研发类毕业生双选会'
  const today = dayInChina(new Date())
  const school = await hands.desk('school', 'reviewer')
  await school.goto('/school/fairs')
  await inspect(school, 'fairs')
  await follow(school.getByRole('link', { name: '筹备双选会' }))
  await school.getByLabel('双选会名称').fill(fair)
  await school.getByRole('textbox', { name: '双选会介绍' }).fill('研发、测试与运维岗位')
  await school.getByLabel('场地', { exact: true }).click()
  for (const hall of ['大学生活动中心报告厅', '就业中心宣讲室'])
    await school.locator('.ant-select-item-option').filter({ hasText: hall }).click()
  await school.getByLabel('举办时间 日期').fill(addDays(today, 16))
  await school.getByLabel('举办时间 开始时间').fill('09:00')
  await school.getByLabel('举办时间 结束时间').fill('12:00')
  await school.getByLabel('单位报名开始').fill(today)
  await school.getByRole('button', { name: 'B03 设展位' }).click()
  await school.getByText('共 23 个展位').waitFor()
  await school.getByRole('button', { name: '保存草稿' }).click()
  await school.getByText('单位报名截止').last().waitFor()
  await inspect(school, 'fair-form')
  await school.getByLabel('单位报名截止').fill(addDays(today, 3))
  await school.getByRole('button', { name: '保存草稿' }).click()
  await school.getByText('未发布').first().waitFor()
  await act(school, '发布')
  await school.getByText('单位报名中').first().waitFor()
  await inspect(school, 'fair')
  const floor = `${new URL(school.url()).pathname}/floor`

  const hr = await hands.desk('employer', 'hr8')
  await hr.goto('/employer/fairs')
  await inspect(hr, 'fairs-to-join')
  await follow(hr.getByRole('row', { name: fair }).getByRole('link').first())
  await hr.getByLabel('带来的招聘信息').click()
  await hr.locator('.ant-select-item-option').first().click()
  await hr.getByLabel('联系人').fill('赵女士')
  await hr.getByLabel('联系电话').fill('027-81234567')
  await hr.getByLabel('联系邮箱').fill('hr@example.com')
  await hr.getByLabel('第 1 人').fill('赵一')
  await hr.getByRole('button', { name: '提交报名' }).click()
  await hr.getByText('待学校审核').first().waitFor()
  await inspect(hr, 'fair-joined')

  await follow(school.getByRole('link', { name: '参展单位' }))
  await inspect(school, 'fair-entries')
  await follow(school.getByRole('row', { name: '待学校审核' }).getByRole('link').first())
  await act(school, '同意参加')
  await school.getByText('展位 A01').first().waitFor()
  const employer = await school.getByRole('heading', { level: 1 }).innerText()
  await act(school, `换展位 ${employer}`, '换到这里', async (dialog) => {
    await dialog.getByLabel('展位', { exact: true }).click()
    await school.locator('.ant-select-item-option').filter({ hasText: 'A03' }).click()
  })
  await school.getByText('展位 A03').first().waitFor()
  await inspect(school, 'fair-entry')
  await hr.reload()
  await hr.getByText('展位 A03').first().waitFor()
  await school.goto(floor)
  await school.getByRole('button', { name: `移动 A03 ${employer}` }).hover()
  await school.mouse.down()
  await school.locator('[data-booth="A02"]').hover()
  await school.mouse.up()
  await school.getByRole('dialog').getByRole('button', { name: '换到这里' }).click()
  await school.locator('[data-booth="A02"]').getByText(employer).waitFor()

  const phone = await hands.student(8)
  await phone.goto('/student/fairs')
  await inspect(phone, 'fairs-phone')
  await follow(phone.getByRole('link', { name: fair }))
  await act(phone, '报名')
  await phone.getByRole('img', { name: `“${fair}”的入场码` }).waitFor()
  await inspect(phone, 'fair-phone')

  // The day has come: the door opens two hours before.
  const soon = new Date(Date.now() + 3_600_000)
  await site.db
    .updateTable('fairs')
    .set({ startsAt: soon, endsAt: new Date(soon.getTime() + 3_600_000) })
    .where('titleFolded', '=', foldText(fair))
    .execute()
  await open(school, '/school/fairs', fair)
  await follow(school.getByRole('link', { name: '签到' }))
  await school.getByLabel('学号').fill(site.roster[8]!.studentNumber)
  await school.getByRole('button', { name: '签到', exact: true }).click()
  await school.getByText('签到成功').first().waitFor()
  await follow(school.getByRole('link', { name: '报名与到场名单' }))
  const counted = school.getByRole('row', { name: site.roster[8]!.studentNumber })
  expect(await counted.innerText()).not.toContain('未到场')
  await inspect(school, 'fair-visitors')
  await phone.reload()
  await phone.getByText('已到场').waitFor()
  for (const paper of ['floor', 'badges']) {
    await school.goto(new URL(`../${paper}`, `${school.url()}/`).pathname)
    await school.getByText('A02').first().waitFor()
    await inspect(school, `fair-${paper}`)
  }
})
