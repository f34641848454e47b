import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signIn as signInAs } from '../src/contracts/accounts.ts'
import { addressOf } from '../src/contracts/address.ts'
import * as destinations from '../src/contracts/destinations.ts'
import type { Endpoint } from '../src/contracts/endpoint.ts'
import { uploadEvidence } from '../src/contracts/evidence.ts'
import { passVerification } from '../src/contracts/verification.ts'
import { DEMO_PASSWORD } from '../src/server/demo/log-ins.ts'
import { DEMO_SCHOOL, type demoRoster } from '../src/server/demo/people.ts'
import { rightAnswers } from '../src/server/testing/destination-forms.ts'
import { SMALL_PDF } from '../src/server/testing/scenario.ts'
import { comeBack, follow, inspect, openSite, PHONE } from './site.ts'

const WIDE = { width: 1440, height: 900 }
/** How many destinations wait for each college. */
const WAITING = { '01': 6, '02': 2, '03': 3 }
type College = keyof typeof WAITING
const params = { school: DEMO_SCHOOL.code }

let site: Awaited<ReturnType<typeof openSite>>
/** Of each college the names of those whose destinations wait for it, in the order of its queue. */
const waiting: Record<College, string[]> = { '01': [], '02': [], '03': [] }
beforeAll(async () => {
  site = await openSite()
  const unknown = site.roster.slice(60)
  for (const college of ['01', '02', '03'] as const) {
    const reviewer = await enter(`college${college}`, WIDE)
    for (const { id, version, voiding } of await queueOf(reviewer)) {
      const act = destinations.destinationActs[voiding ? 'grant-void' : 'pass']
      await ask(reviewer, act, { seenVersion: version }, id)
    }
    const students = unknown.filter(({ collegeId }) => collegeId === college)
    await Promise.all(students.slice(0, WAITING[college]).map(register))
    waiting[college] = (await queueOf(reviewer)).map(({ student }) => student.name)
    await reviewer.context().close()
  }
}, 240_000)
afterAll(() => site?.close())

type Row = { id: string; version: number; voiding: boolean; student: { name: string } }
const queueOf = async (page: Page): Promise<Row[]> => (await ask(page, destinations.listDestinations)).items
/** A colleague of this college passes the case of this student. */
async function passElsewhere(college: College, name: string) {
  const colleague = await enter(`college${college}`, WIDE)
  const { id, version } = (await queueOf(colleague)).find(({ student }) => student.name === name)!
  await ask(colleague, destinations.destinationActs.pass, { seenVersion: version }, id)
  return colleague
}

/** Asks as who is signed in on this page. */
async function ask(page: Page, endpoint: Endpoint, data?: object, id?: string) {
  const url = addressOf(endpoint, { params: { ...params, id } })
  const answer = data ? await page.request.post(url, { data }) : await page.request.get(url)
  const told = await answer.json()
  expect(answer.status(), JSON.stringify(told)).toBe(200)
  return told
}

/** A student whom the demo's story does not know registers postgraduate study. */
async function register({ studentNumber, name, idNumber }: ReturnType<typeof demoRoster>[number]) {
  const page = await site.visit(PHONE)
  await ask(page, signInAs, {
    portal: 'student',
    school: DEMO_SCHOOL.code,
    login: studentNumber,
    secret: idNumber,
  })
  await ask(page, passVerification, {
    name,
    idNumberTail: idNumber.slice(-6),
    phone: '13980000000',
    password: DEMO_PASSWORD,
    rosterConfirmed: true,
    electronicFormAgreed: true,
  })
  const { items: forms } = await ask(page, destinations.listDestinationForms)
  const form = forms.find(({ category }: { category: string }) => category === '801')
  const scan = await page.request.post(
    addressOf(uploadEvidence, { params, query: { name: '录取通知书.pdf' } }),
    {
      headers: { 'content-type': 'application/octet-stream' },
      data: SMALL_PDF,
    },
  )
  await ask(page, destinations.declareDestination, {
    category: '801',
    details: rightAnswers(form),
    evidence: [(await scan.json()).id],
    confirmed: true,
  })
  await page.context().close()
}

