import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Secret, TOTP } from 'otpauth'
import type { Locator, Page } from 'playwright'
import { expect, onTestFinished } from 'vitest'
import { type Anything, addressOf, type Input, type Output } from '../src/contracts/address.ts'
import type { Endpoint } from '../src/contracts/endpoint.ts'
import { setPin } from '../src/contracts/signing.ts'
import { passVerification } from '../src/contracts/verification.ts'
import { DEMO_PIN } from '../src/domain/signing/pin.ts'
import { DEMO_PASSWORD } from '../src/server/demo/log-ins.ts'
import { DEMO_SCHOOL } from '../src/server/demo/people.ts'
import { signedFirst } from '../src/server/http/sign-first.ts'
import { agree, comeBack, DESK, enter, follow, PHONE, type Site } from './site.ts'

/** What people do on many pages of the site, and who they are. */
export const handsOn = (site: Site) => {
  /** A desk in the office of an employer or of the school. */
  const desk = async (portal: 'employer' | 'school', login: string): Promise<Page> => {
    const page = await site.visit(DESK)
    await comeBack(page, portal, login)
    return page
  }
  const rowOf = (page: Page, index: number) =>
    page.getByRole('row', { name: new RegExp(site.roster[index]!.studentNumber) })
  /** The student's case in a queue of the school. */
  const open = async (page: Page, queue: string, index: number) => {
    await page.goto(queue)
    await follow(rowOf(page, index).getByRole('link').first())
    await page.getByRole('heading', { name: '办理进度' }).waitFor()
  }
  return {
    desk,
    rowOf,
    open,
    /** A student of the demo's story, on a phone. */
    async student(index: number): Promise<Page> {
      const phone = await site.visit(PHONE)
      await comeBack(phone, 'student', site.roster[index]!.studentNumber)
      return phone
    },
    /** A verified student whom the demo's story does not know, on a phone. */
    async newcomer(index: number): Promise<Page> {
      const { studentNumber, name, idNumber } = site.roster[index]!
      const page = await site.visit(PHONE)
      await enter(page, 'student', studentNumber, idNumber)
      const verified = await page.request.post(
        addressOf(passVerification, { params: { school: DEMO_SCHOOL.code } }),
        {
          data: {
            name,
            idNumberTail: idNumber.slice(-6),
            phone: `139${80_000_000 + index}`,
            password: DEMO_PASSWORD,
            rosterConfirmed: true,
            electronicFormAgreed: true,
          },
        },
      )
      expect(verified.status()).toBe(200)
      const pin = { password: DEMO_PASSWORD, pin: DEMO_PIN }
      expect((await page.request.put(addressOf(setPin), { data: pin })).status()).toBe(200)
      await page.goto('/student')
      return page
    },
    /** Passes a student's agreement at both levels. */
    async certify(index: number) {
      for (const login of [`college${site.roster[index]!.collegeId}`, 'reviewer']) {
        const page = await desk('school', login)
        await open(page, '/school/agreements', index)
        await act(page, '通过')
        await page.context().close()
      }
    },
    /** Opens the student's case in a queue, does one act there, with its confirmation, and looks at what was decided. */
    async review(page: Page, queue: string, index: number, label: string, reason = '') {
      await open(page, queue, index)
      const decided = new URL(page.url()).pathname
      await act(page, label, label, async (dialog) => {
        if (reason) await dialog.getByRole('textbox').fill(reason)
      })
      // Deciding leads on to the next of the queue.
      await page.waitForURL((url) => url.pathname !== decided)
      await page.goto(decided)
    },
  }
}

/** An act with its dialog; `fill` does what the dialog asks for. */
export async function act(
  page: Page,
  label: string,
  confirm = label,
  fill?: (dialog: Locator) => Promise<unknown>,
) {
  await page.getByRole('button', { name: label, exact: true }).first().click()
  const dialog = page.locator('[role=dialog]:not(:has(form[name=signing]))').filter({ visible: true })
  await dialog.waitFor()
  await fill?.(dialog)
  await dialog.getByRole('button', { name: confirm, exact: true }).click()
  await page.waitForFunction(
    () =>
      document.querySelector('form[name=signing]') ||
      ![...document.querySelectorAll<HTMLElement>('[role=dialog]')].some((one) => one.offsetParent !== null),
  )
  if ((await page.locator('form[name=signing]').count()) > 0) await sign(page)
  await dialog.waitFor({ state: 'hidden' })
}

