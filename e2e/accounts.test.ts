import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DEMO_PASSWORD } from '../src/server/demo/log-ins.ts'
import { demoRoster } from '../src/server/demo/people.ts'
import { tokenFor } from '../src/server/features/notifications/addresses.ts'
import { DESK, inspect, openSite, PHONE, signIn } from './site.ts'

let site: Awaited<ReturnType<typeof openSite>>
let roster: ReturnType<typeof demoRoster>
beforeAll(async () => {
  site = await openSite()
  const { graduationYear } = await site.db
    .selectFrom('students')
    .select('graduationYear')
    .limit(1)
    .executeTakeFirstOrThrow()
  roster = demoRoster(graduationYear)
})
afterAll(() => site?.close())

/** What a phone's keyboard is told by each field in which secrets, numbers or addresses are typed. */
const fieldsOf = (page: Page) =>
  page.locator('input:not([type=checkbox]):not([type=radio])').evaluateAll((inputs) =>
    inputs.map((input) => {
      const told = (name: string) => input.getAttribute(name)
      return {
        id: input.id,
        autocomplete: told('autocomplete'),
        letters: told('autocapitalize'),
        spellcheck: told('spellcheck'),
        keyboard: told('inputmode'),
      }
    }),
  )
const asTyped = { letters: 'none', spellcheck: 'false', keyboard: null }
const inCapitals = { letters: 'characters', spellcheck: 'false', keyboard: null }

test.each(['student', 'employer', 'school'])(
  'keyboards write the log-in and secret of the %s as they are typed',
  async (portal) => {
    const page = await site.visit(PHONE)
    await page.goto(`/sign-in/${portal}`)
    await page.locator('#login').waitFor()
    expect(await fieldsOf(page)).toEqual([
      { id: 'login', autocomplete: 'username', ...asTyped },
      { id: 'secret', autocomplete: 'current-password', ...asTyped },
    ])
  },
)

test('a log-in with a capital, as phones begin it, comes in', async () => {
  const page = await site.visit(PHONE)
  await page.goto('/sign-in/employer')
  await page.locator('#login').fill(' Hr7 ')
  await page.locator('#secret').fill(DEMO_PASSWORD)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.waitForURL('**/employer')
})

test('who has guessed wrong sees for how long to wait, and may try again when it is over', async () => {
  const page = await site.visit(PHONE)
  await page.clock.install()
  await page.goto('/sign-in/student')
  await page.getByLabel('学号').fill(roster[5]!.studentNumber)
  const button = page.getByRole('button', { name: '登录', exact: true })
  for (let guess = 0; guess < 6; guess++) {
    await page.locator('#secret').fill(`guess-${guess}`)
    const answered = page.waitForResponse('**/api/auth/sign-in')
    await button.click()
    await answered
    await page.clock.runFor(1000)
  }
  await page
    .getByRole('timer')
    .getByText(/^还需等待 0:5\d$/)
    .waitFor()
  expect(await button.isDisabled()).toBe(true)
  await inspect(page, 'door-wait-phone')
  await page.clock.runFor(61_000)
  await page.getByRole('timer').waitFor({ state: 'detached' })
  expect(await button.isEnabled()).toBe(true)
})

