import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DEMO_PASSWORD } from '../src/server/demo/log-ins.ts'
import { act } from './hands.ts'
import { DESK, inspect, openSite, PHONE, type Site, signIn } from './site.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

/** By its name: passkeys are for names, not for addresses. */
const byName = (viewport: typeof DESK) =>
  site.visit(viewport, 'zh-CN', site.address.replace('127.0.0.1', 'localhost'))

/** A device with a lock that its owner opens whenever it asks. */
async function withDevice(page: Page) {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return {
    credentials: async () => {
      const { credentials } = await devtools.send('WebAuthn.getCredentials', { authenticatorId })
      return credentials
    },
    /** Its owner does, or does not, touch it. */
    answers: (enabled: boolean) =>
      devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: enabled }),
  }
}
const signOut = async (page: Page) => {
  await page.context().clearCookies()
}

test('staff add a passkey, are asked for it beside the password, and sign in by it alone', async () => {
  const page = await byName(DESK)
  const device = await withDevice(page)
  await signIn(page, 'school', 'reviewer')
  await page.goto('/school/account')
  await page.getByRole('button', { name: '添加通行密钥' }).click()
  await page.getByLabel('名称').fill('办公室的电脑')
  await page.getByRole('button', { name: '继续，在设备上确认' }).click()
  await page.getByText('请填写“当前密码”').first().waitFor()
  await inspect(page, 'passkey-add')
  await page.locator('#add-passkey_password').fill(DEMO_PASSWORD)
  await page.getByRole('button', { name: '继续，在设备上确认' }).click()
  await page.getByRole('heading', { name: '备用验证码' }).waitFor()
  expect(await device.credentials()).toHaveLength(1)
  await page.getByRole('button', { name: '我已保存' }).click()
  await page.getByText('办公室的电脑').waitFor()
  await page.getByText('还没有用过').waitFor()
  await inspect(page, 'passkey-account')

  await signOut(page)
  await signIn(page, 'school', 'reviewer')
  await page.getByRole('heading', { name: '再验证一次' }).waitFor()
  await inspect(page, 'passkey-beside-password')
  await page.getByRole('button', { name: '使用通行密钥验证' }).click()
  await page.locator('.side').waitFor()

  await signOut(page)
  // What is asked for stays: the page that was opened, and whoever changes their mind.
  await page.goto('/sign-in/school?from=/school/account')
  await device.answers(false)
  await page.getByRole('button', { name: '用通行密钥登录' }).click()
  await page.getByText('没有完成：已取消，或等待超时').waitFor()
  await inspect(page, 'passkey-undone')
  await device.answers(true)
  await page.getByRole('button', { name: '用通行密钥登录' }).click()
  await page.getByText('最近使用').waitFor()
  await act(page, '改名', '保存', (dialog) => dialog.getByLabel('名称').fill('家里的电脑'))
  await page.getByText('家里的电脑').waitFor()

  // At another address of the site it works no more, and the page says where it does.
  const elsewhere = await site.visit(PHONE)
  await signIn(elsewhere, 'school', 'reviewer')
  await elsewhere.getByText('您的通行密钥只能在 localhost 使用').waitFor()
  await inspect(elsewhere, 'passkey-elsewhere')

  await act(page, '删除', '删除', (dialog) => dialog.getByLabel('当前密码').fill(DEMO_PASSWORD))
  await page.getByText('未开启。').waitFor()
})

test('a student signs in by one on a phone, and asks for it beside the password if they like', async () => {
  const { studentNumber } = site.roster[0]!
  const phone = await byName(PHONE)
  await withDevice(phone)
  await signIn(phone, 'student', studentNumber)
  await phone.goto('/student/account')
  await phone.getByRole('button', { name: '添加通行密钥' }).click()
  await phone.locator('#add-passkey_password').fill(DEMO_PASSWORD)
  await phone.getByRole('button', { name: '继续，在设备上确认' }).click()
  await phone.getByText('还没有用过').waitFor()
  await inspect(phone, 'passkey-student')
  await act(phone, '开启两步验证', '开启两步验证', (dialog) =>
    dialog.getByLabel('当前密码').fill(DEMO_PASSWORD),
  )
  await phone.getByRole('heading', { name: '备用验证码' }).waitFor()
  await phone.getByRole('button', { name: '我已保存' }).click()
  await signOut(phone)
  await phone.goto('/sign-in/student')
  await inspect(phone, 'passkey-door')
  await phone.getByRole('button', { name: '用通行密钥登录' }).click()
  await phone.waitForURL((url) => url.pathname === '/student')

  // Where a browser knows none there is nothing to press.
  const old = await byName(PHONE)
  await old.addInitScript(() => Reflect.deleteProperty(window, 'PublicKeyCredential'))
  await old.goto('/sign-in/student')
  await old.getByRole('button', { name: '登录', exact: true }).waitFor()
  expect(await old.getByRole('button', { name: '用通行密钥登录' }).count()).toBe(0)
})