/** Where the people of the site sign: one place on every page. */
export const signing = (page: Page) => page.getByRole('dialog', { name: /^(签署|Sign)$/ })

/**
 * 签署, whoever it is: by the PIN that is known, or set by the password the first time; a student who has no drawn signature
 * chooses the name in its place.
 */
export async function sign(page: Page, password = DEMO_PASSWORD): Promise<void> {
  const dialog = signing(page)
  await dialog.waitFor()
  const consent = dialog.getByRole('checkbox')
  if ((await consent.count()) > 0) await consent.check()
  if ((await dialog.locator('canvas').count()) > 0)
    await dialog.getByRole('radio', { name: /^(以姓名代替手写签名|My name)/ }).check()
  const own = dialog.getByLabel(/^(登录密码|Password)$/)
  if ((await own.count()) > 0) await own.fill(password)
  await dialog.getByLabel(/(签署密码|signing PIN)$/i).fill(DEMO_PIN)
  await dialog.getByRole('button', { name: /^(签署|设置并签署|Sign|Set it and sign)$/ }).click()
  await dialog.waitFor({ state: 'hidden' })
}

/** An act that is not what a test is about: posted by whoever is signed in on this page, signed first where it is to be. */
export async function post<E extends Endpoint>(page: Page, endpoint: E, input: Input<E>): Promise<Output<E>> {
  const posted = async (one: Endpoint, { body, ...address }: Anything) => {
    const url = addressOf(one, address)
    const answer =
      one.method === 'GET' ? await page.request.get(url) : await page.request.post(url, { data: body })
    return answer.ok() ? answer.json() : null
  }
  const answer = await posted(endpoint, await signedFirst(endpoint, input as Anything, posted))
  expect(answer, endpoint.url).not.toBeNull()
  return answer as Output<E>
}

/** What a dialog is filled with, by the names of its fields. */
export const typed = (fields: Readonly<Record<string, string>>) => async (dialog: Locator) => {
  for (const [name, text] of Object.entries(fields)) await dialog.getByLabel(name, { exact: true }).fill(text)
}

/** Wholly within the window. */
export const isInSight = (of: Locator) =>
  of.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect()
    return top >= 0 && bottom <= window.innerHeight
  })

/** Opens a one-time link as its owner does, sets the password, does what comes `before` the notice, and agrees to that. */
export async function begin(
  page: Page,
  link: string,
  password: string,
  before?: (page: Page) => Promise<unknown>,
) {
  const { pathname, hash } = new URL(link)
  await page.goto(`${pathname}${hash}`)
  await page.getByLabel('新密码').fill(password)
  await page.getByRole('button', { name: '设置密码并登录' }).click()
  await page.waitForURL((url) => url.pathname !== '/enter')
  await before?.(page)
  await agree(page)
}

export async function giveLink(page: Page, label = '发登录链接') {
  await act(page, label, '生成链接')
  return page.getByRole('textbox', { name: '一次性登录链接' }).inputValue()
}

/** What an authenticator shows; one step on, for a step's code is taken once. */
export const shownBy = (secret: string, steps = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 })

/** An authenticator begun on the page that asks for one: its secret, as somebody types it who cannot take the picture. */
export async function beginAuthenticator(page: Page, password: string): Promise<string> {
  await page.getByLabel('当前密码').last().fill(password)
  await page.getByRole('button', { name: '下一步' }).click()
  return (await page.locator('.second-factor-secret').innerText()).replace(/\s/g, '')
}
export async function enterCode(page: Page, code: string) {
  await page.getByLabel('验证码').fill(code)
  await page.getByRole('button', { name: '确认', exact: true }).click()
}

/** Chooses an option of a field that is searched by typing. */
export async function pick(page: Page, id: string, option: string) {
  await page.locator(`#${id}`).fill(option)
  await page.getByTitle(option, { exact: true }).first().click()
}

/** Chooses files for a field of evidence. */
export async function choose(page: Page, ...files: { name: string; buffer: Buffer }[]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'qianyue-chosen-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const paths = files.map(({ name }) => join(folder, name))
  await Promise.all(files.map(({ buffer }, nth) => writeFile(paths[nth]!, buffer)))
  await page.locator('input[type=file][multiple]').setInputFiles(paths)
}
/** The file itself, not its download. */
export const opened = (page: Page, name: string) =>
  page.getByRole('link', { name: `${name} （在新标签页打开）`, exact: true })
export const fileRow = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name })
