import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AnyRouter } from '@tanstack/react-router'
import AxeCore from 'axe-core'
import { type Browser, chromium, type Locator, type Page } from 'playwright'
import { expect, inject } from 'vitest'
import { chromiumPath } from '../scripts/chromium.ts'
import * as accounts from '../src/contracts/accounts.ts'
import { addressOf } from '../src/contracts/address.ts'
import { isOfSchool } from '../src/domain/portal.ts'
import { DEMO_PASSWORD } from '../src/server/demo/log-ins.ts'
import { DEMO_SCHOOL, demoRoster } from '../src/server/demo/people.ts'
import { buildApp } from '../src/server/http/app.ts'
import { openServices } from '../src/server/services/services.ts'
import { freshDatabase } from '../src/server/testing/template.ts'
import { openingOf } from './demo.ts'
import { watch } from './open-pages.ts'

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
/** So wide at most what is for fingers is large (`style.css`). */
const PHONES = 760
export const PHONE = { width: 390, height: 844 }
export const DESK = { width: 1280, height: 900 }

/** The real site, with its demo school or with nothing, and a real browser: the machine's own unless another is named. */
export async function openSite(executablePath = chromiumPath(), { demo = true } = {}) {
  const told = inject('demo')
  const database = await freshDatabase(inject('clusterUrl'), demo ? told.database : undefined)
  const filesFolder = await mkdtemp(join(tmpdir(), 'qianyue-files-'))
  if (demo) await cp(told.filesFolder, filesFolder, { recursive: true })
  const { services, close } = await openServices(openingOf(database.url, filesFolder))
  const app = await buildApp(services)
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  if (!executablePath) throw new Error('no Chromium: run scripts/ensure-chromium.ts')
  const browser: Browser = await chromium.launch({ executablePath, args: FLAGS })
  const one = await services.db.selectFrom('students').select('graduationYear').limit(1).executeTakeFirst()
  return {
    db: services.db,
    services,
    address,
    secrets: services.secrets,
    browser,
    /** Its students, in the order of their numbers. */
    roster: one ? demoRoster(one.graduationYear) : [],
    /** A new browser profile with a window of this size, which finds the site at its address, or by another name. */
    async visit(
      viewport: { width: number; height: number },
      language = 'zh-CN',
      baseURL = address,
    ): Promise<Page> {
      const context = await browser.newContext({
        viewport,
        baseURL,
        locale: language,
        reducedMotion: 'reduce',
      })
      const page = await context.newPage()
      page.setDefaultTimeout(15_000)
      watch(page)
      return page
    },
    async close() {
      await browser.close()
      await app.close()
      await close()
      await database.drop()
      await rm(filesFolder, { recursive: true })
    },
  }
}

export type Site = Awaited<ReturnType<typeof openSite>>

/** Through the portal's door, as its people come. */
export async function signIn(
  page: Page,
  portal: 'student' | 'employer' | 'school',
  login: string,
  secret = DEMO_PASSWORD,
): Promise<void> {
  await page.goto(`/sign-in/${portal}`)
  await page.locator('#login').fill(login)
  await page.locator('#secret').fill(secret)
  await toAnother(page, () => page.getByRole('button', { name: '登录', exact: true }).click())
  await page.locator('main h1').first().waitFor({ state: 'attached' })
}

/** Signed in, with no page open yet: where the door is not what is tried. */
export async function enter(
  page: Page,
  portal: 'student' | 'employer' | 'school',
  login: string,
  secret = DEMO_PASSWORD,
): Promise<void> {
  const school = isOfSchool(portal) ? { school: DEMO_SCHOOL.code } : {}
  const answer = await page.request.post(addressOf(accounts.signIn), {
    data: { portal, login, secret, ...school },
  })
  expect(answer.status(), `${portal} ${login}`).toBe(200)
}

/** The same, and on the first page of the portal. */
export async function comeBack(page: Page, portal: 'student' | 'employer' | 'school', login: string) {
  await enter(page, portal, login)
  await page.goto(`/${portal}`)
  await page.locator('main h1').first().waitFor({ state: 'attached' })
}

/** Reads the privacy notice and agrees to it, as whoever has a new account does first. */
export async function agree(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: /^(我已阅读并同意|I have read it and agree)$/ })
  await button.click()
  await button.waitFor({ state: 'hidden' })
  await page.locator('main h1').first().waitFor({ state: 'attached' })
}