async function enter(login: string, size: { width: number; height: number }) {
  const page = await site.visit(size)
  await comeBack(page, 'school', login)
  return page
}
const shows = (page: Page, name: string) =>
  page.locator('.case-head h1').filter({ hasText: name }).waitFor({ state: 'attached' })
const row = (page: Page, name: string) => page.locator('.list tbody tr').filter({ hasText: name }).first()

test('the first page says what waits in each queue and since when, and its numbers open exactly what they count', async () => {
  const page = await enter('reviewer', WIDE)
  await page.getByRole('heading', { level: 1, name: '工作台' }).waitFor()
  const card = page.getByRole('region', { name: '解约鉴证' })
  await card.getByText('最久的已等').waitFor()
  await inspect(page, 'school-desk')
  const link = card.getByRole('link', { name: /份已等三天以上/ })
  const long = Number(/\d+/.exec((await link.textContent()) ?? '')?.[0])
  await link.click()
  await page.getByRole('heading', { level: 1, name: '解约鉴证' }).waitFor()
  await page.getByRole('button', { name: '取消筛选：已等三天以上' }).waitFor()
  expect(await page.locator('.list tbody tr').count()).toBe(long)
  await follow(page.getByRole('link', { name: '工作台' }))
  await follow(card.getByRole('link', { name: '从最早的一份开始' }))
  await page.locator('.queue-column').waitFor()
  expect(new URL(page.url()).search).toContain('queue=mine')
})

test('on a wide screen list and case stand side by side; keys lead on and back, and deciding leads to the next', async () => {
  const names = waiting['01']
  const page = await enter('college01', WIDE)
  await page.goto('/school/destinations?pageSize=2')
  await follow(row(page, names[0]!).getByRole('link', { name: '审核' }))
  await shows(page, names[0]!)
  const column = page.getByRole('navigation', { name: '去向审核' })
  await column.getByRole('link', { name: names[1]! }).waitFor()
  await inspect(page, 'queue-side-by-side')

  await page.getByText(`1/${names.length}`).waitFor()
  await page.keyboard.press('j')
  await shows(page, names[1]!)
  await page.getByText(`2/${names.length}`).waitFor()
  await page.keyboard.press('ArrowLeft')
  await shows(page, names[0]!)
  await page.keyboard.press('?')
  await page.getByText('键盘快捷键').waitFor()
  await inspect(page, 'queue-keys')
  await page.keyboard.press('?')

  await page.getByText(`1/${names.length}`).waitFor()
  await page.keyboard.press('r')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').fill('请')
  // Typed, and below a dialog: no key leads away.
  await page.keyboard.press('j')
  await page.keyboard.press('k')
  expect(await dialog.getByRole('textbox').inputValue()).toBe('请jk')
  await page.keyboard.press('Control+Enter')
  await shows(page, names[1]!)
  await page.getByRole('status').getByText('已退回').waitFor()
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
  await column.getByRole('link', { name: names[0]! }).waitFor({ state: 'detached' })
  await inspect(page, 'queue-led-on')

  // A colleague decides the next one while this one is being read.
  await page.getByText(`1/${names.length - 1}`).waitFor()
  const colleague = await passElsewhere('01', names[2]!)
  await page.keyboard.press('p')
  await dialog.waitFor()
  await page.keyboard.press('Enter')
  await shows(page, names[3]!)
  await page.getByText(`${names[2]} 的一份已由他人办理，已跳过。`).waitFor()

  // On over the end of a page of three, and back to the list as it was narrowed.
  for (const [index, name] of names.slice(3).entries()) {
    await shows(page, name)
    await page.getByText(`${index + 1}/3`).waitFor()
    if (index < 2) await page.keyboard.press('j')
  }
  await page.waitForURL(/page=2/)
  await column.getByRole('link', { name: names[5]! }).waitFor()
  await page.keyboard.press('u')
  await page.waitForURL((url) => url.pathname === '/school/destinations' && url.search === '?pageSize=2')
  await row(page, names[1]!).waitFor({ state: 'detached' })
  await row(page, names[3]!).waitFor()

  // The address of a case is one that a colleague can be sent.
  await follow(row(page, names[3]!).getByRole('link', { name: '审核' }))
  await shows(page, names[3]!)
  await colleague.goto(page.url())
  await shows(colleague, names[3]!)
  await colleague.getByRole('navigation', { name: '去向审核' }).waitFor()
})