test('an address is confirmed by its link, on a press of the button; until then the page says that it waits', async () => {
  const page = await site.visit(PHONE)
  await signIn(page, 'student', roster[6]!.studentNumber)
  await page.goto('/student/account')
  const card = page.locator('section', { has: page.getByRole('heading', { name: '接收邮箱' }) })
  await card.locator('#address_email').fill('not an address')
  await card.locator('#address_password').fill(DEMO_PASSWORD)
  await card.getByRole('button', { name: '更改邮箱' }).click()
  await card.locator('.ant-form-item-explain-error').waitFor()
  await card.locator('#address_email').fill('huang@example.com')
  await card.locator('#address_password').fill('not-the-password')
  await card.getByRole('button', { name: '更改邮箱' }).click()
  await card.getByText('账号或密码不正确').first().waitFor()
  expect(await card.locator('#address_email').inputValue()).toBe('huang@example.com')
  await card.locator('#address_password').fill(DEMO_PASSWORD)
  await card.getByRole('button', { name: '更改邮箱' }).click()
  await card.getByText('huang@example.com 尚未确认').waitFor()
  await inspect(page, 'account-unconfirmed-phone')
  expect(await fieldsOf(page)).toEqual([
    { id: 'current', autocomplete: 'current-password', ...asTyped },
    { id: 'next', autocomplete: 'new-password', ...asTyped },
    { id: 'mobile_phone', autocomplete: 'tel', letters: null, spellcheck: null, keyboard: 'tel' },
    { id: 'mobile_password', autocomplete: 'current-password', ...asTyped },
    { id: 'address_email', autocomplete: 'email', ...asTyped, keyboard: 'email' },
    { id: 'address_password', autocomplete: 'current-password', ...asTyped },
  ])
  const sent = page.waitForResponse('**/api/me/email/send-link')
  await card.getByRole('button', { name: '重新发送' }).click()
  expect((await sent).status()).toBe(200)

  const { pendingId } = await site.db
    .selectFrom('notificationSettings')
    .where('pendingEmail', '=', 'huang@example.com')
    .select('pendingId')
    .executeTakeFirstOrThrow()
  const link = `/confirm-email#${tokenFor(site.secrets, pendingId!)}`
  const elsewhere = await site.visit(PHONE)
  await elsewhere.goto(link)
  await elsewhere.getByRole('heading', { name: '确认接收邮箱' }).waitFor()
  await inspect(elsewhere, 'confirm-email-phone')
  await elsewhere.getByRole('button', { name: 'English' }).click()
  await elsewhere.getByRole('heading', { name: 'Confirm your e-mail address' }).waitFor()
  await inspect(elsewhere, 'confirm-email-english-phone')
  await page.reload()
  await card.getByText('huang@example.com 尚未确认').waitFor()
  await elsewhere.getByRole('button', { name: 'Confirm the address' }).click()
  await elsewhere.getByText('The address h***@example.com is confirmed').waitFor()
  await elsewhere.goto('/')
  await elsewhere.goto(link)
  await elsewhere.getByRole('button', { name: 'Confirm the address' }).click()
  await elsewhere.getByText('This link has been used or is no longer valid').waitFor()
  await page.reload()
  await card.getByText('已确认：huang@example.com').waitFor()
})

test('the school hands out a code where a first login is closed, and the student comes in by it', async () => {
  const student = roster[40]!
  const guesser = await site.visit(PHONE)
  await guesser.goto('/sign-in/student')
  for (let guess = 0; guess < 3; guess++)
    await guesser.request.post('/api/auth/sign-in', {
      data: { portal: 'student', school: '99901', login: student.studentNumber, secret: `guess-${guess}` },
    })
  await site.db
    .updateTable('students')
    .set({ firstLoginClosedAt: new Date() })
    .where('studentNumber', '=', student.studentNumber)
    .execute()
  const desk = await site.visit(DESK)
  await signIn(desk, 'school', 'admin')
  await desk.goto('/school/settings')
  const settings = desk.locator('section', { has: desk.getByRole('heading', { name: '首次登录' }) })
  await settings.getByText('证件号码，并核对考生号').click()
  await settings.locator('#firstLoginTries').fill('2')
  await desk.getByRole('button', { name: '保存' }).click()
  await settings.getByText('请填写 3 到 100 之间的整数').waitFor()
  await desk.getByRole('button', { name: /请填写 3 到 100 之间的整数/ }).waitFor()
  await settings.locator('#firstLoginTries').fill('8')
  await desk.getByRole('button', { name: '保存' }).click()
  await desk.getByText('设置已保存').waitFor()
  await inspect(desk, 'settings-first-login')
  const { id } = await site.db
    .selectFrom('students')
    .where('studentNumber', '=', student.studentNumber)
    .select('id')
    .executeTakeFirstOrThrow()
  await desk.goto(`/school/students/99901/${id}`)
  const card = desk.locator('section', { has: desk.getByRole('heading', { name: '首次登录' }) })
  await card.getByText('因多次输错').first().waitFor()
  await inspect(desk, 'student-file-first-login')
  await card.getByRole('button', { name: '生成激活码' }).click()
  await desk.getByRole('dialog').getByRole('button', { name: '生成激活码' }).click()
  const shown = desk.getByRole('dialog', { name: '激活码（只显示这一次）' })
  const code = (await shown.locator('.activation-code').innerText()).trim()
  expect(code).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}$/)
  await inspect(desk, 'activation-code')
  await shown.getByRole('button', { name: '已记下' }).click()
  await card.getByRole('button', { name: '重新开通' }).click()
  await desk.getByRole('dialog').getByRole('button', { name: '重新开通' }).click()
  await card.getByText('生源库中没有考生号').waitFor()

  const phone = await site.visit(PHONE)
  await phone.goto('/sign-in/student')
  await phone.getByLabel('学号').fill(student.studentNumber)
  await phone.locator('#secret').fill(student.idNumber)
  await phone.getByRole('button', { name: '登录', exact: true }).click()
  await phone.getByText('学校要求核对的信息在生源库中没有登记').waitFor()
  expect(await fieldsOf(phone)).toEqual([
    { id: 'name', autocomplete: 'name', letters: null, spellcheck: null, keyboard: null },
    { id: 'idNumberTail', autocomplete: 'off', ...inCapitals },
    { id: 'secondFact', autocomplete: 'off', ...inCapitals },
    { id: 'phone', autocomplete: 'tel', letters: null, spellcheck: null, keyboard: 'tel' },
    { id: 'email', autocomplete: 'email', ...asTyped, keyboard: 'email' },
    { id: 'password', autocomplete: 'new-password', ...asTyped },
  ])
  await inspect(phone, 'verification-second-fact-phone')
  await phone.goto('/sign-in/student')
  await phone.getByLabel('学号').fill(student.studentNumber)
  await phone.locator('#secret').fill(code.toLowerCase())
  await phone.getByRole('button', { name: '登录', exact: true }).click()
  await phone.locator('#name').fill(student.name)
  await phone.locator('#idNumberTail').fill(student.idNumber.slice(-6))
  await phone.locator('#phone').fill('13912345678')
  await phone.locator('#password').fill('Another-Pass-2026')
  for (const box of await phone.getByRole('checkbox').all()) await box.check()
  await phone.getByRole('button', { name: '完成验证' }).click()
  await phone.getByText('签约待办').waitFor()
})

