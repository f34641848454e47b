import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DEMO_PIN } from '../src/domain/signing/pin.ts'
import { DEMO_PASSWORD } from '../src/server/demo/log-ins.ts'
import { bare, textOf } from '../src/server/testing/pdf-tools.ts'
import { handsOn, signing } from './hands.ts'
import { follow, inspect, openSite, type Site } from './site.ts'

let site: Site
let hands: ReturnType<typeof handsOn>
beforeAll(async () => {
  site = await openSite()
  hands = handsOn(site)
})
afterAll(() => site?.close())

/** As a finger draws: some lines across the box. */
async function draw(page: Page) {
  const box = await signing(page).locator('canvas').boundingBox()
  if (!box) throw new Error('there is nothing to draw on')
  for (const [from, to] of [
    [0.2, 0.8],
    [0.8, 0.3],
  ] as const) {
    await page.mouse.move(box.x + box.width * 0.2, box.y + box.height * from)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width * 0.5, box.y + box.height * to, { steps: 12 })
    await page.mouse.move(box.x + box.width * 0.8, box.y + box.height * from, { steps: 12 })
    await page.mouse.up()
  }
}

test('a student signs for the first time on a phone: consent, a drawn signature, a PIN; the page and the PDF have them', async () => {
  const { studentNumber } = site.roster[25]!
  const { id } = await site.db
    .selectFrom('users')
    .where('login', '=', studentNumber)
    .select('id')
    .executeTakeFirstOrThrow()
  await site.db.deleteFrom('signingPins').where('userId', '=', id).execute()
  const phone = await hands.student(25)
  await phone.goto('/student/invitations')
  await follow(phone.locator('a.opens').first())
  await phone.getByRole('button', { name: '同意' }).click()
  const shown = await phone
    .getByRole('dialog')
    .getByText(/^内容指纹/)
    .innerText()
  await phone.getByRole('button', { name: '现在签约' }).click()
  const dialog = signing(phone)
  await dialog.getByText(shown).waitFor()
  await dialog.getByRole('button', { name: '设置并签署' }).click()
  await dialog.getByText(/^有 \d 处需要更正/).waitFor()
  await draw(phone)
  await dialog.getByLabel('登录密码').fill(DEMO_PASSWORD)
  await dialog.getByLabel('新的签署密码').fill('123456')
  await dialog.getByRole('button', { name: '设置并签署' }).click()
  await dialog
    .getByText(/太容易被猜到/)
    .first()
    .waitFor()
  expect(await dialog.getByLabel('登录密码').inputValue()).toBe(DEMO_PASSWORD)
  await inspect(phone, 'sign-first-phone')
  await dialog.getByLabel('新的签署密码').fill(DEMO_PIN)
  await dialog.getByRole('button', { name: '设置并签署' }).click()
  await phone.getByText('签约成功').waitFor()
  await follow(phone.getByRole('link', { name: '查看协议与鉴证进度' }))
  await phone.getByRole('heading', { name: '手写签名' }).waitFor()
  await phone.locator('.drawn-signature path').waitFor()
  await inspect(phone, 'signed-phone')
  const agreement = new URL(phone.url()).pathname.split('/').slice(-1)[0]
  const answer = await phone.request.get(`/api/schools/99901/agreements/${agreement}/document`)
  expect(answer.status()).toBe(200)
  const text = textOf(await answer.body())
  expect(text).toContain('手写签名')
  expect(text).toContain(bare(`签署密码，指纹 ${shown.replace('内容指纹', '').trim()}`))
})

test('a wrong PIN says how many tries are left, and what was chosen stays; the settings say that it is set', async () => {
  const phone = await hands.student(9)
  await phone.goto('/student/invitations')
  await follow(phone.locator('a.opens').first())
  await phone.getByRole('button', { name: '同意' }).click()
  await phone.getByRole('button', { name: '现在签约' }).click()
  const dialog = signing(phone)
  await dialog.getByRole('radio', { name: '以姓名代替手写签名' }).check()
  await dialog.getByLabel('签署密码').fill('999000')
  await dialog.getByRole('button', { name: '签署', exact: true }).click()
  await dialog.getByText('签署密码不正确，还可以试 4 次').first().waitFor()
  expect(await dialog.getByLabel('签署密码').inputValue()).toBe('')
  expect(await dialog.getByRole('radio', { name: '以姓名代替手写签名' }).isChecked()).toBe(true)
  await inspect(phone, 'sign-wrong-pin-phone')
  await dialog.getByRole('button', { name: '取消' }).click()
  // Nothing was sent, and the act is where it was.
  await phone.getByRole('button', { name: '现在签约' }).click()
  await dialog.getByRole('radio', { name: '以姓名代替手写签名' }).check()
  await dialog.getByLabel('签署密码').fill(DEMO_PIN)
  await dialog.getByRole('button', { name: '签署', exact: true }).click()
  await phone.getByText('签约成功').waitFor()
  await phone.goto('/student/account')
  await phone.getByRole('heading', { name: '签署密码' }).waitFor()
  await phone.getByText('已设置', { exact: true }).waitFor()
})