test('what a colleague has decided meanwhile says so, and leads on; keys can be turned off', async () => {
  const [first, second] = waiting['02']
  const page = await enter('college02', WIDE)
  await page.emulateMedia({ reducedMotion: 'no-preference' })
  await page.goto('/school/destinations')
  await follow(row(page, first!).getByRole('link', { name: '审核' }))
  await shows(page, first!)
  await page.getByText('1/2').waitFor()
  // What is typed while a dialog slides in is typed into it.
  for (const key of 'rabc') await page.keyboard.press(key)
  const reason = page.getByRole('dialog').getByRole('textbox')
  await reason.waitFor()
  expect(await reason.inputValue()).toBe('abc')
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  // What is hidden keeps the focus until the browser has drawn it.
  await page.waitForFunction(() => !document.activeElement?.closest('textarea'))
  await page.keyboard.press('p')
  await page.getByRole('dialog').waitFor()
  await passElsewhere('02', first!)
  await page.keyboard.press('Enter')
  await page.getByText('这一份已不在所选的列表中').waitFor()
  await page.getByRole('button', { name: '下一份' }).click()
  await shows(page, second!)

  await page.locator('.key-help summary').click()
  await page.getByLabel('使用快捷键').uncheck()
  await page.reload()
  await shows(page, second!)
  await page.getByText('1/1').waitFor()
  await page.keyboard.press('p')
  await page.keyboard.press('?')
  await page.getByRole('button', { name: '通过', exact: true }).waitFor()
  expect(await page.getByRole('dialog').count()).toBe(0)
  expect(await page.getByText('键盘快捷键').isVisible()).toBe(false)
})

test('how many a page and which columns are kept for who chose them', async () => {
  const page = await enter('college03', WIDE)
  await page.goto('/school/destinations')
  await page.getByText('显示的列').click()
  await page.getByRole('checkbox', { name: '专业' }).check()
  await page.getByRole('checkbox', { name: '院系' }).uncheck()
  await page.getByLabel('每页条数').click()
  await page.getByTitle('每页 50 条').click()
  await inspect(page, 'queue-columns')
  await page.reload()
  await page.getByRole('columnheader', { name: '专业' }).waitFor()
  expect(await page.getByRole('columnheader', { name: '院系' }).count()).toBe(0)
  await page.locator('.pager').getByText('每页 50 条').waitFor()
})

test('on a phone the way back leads to the same place of the list, and deciding leads on until all is done', async () => {
  const names = waiting['03']
  const phone = await enter('college03', { width: 390, height: 500 })
  await phone.goto('/school/destinations')
  const rows = phone.locator('.rows a.opens')
  await rows.filter({ hasText: names[2]! }).scrollIntoViewIfNeeded()
  const place = await phone.evaluate(() => window.scrollY)
  expect(place).toBeGreaterThan(50)
  await rows.filter({ hasText: names[2]! }).click()
  await shows(phone, names[2]!)
  await phone.getByRole('button', { name: '上一份' }).click()
  await shows(phone, names[1]!)
  await phone.getByRole('button', { name: '返回' }).click()
  await rows.first().waitFor()
  await expect.poll(() => phone.evaluate(() => window.scrollY)).toBe(place)

  await rows.first().click()
  for (const [index, name] of names.entries()) {
    await shows(phone, name)
    await phone.getByText(`1/${names.length - index}`, { exact: true }).waitFor()
    if (index === 1) await inspect(phone, 'queue-case-phone')
    await phone.getByRole('button', { name: '通过', exact: true }).click()
    await phone.getByRole('dialog').getByRole('button', { name: '通过', exact: true }).click()
  }
  await phone.getByText('没有待审核的去向。').waitFor()
  await phone
    .locator('.empty')
    .getByRole('link', { name: /协议鉴证 \d/ })
    .waitFor()
  await inspect(phone, 'queue-all-done-phone')
})