/** No serious fault by axe (WCAG 2.2 AA), and no sideways scrolling. */
export async function inspect(page: Page, name: string): Promise<void> {
  // Not when the network is idle: the bell's stream never ends.
  await page.waitForFunction(() => document.querySelector('main') && !document.querySelector('.skeleton'))
  if (process.env.SCREENSHOTS)
    await page.screenshot({ path: `${process.env.SCREENSHOTS}/${name}.png`, fullPage: true })
  // Evaluated, not injected as a script tag: the page's content security policy stays as it is. Once for as long as the page lives.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AxeCore.source)
  const faults = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof AxeCore }
    const { violations } = await axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'],
      // Every rule is tried on everything; of what fits no list is made.
      resultTypes: ['violations'],
      selectors: false,
      iframes: false,
    })
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`)
  })
  expect(faults, name).toEqual([])
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(overflow, `${name}: sideways scrolling`).toBeLessThanOrEqual(0)
  if ((page.viewportSize()?.width ?? 0) <= PHONES) expect(await tooSmall(page), name).toEqual([])
  expect(await drawnWrong(page), name).toEqual([])
}

/**
 * What does not look as `docs/looks.md` has it: a button within a link or the other way round, a box that does not stand by the first
 * line of its words, a state in a table that breaks into lines, acts that lie beneath the menu of a phone.
 */
const drawnWrong = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const all = (selector: string) =>
      [...document.querySelectorAll<HTMLElement>(selector)].filter((one) => one.offsetParent !== null)
    const nested = all('a button, button a, .ant-btn-link')
    const apart = all('.ant-checkbox-wrapper, .ant-radio-wrapper').filter((tick) => {
      const box = tick.querySelector('.ant-checkbox, .ant-radio')?.getBoundingClientRect()
      const words = tick.querySelector('.ant-checkbox-label, .ant-radio-label')
      if (!box || !words) return false
      const line = document.createRange()
      line.selectNodeContents(words)
      const first = line.getClientRects()[0]
      return first ? Math.abs(box.top + box.height / 2 - (first.top + first.height / 2)) > 3 : false
    })
    const broken = all('.list .state').filter((mark) => mark.getBoundingClientRect().height > 30)
    // What is fixed has no parent by which it would be found to be shown.
    const edge = [...document.querySelectorAll('.bar')].map((bar) => bar.getBoundingClientRect())
    const under = all('.within-reach').filter((acts) =>
      edge.some(({ top, height }) => height > 0 && acts.getBoundingClientRect().bottom > top + 1),
    )
    return [...nested, ...apart, ...broken, ...under].map(({ outerHTML }) => outerHTML.slice(0, 160))
  })

/** On a phone: fields that iOS would zoom into (under 16 px), and what is pressed but lower than a finger (44 px). */
const tooSmall = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    // What has just become a phone's page goes over to its sizes, as Ant Design has it, by transitions.
    const goingOver = document.getAnimations().filter((one) => one instanceof CSSTransition)
    await Promise.allSettled(goingOver.map(({ finished }) => finished))
    const shown = (selector: string) =>
      [...document.querySelectorAll<HTMLElement>(selector)].filter((one) => one.offsetParent !== null)
    const typed = 'input:not([type=checkbox]):not([type=radio]):not([type=file]), select, textarea'
    const zoomed = shown(typed).filter((field) => Number.parseFloat(getComputedStyle(field).fontSize) < 16)
    const pressed = shown(
      '.ant-btn:not(.ant-btn-link), .plain-button, .choice, .bar a, .siblings a, .rows a.opens, .chip, .desk a',
    )
    const low = pressed.filter((one) => one.getBoundingClientRect().height < 43.5)
    return [...zoomed, ...low].map(({ outerHTML }) => outerHTML.slice(0, 160))
  })

/**
 * A step to another page, done when that page is drawn. The address changes before that, and what the next page says may stand
 * on this one too: who looks at once may be reading the page before.
 */
async function toAnother(page: Page, step: () => Promise<unknown>, target?: string): Promise<void> {
  const before = page.url()
  await step()
  await page.waitForFunction(
    ([left]) => {
      const { __TSR_ROUTER__ } = window as unknown as { __TSR_ROUTER__?: AnyRouter }
      const drawn = __TSR_ROUTER__?.stores.resolvedLocation.get()
      return location.href !== left && drawn && location.href.endsWith(drawn.publicHref)
    },
    // A link may lead to the page it stands on, as a menu's does.
    [target === before ? undefined : before],
  )
}

/** By a link of the page, as a finger or a mouse does. */
export const follow = async (link: Locator) =>
  toAnother(link.page(), () => link.click(), await link.evaluate((a: HTMLAnchorElement) => a.href))

/** By the browser's own way back. */
export const back = (page: Page) => toAnother(page, () => page.goBack())

/** Into a page by the menu: beside the page on a desktop, by the group's entry of the bar and its pages on a phone. */
export async function openByMenu(page: Page, group: string, name: string): Promise<void> {
  await follow(page.locator('.bar').getByRole('link', { name: group }))
  await follow(page.locator('.siblings').getByRole('link', { name }))
}
