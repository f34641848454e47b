import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DEMO_SCHOOL } from '../src/server/demo/people.ts'
import { act, handsOn } from './hands.ts'
import { agree, DESK, follow, inspect, openSite, PHONE, type Site, signIn } from './site.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

/** The whole notice, and nothing of the portal behind it. */
const notice = (page: Page) => page.getByRole('heading', { name: '个人信息保护声明', level: 1 })

test('a school publishes its notice; a student who does not agree is told what then, agrees, sees all that is kept, asks, and is answered', {
  timeout: 60_000,
}, async () => {
  const admin = await handsOn(site).desk('school', 'admin')
  await admin.goto('/school/privacy-settings')
  await admin.getByRole('button', { name: '先看会清理什么' }).click()
  await admin.getByText('今天会删除 0 名学生的生源信息').waitFor()
  await admin.getByLabel('负责人和联系方式').fill('周主任 027-87001234')
  await admin.getByRole('button', { name: '发布新版本' }).click()
  await admin.getByText('第 1 版').first().waitFor()
  await inspect(admin, 'privacy-settings')

  const phone = await site.visit(PHONE)
  await phone.goto(`/privacy?school=${DEMO_SCHOOL.code}`)
  await notice(phone).waitFor()
  await inspect(phone, 'privacy-public')
  await signIn(phone, 'student', site.roster[0]!.studentNumber)
  await notice(phone).waitFor()
  expect(await phone.getByText('周主任 027-87001234').isVisible()).toBe(true)
  await inspect(phone, 'privacy-gate')
  await phone.getByRole('button', { name: '不同意' }).click()
  await phone.getByText('不能在线签约、登记去向、申请或审核').waitFor()
  await phone.getByRole('button', { name: '返回声明' }).click()
  await agree(phone)

  await phone.goto('/student/privacy')
  await phone.getByText('生源信息', { exact: false }).first().waitFor()
  await inspect(phone, 'privacy-mine')
  const [download] = await Promise.all([
    phone.waitForEvent('download'),
    phone.getByRole('link', { name: '下载 JSON 文件' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('my-data.json')
  await act(phone, '提出申请', '提出申请', (dialog) => dialog.getByRole('textbox').fill('请删除我的邮箱'))
  const row = phone.getByRole('link', { name: /等待学校答复/ })
  await row.waitFor()

  const reviewer = await site.visit(DESK)
  await signIn(reviewer, 'school', 'reviewer')
  await agree(reviewer)
  await reviewer.goto('/school/privacy-requests')
  await follow(
    reviewer.getByRole('row', { name: new RegExp(site.roster[0]!.studentNumber) }).getByRole('link'),
  )
  await inspect(reviewer, 'privacy-request')
  await act(reviewer, '答复：已办理', '答复：已办理', (dialog) => dialog.getByRole('textbox').fill('已删除'))
  await follow(row)
  await phone.reload()
  await phone.getByText('学校的答复').waitFor()
  await inspect(phone, 'privacy-answered')
})
