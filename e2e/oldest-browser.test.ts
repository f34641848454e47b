import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { oldestChromiumPath } from '../scripts/oldest-chromium.ts'
import { DEMO_PIN } from '../src/domain/signing/pin.ts'
import { DEMO_PASSWORD } from '../src/server/demo/log-ins.ts'
import { unknownStyles } from './listed.ts'
import { openSite, PHONE, type Site } from './site.ts'

const oldest = oldestChromiumPath()
/** Of the student's portal, beside the pages of cases. */
const PAGES = [
  'invitations',
  'paper',
  'paper/new',
  'dissolutions',
  'destinations',
  'destinations/new',
  'jobs',
  'jobs?tab=resumes',
  'talks',
  'fairs',
  'elsewhere',
  'data',
  'notices',
  'account',
]

let site: Site
beforeAll(async () => {
  if (oldest) site = await openSite(oldest)
})
afterAll(() => site?.close())

/** Playwright's own clicks ask for methods that this browser does not have. */
const press = async (page: Page, text: string) => {
  const button = await page.waitForFunction(
    (wanted) =>
      [...document.querySelectorAll<HTMLElement>('a, button')]
        .reverse()
        .find((one) => one.innerText.replace(/\s/g, '') === wanted),
    text,
  )
  await button.evaluate((one) => one?.click())
}
const fill = (page: Page, selector: string, value: string) =>
  page.evaluate(
    ([at, text]) => {
      const field = document.querySelector<HTMLInputElement>(at!)!
      // By the element's own setter, as typing does: React listens to it.
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text)
      field.dispatchEvent(new Event('input', { bubbles: true }))
    },
    [selector, value],
  )
const heading = (page: Page) =>
  page.waitForFunction(() => !document.querySelector('.skeleton') && document.querySelector('h1')?.innerText)
const open = async (page: Page, address: string) => {
  await page.goto(address)
  await (await heading(page)).jsonValue()
}

test.runIf(oldest)(
  'a student signs in the oldest browser of the list, and sees every page there',
  async () => {
    const faults: string[] = []
    const asked: string[] = []
    const styles = new Set<string>()
    const page = await site.visit(PHONE)
    page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`))
    page.on('console', (said) => said.type() === 'error' && faults.push(`${page.url()}: ${said.text()}`))
    page.on('request', (request) => asked.push(request.url()))
    const look = async (name: string) => {
      await heading(page)
      if (process.env.SCREENSHOTS)
        await page.screenshot({ path: `${process.env.SCREENSHOTS}/oldest-${name}.png` })
      const written = await page.evaluate(() =>
        [...document.querySelectorAll('style')].map((one) => one.innerText),
      )
      for (const one of written) styles.add(one)
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(overflow, `${name}: sideways scrolling`).toBeLessThanOrEqual(0)
    }

    await open(page, '/')
    await look('front')
    await open(page, '/sign-in/student')
    await look('door')
    await fill(page, '#login', site.roster[0]!.studentNumber)
    await fill(page, '#secret', DEMO_PASSWORD)
    await press(page, '登录')
    await page.waitForFunction(() => document.querySelector('.bar'))
    await look('home')
    for (const address of PAGES) {
      await open(page, `/student/${address}`)
      await look(address.replace('/', '-'))
    }
    // What is chosen goes with the question to the server.
    await open(page, '/student/invitations?employer=%E6%98%9F')
    expect(asked.filter((url) => /\/api\/.*invitations\?.*%E6%98%9F/.test(url))).not.toEqual([])

    await open(page, '/student/invitations')
    await page.evaluate(() => document.querySelector<HTMLElement>('.rows a.opens')?.click())
    await page.waitForFunction(() => document.querySelector('.letter'))
    await look('invitation')
    await press(page, '同意')
    const box = await page.waitForFunction(() =>
      document.querySelector('[role=dialog]')?.getBoundingClientRect().toJSON(),
    )
    await look('accept')
    const { left, right } = await box.jsonValue()
    expect(left).toBeGreaterThanOrEqual(0)
    expect(right).toBeLessThanOrEqual(PHONE.width)
    await press(page, '现在签约')
    const typed = await page.waitForFunction(() =>
      document.querySelector('.drawing-ways label:last-child input'),
    )
    await typed.evaluate((one) => one instanceof HTMLElement && one.click())
    await look('signing')
    await fill(page, 'form[name=signing] input[inputmode=numeric]', DEMO_PIN)
    await press(page, '签署')
    await press(page, '查看协议与鉴证进度')
    await page.waitForFunction(
      () => location.pathname.startsWith('/student/agreements/') && document.querySelector('h1'),
    )
    await look('agreement')

    expect(faults).toEqual([])
    expect(await unknownStyles([...styles].join('\n'))).toEqual([])
  },
)
