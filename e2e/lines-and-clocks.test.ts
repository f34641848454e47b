import type { Page, Route } from 'playwright'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { addDays, dayInChina } from '../src/domain/day.ts'
import { DESK, follow, openSite, PHONE, type Site, signIn } from './site.ts'

let site: Site
let hr: Page
beforeAll(async () => {
  site = await openSite()
})
beforeEach(async () => {
  hr = await site.visit(DESK)
})
afterAll(() => site?.close())

/** The server does it, and the line breaks before its answer is back. */
const loseAnswer = async (route: Route) => {
  await route.fetch()
  await route.abort('connectionreset')
}
/** An invitation of this employer that waits, on its page; how many acts its journal has. */
async function openPending(login: string) {
  await signIn(hr, 'employer', login)
  const { items } = await (await hr.request.get('/api/employer/invitations?status=pending')).json()
  const { id, school } = items[0]
  await hr.goto(`/employer/invitations/${school.code}/${id}`)
  const acts = async () => {
    const lines = site.db.selectFrom('journal').where('subject', '=', `invitation:${id}`).selectAll()
    return (await lines.execute()).length
  }
  return { acts, before: await acts() }
}
const withdraw = async () => {
  await hr.getByRole('button', { name: '撤回邀约' }).click()
  const dialog = hr.getByRole('dialog')
  await dialog.getByRole('textbox').fill('岗位取消')
  await dialog.getByRole('button', { name: '撤回邀约' }).click()
}

test('an answer that is lost once is asked for again by the page, and nothing is done twice', async () => {
  const { acts, before } = await openPending('hr1')
  await hr.route('**/withdraw', loseAnswer, { times: 1 })
  await withdraw()
  await hr.getByText('邀约已撤回，学生可以看到原因').waitFor()
  expect(await acts()).toBe(before + 1)
})

test('an answer that does not come is told as unknown, and the page shows what is', async () => {
  const { acts, before } = await openPending('hr2')
  await hr.route('**/withdraw', loseAnswer)
  await withdraw()
  await hr.getByText('还不能确定是否已办成').first().waitFor()
  // It was done: the page has looked.
  await hr.locator('main').getByText('已撤回').first().waitFor()
  expect(await acts()).toBe(before + 1)
})

test('another account signs in beside a page: it sends nothing in the other’s name, keeps what was typed, and goes on once its own is back', async () => {
  const student = site.roster[45]!
  await signIn(hr, 'employer', 'hr1')
  await follow(hr.locator('.page-act').getByRole('link', { name: '邀请学生' }))
  await hr.locator('#name').fill(student.name)
  await hr.locator('#studentNumber').fill(student.studentNumber)
  const beside = await hr.context().newPage()
  await signIn(beside, 'employer', 'hr2')
  await hr.getByRole('button', { name: '查找' }).click()
  await hr.getByText('这个页面由另一个账号打开').first().waitFor()
  expect(await hr.locator('#name').inputValue()).toBe(student.name)
  if (process.env.SCREENSHOTS)
    await hr.screenshot({ path: `${process.env.SCREENSHOTS}/another-account.png`, fullPage: true })
  await hr.getByRole('link', { name: '登录' }).first().waitFor()
  await beside.getByRole('button', { name: '退出登录' }).click()
  await signIn(beside, 'employer', 'hr1')
  await hr.getByRole('button', { name: '查找' }).click()
  await hr.getByText('已找到').waitFor()
  expect(await hr.getByText('这个页面由另一个账号打开').count()).toBe(0)
})

test('a device that is forty days slow, or fast, offers the days that the server takes', async () => {
  const today = dayInChina(new Date())
  for (const days of [-40, 40]) {
    const page = await site.visit(PHONE)
    await page.addInitScript((off) => {
      const now = Date.now
      Date.now = () => now() + off
      const Real = Date
      globalThis.Date = new Proxy(Real, {
        construct: (target, given) => Reflect.construct(target, given.length > 0 ? given : [Real.now()]),
      })
    }, days * 86_400_000)
    await signIn(page, 'employer', 'hr3')
    const { schools } = await (await page.request.get('/api/employer/workbench')).json()
    const { minDays, maxDays, defaultDays } = schools.find((one: { admitted: boolean }) => one.admitted)
    const student = site.roster[47]!
    expect(await page.evaluate(() => new Date().toISOString())).not.toContain(today)
    await page.goto('/employer/invite')
    await page.locator('#name').fill(student.name)
    await page.locator('#studentNumber').fill(student.studentNumber)
    await page.getByRole('button', { name: '查找' }).click()
    const field = page.locator('#respondBy')
    await field.waitFor()
    expect([
      await field.inputValue(),
      await field.getAttribute('min'),
      await field.getAttribute('max'),
    ]).toEqual([addDays(today, defaultDays), addDays(today, minDays), addDays(today, maxDays)])
  }
})
