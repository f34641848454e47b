import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { comeBack, DESK, openSite, PHONE, type Site } from './site.ts'

let site: Site
let page: Page
beforeAll(async () => {
  site = await openSite()
  page = await site.visit(DESK)
  await comeBack(page, 'school', 'admin')
})
afterAll(() => site?.close())

/** What Safari tells a page when Enter chooses a word: the end of the composition first, the key afterwards. */
const chooseByEnter = (field: string, text: string) =>
  page.locator(field).evaluate((input: HTMLInputElement, typed) => {
    const key = { key: 'Enter', code: 'Enter', keyCode: 229, bubbles: true, cancelable: true }
    input.focus()
    input.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }))
    input.dispatchEvent(new KeyboardEvent('keydown', { ...key, isComposing: true }))
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(input, typed)
    input.dispatchEvent(new InputEvent('input', { bubbles: true, data: typed, isComposing: true }))
    input.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, data: typed }))
    const late = new KeyboardEvent('keydown', key)
    input.dispatchEvent(late)
    return late.defaultPrevented
  }, text)

test('the Enter that ends a composition seeks nothing; the next one does', async () => {
  await page.goto('/school/students')
  const field = 'input[type=search], .seek input'
  expect(await chooseByEnter(field, '黄河')).toBe(true)
  expect(new URL(page.url()).search).toBe('')
  await page.locator(field).press('Enter')
  await page.waitForURL(/q=/)
  await page.getByText('黄河水').waitFor()
})

test('nor does it send a form, or close a dialog', async () => {
  const visitor = await site.visit(DESK)
  await visitor.goto('/sign-in/school')
  const before = page
  page = visitor
  const sent: string[] = []
  visitor.on('request', (request) => request.method() === 'POST' && sent.push(request.url()))
  expect(await chooseByEnter('#login', 'admin')).toBe(true)
  expect(sent).toEqual([])
  page = before
})

test('a page past the end, as a list leaves it whose rows are gone, is the last one', async () => {
  await page.goto('/school/students?page=99')
  await page.getByText(/^当前共300条记录 共15\/15页$/).waitFor()
  expect(await page.getByRole('row').count()).toBeGreaterThan(1)
  await page.getByRole('button', { name: '上一页' }).click()
  await page.waitForURL(/page=14/)
})

test('a name is found however it is typed, and shown as the roster has it', async () => {
  for (const typed of ['古丽米热•艾比布力', '古丽米热 ． 艾比', '林\uE863', 'ＡＮＮＡ ｍｕ\u0308ller']) {
    await page.goto('/school/students')
    await page.locator('.seek input').fill(typed)
    await page.locator('.seek input').press('Enter')
    await page.waitForURL(/q=/)
    await page.getByText(/^当前共1条记录/).waitFor()
  }
  await page.getByText('Anna Müller').waitFor()
})

test('what is typed stays when a phone is turned, or a window made narrow', async () => {
  const phone = await site.visit(PHONE)
  await comeBack(phone, 'student', '2023010001')
  await phone.goto('/student/account')
  const field = phone.locator('input[type=password]').first()
  await field.fill('typed before the turn')
  for (const size of [{ width: 844, height: 390 }, PHONE]) {
    await phone.setViewportSize(size)
    await phone.locator(size.width > 760 ? 'nav.side' : 'nav.bar').waitFor()
    expect(await field.inputValue()).toBe('typed before the turn')
  }
})
