import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sign } from './hands.ts'
import { back, comeBack, DESK, follow, inspect, openSite, PHONE, type Site } from './site.ts'

let site: Site
let student: Site['roster'][number]
beforeAll(async () => {
  site = await openSite()
  // Verified and free, and with no invitation of hr5.
  student = site.roster[7]!
})
afterAll(() => site?.close())

const unreadOf = async (page: Page): Promise<number> =>
  (await (await page.request.get('/api/me/notifications')).json()).unread

async function invite(hr: Page) {
  await hr.goto('/employer/invite')
  await hr.locator('#name').fill(student.name)
  await hr.locator('#studentNumber').fill(student.studentNumber)
  await hr.getByRole('button', { name: '查找' }).click()
  await hr.getByText('已找到').waitFor()
  await hr.locator('#position').fill('测试工程师')
  await hr.locator('#jobCategory').click()
  await hr.getByTitle('工程技术人员').click()
  await hr.locator('#reportBy').fill(`${student.graduationYear}-07-15`)
  await hr.locator('#probationPay').fill('6000')
  await hr.locator('#regularPay').fill('7000')
  await hr.locator('#regionCode').fill('洪山')
  await hr.getByTitle('湖北省武汉市洪山区').click()
  await hr.locator('#contactName').fill('王女士')
  await hr.locator('#contactPhone').fill('027-88888888')
  await hr.getByRole('button', { name: '预览邀请函' }).click()
  await hr.getByRole('dialog').getByRole('button', { name: '发出邀请' }).click()
  await sign(hr)
  await hr.getByText('邀请已发出').waitFor()
}

test('an invitation rings on the student’s phone, the list refreshes, and a half-written answer stays', async () => {
  const [phone, hr] = [await site.visit(PHONE), await site.visit(DESK)]
  await comeBack(phone, 'student', student.studentNumber)
  await phone.goto('/student/invitations')
  await phone.getByRole('heading', { name: '电子签约' }).waitFor()
  const before = await unreadOf(phone)
  await comeBack(hr, 'employer', 'hr5')
  await invite(hr)
  await phone.getByRole('link', { name: `消息，${before + 1} 条未读` }).waitFor()
  await phone.getByRole('link', { name: /测试工程师/ }).waitFor()
  expect(await phone.title()).toMatch(new RegExp(`^\\(${before + 1}\\) `))
  expect(await phone.getByRole('status').allInnerTexts()).toContain(`有新消息，共 ${before + 1} 条未读`)
  await inspect(phone, 'bell-phone')

  await follow(phone.getByRole('link', { name: /测试工程师/ }))
  await phone.getByRole('button', { name: '拒绝' }).click()
  const answer = phone.getByRole('dialog').getByRole('textbox')
  await answer.fill('工作地点离家太远，还在')
  await phone.clock.install()
  await hr.getByRole('button', { name: '撤回邀约' }).click()
  await hr.getByRole('dialog').getByRole('textbox').fill('该岗位招聘计划已取消')
  await hr.getByRole('dialog').getByRole('button', { name: '撤回邀约' }).click()
  await phone.getByText(`有新消息，共 ${before + 2} 条未读`).waitFor({ state: 'attached' })
  await phone.clock.runFor(10_000)
  await inspect(phone, 'bell-behind-dialog-phone')
  expect(await answer.inputValue()).toBe('工作地点离家太远，还在')
  await phone.getByRole('dialog').getByRole('button', { name: '取消' }).click()
  await phone.getByText('该岗位招聘计划已取消').waitFor()
  expect(await phone.getByRole('button', { name: '拒绝' }).count()).toBe(0)
})

test('the inbox: what is new stands first, leads to its letter, and is read; then all is read', async () => {
  const page = await site.visit(PHONE)
  await comeBack(page, 'student', student.studentNumber)
  await page.locator('.bell b').waitFor()
  const before = await unreadOf(page)
  await page.locator('.bell').click()
  await page.getByRole('heading', { name: '消息' }).waitFor()
  const newest = page.getByRole('list', { name: '消息' }).getByRole('listitem').first()
  await newest.getByText('未读', { exact: true }).waitFor()
  await inspect(page, 'notices-phone')
  await follow(newest.getByRole('link', { name: /撤回了邀约：该岗位招聘计划已取消/ }))
  await page.getByRole('heading', { name: '邀请函' }).waitFor()
  await expect.poll(() => page.title()).toMatch(new RegExp(`^\\(${before - 1}\\) `))
  await back(page)
  await page.getByRole('link', { name: `消息，${before - 1} 条未读` }).waitFor()
  await page.getByRole('button', { name: '全部标为已读' }).click()
  await page.getByRole('link', { name: '消息', exact: true }).waitFor()
  // Of the choice above the list: until the list is asked for anew, its letters bear the same word.
  await page.getByRole('radiogroup', { name: '消息' }).getByText('未读', { exact: true }).click()
  await page.getByText('没有未读的消息').waitFor()
  expect(await page.title()).not.toMatch(/^\(/)
})

test('each person chooses of what copies are sent', async () => {
  const page = await site.visit(PHONE)
  await comeBack(page, 'student', student.studentNumber)
  await page.goto('/student/account')
  const card = page.locator('section', { hasText: '邮件提醒' })
  await card.getByRole('checkbox', { name: /^审核/ }).uncheck()
  await card.getByRole('button', { name: '保存' }).click()
  await page.getByText('邮件提醒设置已保存').waitFor()
  await page.reload()
  expect(await card.getByRole('checkbox', { name: /^审核/ }).isChecked()).toBe(false)
  expect(await card.getByRole('checkbox', { name: /^签约/ }).isChecked()).toBe(true)
})

test('where the stream does not get through, the bell asks by itself', async () => {
  const page = await site.visit(PHONE)
  await page.clock.install()
  let asked = 0
  await page.route('**/api/me/notifications/stream', (route) => route.abort())
  await page.route('**/api/me/notifications?*', (route) => {
    asked += 1
    return route.continue()
  })
  await comeBack(page, 'student', student.studentNumber)
  await expect
    .poll(
      async () => {
        await page.clock.runFor(5_000)
        return asked
      },
      { timeout: 20_000 },
    )
    .toBeGreaterThan(1)
})

test('the other portals have their bell, in English too', async () => {
  const page = await site.visit(DESK)
  await comeBack(page, 'employer', 'hr1')
  await page.locator('.bell b').waitFor()
  await page.locator('.bell').click()
  await page.getByRole('heading', { name: '消息' }).waitFor()
  await inspect(page, 'notices-employer')
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('heading', { name: 'Notifications' }).waitFor()
  await page.getByRole('link', { name: /^Notifications, \d+ unread/ }).waitFor()
  await inspect(page, 'notices-employer-english')
  const staff = await site.visit(DESK)
  await comeBack(staff, 'school', 'reviewer')
  await staff.locator('.bell').click()
  await follow(staff.getByRole('listitem').filter({ hasText: '等待审核' }).getByRole('link').first())
  await staff.getByRole('heading', { level: 1 }).waitFor()
  await inspect(staff, 'notice-leads-to-review')
})
