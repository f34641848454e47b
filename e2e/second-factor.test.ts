import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DEMO_PASSWORD } from '../src/server/demo/log-ins.ts'
import { act, beginAuthenticator, enterCode, shownBy } from './hands.ts'
import { DESK, inspect, openSite, PHONE, type Site, signIn } from './site.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

async function setUp(page: Page): Promise<{ secret: string; codes: string[] }> {
  const secret = await beginAuthenticator(page, DEMO_PASSWORD)
  await inspect(page, 'second-factor-picture')
  await enterCode(page, '000000')
  await page.getByText('验证码不正确').first().waitFor()
  await enterCode(page, shownBy(secret))
  await page.getByRole('heading', { name: '备用验证码' }).waitFor()
  await inspect(page, 'second-factor-codes')
  const codes = await page.locator('.recovery-codes li').allInnerTexts()
  expect(codes).toHaveLength(10)
  await page.getByRole('button', { name: '我已保存' }).click()
  return { secret, codes }
}

test('a school asks it of its staff: set up once, then asked at each sign-in, on a phone too', async () => {
  const page = await site.visit(DESK)
  await signIn(page, 'school', 'admin')
  await page.goto('/school/settings')
  await page.getByLabel('教师登录时必须使用两步验证').check()
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByRole('heading', { name: '请先设置两步验证' }).waitFor()
  await inspect(page, 'second-factor-to-set-up')
  const { secret, codes } = await setUp(page)
  // The page that was open is there again.
  await page.getByRole('heading', { name: '设置', level: 1 }).waitFor()
  expect(await page.getByLabel('教师登录时必须使用两步验证').isChecked()).toBe(true)
  await page.goto('/school/account')
  await page.getByText('备用验证码还剩 10 个').waitFor()
  expect(await page.getByRole('button', { name: '关闭两步验证' }).count()).toBe(0)

  const phone = await site.visit(PHONE)
  await signIn(phone, 'school', 'admin')
  await phone.getByRole('heading', { name: '输入验证码' }).waitFor()
  await inspect(phone, 'second-factor-phone')
  await enterCode(phone, '123')
  await phone.getByText('验证码不正确').first().waitFor()
  expect(await phone.getByLabel('验证码').inputValue()).toBe('123')
  await enterCode(phone, shownBy(secret, 1))
  await phone.getByRole('heading', { name: '输入验证码' }).waitFor({ state: 'detached' })

  const lost = await site.visit(PHONE)
  await signIn(lost, 'school', 'admin')
  await enterCode(lost, codes[0]!.toLowerCase())
  await lost.getByRole('heading', { name: '输入验证码' }).waitFor({ state: 'detached' })

  // Somebody at work meets it where they are.
  await page.goto('/school/settings')
  await page.getByLabel('教师登录时必须使用两步验证').uncheck()
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByText('已保存').first().waitFor()
  await page.goto('/school/account')
  await act(page, '关闭两步验证', '关闭两步验证', (dialog) =>
    dialog.getByLabel('当前密码').fill(DEMO_PASSWORD),
  )
  await page.getByText('未开启。').waitFor()
})

test('one’s own wish: switched on from the account, taken away by an administrator for a lost telephone', async () => {
  const page = await site.visit(DESK)
  await signIn(page, 'school', 'reviewer')
  await page.goto('/school/account')
  await page.getByRole('button', { name: '开启两步验证' }).click()
  await setUp(page)
  await page.getByText('备用验证码还剩 10 个').waitFor()
  await inspect(page, 'second-factor-account')
  await act(page, '重新生成备用验证码', '重新生成备用验证码', (dialog) =>
    dialog.getByLabel('当前密码').fill(DEMO_PASSWORD),
  )
  await page.getByRole('button', { name: '我已保存' }).click()

  const administrator = await site.visit(DESK)
  await signIn(administrator, 'school', 'admin')
  await administrator.goto('/school/staff?q=reviewer')
  await administrator.locator('a.opens').first().click()
  await administrator.getByRole('button', { name: '清除两步验证' }).waitFor()
  await inspect(administrator, 'second-factor-reset')
  await act(administrator, '清除两步验证', '清除两步验证', (dialog) =>
    dialog.getByRole('textbox').fill('手机丢失，已当面核实'),
  )
  await administrator.getByText('手机丢失，已当面核实').waitFor()
  await page.goto('/school')
  await page.waitForURL('**/sign-in/school**')
  await signIn(page, 'school', 'reviewer')
  await page.locator('.side').waitFor()
})