test('a college prints the codes of a class, which are shown only once, and a student comes in by theirs', async () => {
  const desk = await site.visit(DESK)
  await signIn(desk, 'school', 'college01')
  await desk.goto('/school/activation-codes')
  const row = desk.locator('.classes > li').first()
  const className = (await row.innerText()).split('\n')[0]!.trim()
  await inspect(desk, 'class-codes')
  await row.getByRole('button', { name: '生成' }).click()
  const dialog = desk.getByRole('dialog', { name: `为 ${className} 生成激活码？` })
  await dialog.waitFor()
  await inspect(desk, 'class-codes-dialog')
  await dialog.getByRole('button', { name: '生成激活码' }).click()
  await desk.getByRole('heading', { name: new RegExp(`${className}：\\d+ 个激活码`) }).waitFor()
  await inspect(desk, 'class-codes-slips')
  const slip = await desk.locator('.slips > li').first().innerText()
  const [, number] = /(\d{10})/.exec(slip)!
  const [code] = /[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}/.exec(slip)!
  // On paper there are slips alone: what was said has not gone yet.
  await desk.locator('.ant-message').waitFor()
  await desk.emulateMedia({ media: 'print' })
  for (const beside of ['.ant-message', '.actions', 'nav'])
    for (const one of await desk.locator(beside).all()) expect(await one.isVisible(), beside).toBe(false)
  if (process.env.SCREENSHOTS)
    await desk.pdf({ path: `${process.env.SCREENSHOTS}/class-codes.pdf`, format: 'A4' })
  await desk.emulateMedia({ media: 'screen' })
  await desk.getByRole('link', { name: '学生', exact: true }).click()
  await desk.getByRole('dialog').getByRole('button', { name: '留在此页' }).click()
  await desk.getByText(code).waitFor()
  await desk.getByRole('button', { name: '已打印，返回' }).click()
  await desk.getByRole('heading', { name: '首次登录激活码' }).waitFor()
  await row.getByRole('button', { name: '生成' }).click()
  await dialog.getByRole('button', { name: '生成激活码' }).click()
  await dialog.getByText('未登录的学生都已有激活码').first().waitFor()

  const phone = await site.visit(PHONE, 'en-GB')
  await phone.goto('/sign-in/student')
  await phone.locator('#login').fill(number!)
  await phone.locator('#secret').fill(code)
  await phone.getByRole('button', { name: 'Sign in', exact: true }).click()
  await phone.locator('#idNumberTail').waitFor()
  await inspect(phone, 'verification-english-phone')

  const onPhone = await site.visit(PHONE)
  await signIn(onPhone, 'school', 'college01')
  await onPhone.goto('/school/activation-codes')
  await onPhone.locator('.classes > li').first().waitFor()
  await inspect(onPhone, 'class-codes-phone')
})
