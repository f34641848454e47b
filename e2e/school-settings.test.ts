import { afterAll, beforeAll, expect, test } from 'vitest'
import { DEMO_SCHOOL } from '../src/server/demo/people.ts'
import { act, handsOn, sign } from './hands.ts'
import { comeBack, follow, inspect, openSite, PHONE, type Site } from './site.ts'

let site: Site
let hands: ReturnType<typeof handsOn>
beforeAll(async () => {
  site = await openSite()
  hands = handsOn(site)
})
afterAll(() => site?.close())

test('numbers are made by the school’s pattern, and what is signed is the notice that was read', async () => {
  const phone = await hands.student(0)
  await phone
    .getByRole('link', { name: /请应约或拒绝/ })
    .first()
    .click()
  await phone.getByRole('button', { name: '同意' }).waitFor()

  const admin = await hands.desk('school', 'admin')
  await admin.goto('/school/settings')
  const numbers = admin.getByRole('region', { name: '协议编号' })
  const pattern = numbers.locator('#numberPattern')
  await pattern.fill('jy{year}{school}')
  await numbers.getByText('写完整后，这里显示示例').waitFor()
  await admin.getByRole('button', { name: '保存' }).click()
  await numbers.getByText('编号规则缺少 {SERIAL}').waitFor()
  await inspect(admin, 'settings-number-fault')
  await numbers.getByRole('button', { name: /流水号/ }).click()
  await numbers.getByText(new RegExp(`网上签约 JY\\d{4}${DEMO_SCHOOL.code}000001`)).waitFor()
  await admin.getByRole('button', { name: '保存' }).click()
  await admin.getByText('设置已保存').waitFor()
  await numbers.getByText(/最近一次/).waitFor()
  await follow(numbers.getByRole('link', { name: '修改记录' }))
  await admin.getByText('编号规则：{KIND}{YEAR}{SCHOOL}{SERIAL:6} → JY{YEAR}{SCHOOL}{SERIAL:6}').waitFor()
  await inspect(admin, 'setting-changes')

  await admin.goto('/school/notice-texts')
  await admin.getByLabel('中文').fill('本校第一条。\n本校第二条。')
  await admin.getByLabel('英文').fill('Our first.\nOur second.')
  await admin.getByRole('button', { name: '保存为新的一版' }).click()
  await admin.getByText('已保存为新的一版').waitFor()
  await admin.getByText(/第 2 版 · 学校文本/).waitFor()
  await inspect(admin, 'notice-texts')

  await phone.getByRole('button', { name: '同意' }).click()
  const dialog = phone.getByRole('dialog')
  await dialog.getByRole('button', { name: '现在签约' }).click()
  await sign(phone)
  await dialog.getByText('学校刚刚更新了须知').waitFor()
  await inspect(phone, 'accept-notice-changed-phone')
  await dialog.getByRole('button', { name: '取消' }).click()
  await phone.getByText('本校第二条。').waitFor()
  await act(phone, '同意', '现在签约')
  await follow(phone.getByRole('link', { name: '查看协议与鉴证进度' }))
  await phone
    .getByText(new RegExp(`^JY\\d{4}${DEMO_SCHOOL.code}000001$`))
    .first()
    .waitFor()
  await phone.getByText('签约须知（签约时阅读的第 2 版）').waitFor()
  await phone.getByText('本校第二条。').waitFor()
  await inspect(phone, 'agreement-with-notice-phone')
})

test('a college’s reviewer reads the settings and changes nothing, on a phone too', async () => {
  const page = await site.visit(PHONE)
  await comeBack(page, 'school', 'college01')
  await page.goto('/school/settings')
  await page.getByText('您可以查看设置').waitFor()
  expect(await page.getByLabel('对方答复期限（天）').isDisabled()).toBe(true)
  expect(await page.getByRole('button', { name: '保存' }).count()).toBe(0)
  await inspect(page, 'settings-read-only-phone')
  await follow(page.getByRole('link', { name: '须知文本' }))
  await page
    .getByText(/系统默认文本/)
    .first()
    .waitFor()
  expect(await page.getByRole('button', { name: '保存为新的一版' }).count()).toBe(0)
  await inspect(page, 'notice-texts-phone')
})
