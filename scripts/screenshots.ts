import { spawn } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Browser, chromium, type Page } from 'playwright'
import { setLanguage, signIn } from '../src/contracts/accounts.ts'
import { addressOf } from '../src/contracts/address.ts'
import { DEMO_PASSWORD } from '../src/server/demo/log-ins.ts'
import { DEMO_SCHOOL } from '../src/server/demo/people.ts'
import { chromiumPath } from './chromium.ts'
import { type Picture, writeContactSheet } from './screenshots/contact-sheet.ts'
import { pagesOfAgreement } from './screenshots/document-pages.ts'
import { addressPattern, OF_README, PEOPLE, type Person } from './screenshots/visits.ts'

/**
 * Plays the demo in a folder of its own and pictures every page of every role, in both languages and three widths, into
 * `screenshots/`, with a contact sheet; then takes the README's pictures out of them, and those of a sealed agreement from the
 * school. `--only` names roles.
 */
const ROOT = join(import.meta.dirname, '..')
const OUT = join(ROOT, 'screenshots')
const OF_DOCS = join(ROOT, 'docs/screenshots')
const WIDTHS = [390, 768, 1280]
const LANGUAGES = ['zh-CN', 'en'] as const

const { values } = parseArgs({
  options: { only: { type: 'string' }, width: { type: 'string' }, language: { type: 'string' } },
})
const people = PEOPLE.filter(({ role }) => !values.only || values.only.split(',').includes(role))
const widths = WIDTHS.filter((width) => !values.width || values.width.split(',').includes(String(width)))
const languages = LANGUAGES.filter((language) => !values.language || values.language === language)

const executablePath = chromiumPath()
if (!executablePath) throw new Error('no Chromium: run scripts/ensure-chromium.ts')
const dataDir = await mkdtemp(join(tmpdir(), 'qianyue-screenshots-'))
const port = await freePort()
const server = spawn(process.execPath, ['src/server/main.ts'], {
  cwd: ROOT,
  env: { ...process.env, PORT: String(port), DATA_DIR: dataDir, BASE_URL: `http://127.0.0.1:${port}` },
  stdio: ['ignore', 'ignore', 'inherit'],
})
const gone = new Promise((resolve) => server.once('exit', resolve))
const browser = await chromium.launch({
  executablePath,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
})
try {
  await untilReady()
  const year = await graduationYear()
  const pictures: Picture[] = []
  for (const person of people)
    for (const language of languages)
      for (const width of widths) pictures.push(...(await pictureAll(browser, person, language, width, year)))
  await writeContactSheet(OUT, pictures)
  for (const [name, path] of Object.entries(OF_README))
    if (pictures.some((picture) => picture.path === path))
      await copyFile(asOpened(join(OUT, path)), join(OF_DOCS, name))
  const school = people.find(({ role }) => role === 'school')
  if (school) await pictureAgreement(school, year)
  console.log(`${pictures.length} pictures: ${join(OUT, 'index.html')}`)
  for (const { path, trouble } of pictures) if (trouble) console.error(`${path}: ${trouble}`)
} finally {
  await browser.close()
  server.kill('SIGTERM')
  await gone
  await rm(dataDir, { recursive: true, force: true })
}

/** Beside the picture of a whole page, that of what its window first shows. */
function asOpened(path: string): string {
  return path.replace(/\.png$/, '.opened.png')
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject()))
    })
  })
}

async function untilReady(): Promise<void> {
  for (const until = Date.now() + 120_000; Date.now() < until; ) {
    if (server.exitCode !== null) throw new Error('the server ended')
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 300))
  }
  throw new Error('the server was not ready in two minutes')
}

/** The demo's students graduate in the year that its story was played for: asked of the door, by who can sign in. */
async function graduationYear(): Promise<number> {
  const now = new Date().getFullYear()
  for (const year of [now, now + 1, now - 1]) {
    const answer = await send(PEOPLE.find(({ role }) => role === 'student')!, year)
    if (answer.ok) return year
  }
  throw new Error('no student of the demo could sign in')
}

function send(person: Person, year: number): Promise<Response> {
  return fetch(`http://127.0.0.1:${port}${addressOf(signIn)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      portal: person.portal,
      ...(person.portal !== 'employer' && { school: DEMO_SCHOOL.code }),
      login: person.login(year),
      secret: person.secret?.(year) ?? DEMO_PASSWORD,
    }),
  })
}

async function cookieOf(person: Person, year: number): Promise<string> {
  return (await send(person, year)).headers.get('set-cookie')?.split(';')[0] ?? ''
}

/** `document-1.png` and so on, beside the README's pictures of pages. */
async function pictureAgreement(school: Person, year: number): Promise<void> {
  const headers = { cookie: await cookieOf(school, year) }
  const pages = await pagesOfAgreement((path) => fetch(`http://127.0.0.1:${port}${path}`, { headers }))
  for (const [at, page] of pages.entries()) await writeFile(join(OF_DOCS, `document-${at + 1}.png`), page)
}

async function pictureAll(
  browser: Browser,
  person: Person,
  language: (typeof LANGUAGES)[number],
  width: number,
  year: number,
): Promise<Picture[]> {
  const context = await browser.newContext({
    viewport: { width, height: width < 500 ? 844 : 900 },
    baseURL: `http://127.0.0.1:${port}`,
    locale: language,
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  if (person.portal) {
    const [name = '', ...value] = (await cookieOf(person, year)).split('=')
    await context.addCookies([{ name, value: value.join('='), url: `http://127.0.0.1:${port}` }])
    await context.request.put(addressOf(setLanguage), { data: { language } })
  }
  const pictures: Picture[] = []
  for (const [name, address, go = (at: Page) => at.goto(address)] of person.visits) {
    const path = `${person.role}/${language}/${width}/${name}.png`
    await mkdir(dirname(join(OUT, path)), { recursive: true })
    const trouble = await picture(page, address, go, join(OUT, path)).catch(
      (error: Error) => error.message.split('\n')[0]!,
    )
    pictures.push({ role: person.role, language, width, name, path, trouble })
  }
  await context.close()
  return pictures
}

/** What is wrong with the page at a glance; empty when nothing is. */
async function picture(
  page: Page,
  address: string,
  go: (page: Page) => Promise<unknown>,
  path: string,
): Promise<string> {
  await go(page)
  // Shown, and still so a little later: a page on its way leaves the one before for a moment.
  for (let calm = 0; calm < 3; ) {
    await page.waitForFunction(
      () => document.querySelector('main h1') && !document.querySelector('.skeleton'),
    )
    const before = await page.evaluate(() => document.querySelector('main')?.innerText)
    await new Promise((resolve) => setTimeout(resolve, 120))
    calm = before === (await page.evaluate(() => document.querySelector('main')?.innerText)) ? calm + 1 : 0
  }
  await page.evaluate(() => document.fonts.ready)
  const window = page.viewportSize()!
  const whole = await page.evaluate(() => document.documentElement.scrollHeight)
  await page.screenshot({ path: asOpened(path) })
  // Not as a full page: what stands at the bottom of the window would hang in the middle of the picture.
  await page.setViewportSize({ ...window, height: Math.max(window.height, whole) })
  await page.screenshot({ path })
  await page.setViewportSize(window)
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  const { pathname } = new URL(page.url())
  if (!addressPattern(address).test(pathname)) return `is ${pathname}, not ${address}`
  return over > 0 ? `runs ${over} px off the screen` : ''
}
