import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { weigh } from '../bench/page-weight.ts'
import { SITE_VERSION_HEADER } from '../src/contracts/site-version.ts'
import { DESK, follow, openByMenu, openSite, PHONE, type Site, signIn } from './site.ts'

const DOOR_BYTES = 150_000
const HOME_BYTES = 220_000
const HOME_REQUESTS = 20
/** Of an employer: no form and no dialog before one is opened. */
const WORKBENCH_BYTES = 198_000
/** Staff sit at a desk, and their first page has its own code alone. */
const STAFF_BYTES = 210_000
const STAFF_REQUESTS = 16
/** A queue has fields, dialogs and the cases themselves, which are read beside it with the pictures of their seals. */
const QUEUE_BYTES = 374_000
const QUEUE_REQUESTS = 28

let site: Site
let students: string[]
beforeAll(async () => {
  site = await openSite()
  students = site.roster.map(({ studentNumber }) => studentNumber)
})
afterAll(() => site?.close())

const tab = (page: Page, name: string) => page.locator('.bar').getByRole('link', { name })
/** The home is there, and with it all that it is made of. */
const enter = async (page: Page) => {
  await signIn(page, 'student', students[0]!)
  await page.getByText('签约待办').first().waitFor()
}
/** Scripts and pages: what a part of the program that has not come yet is fetched from. */
const SCRIPTS = '**/assets/*.js'

test.each(['/', '/sign-in/student'])('the door at %s is light', async (door) => {
  const page = await site.visit(PHONE)
  const { bytes } = await weigh(page, door, { cold: true, slow: false })
  expect(bytes).toBeGreaterThan(10_000)
  expect(bytes).toBeLessThanOrEqual(DOOR_BYTES)
})

test('a student’s home is light, also for who opens it first', async () => {
  const page = await site.visit(PHONE)
  await enter(page)
  const next = await page.context().newPage()
  const { bytes, requests } = await weigh(next, '/student', { cold: true, slow: false })
  expect(bytes).toBeGreaterThan(10_000)
  expect(bytes).toBeLessThanOrEqual(HOME_BYTES)
  expect(requests).toBeLessThanOrEqual(HOME_REQUESTS)
})

test('an employer’s workbench is light, also for who opens it first', async () => {
  const page = await site.visit(DESK)
  await signIn(page, 'employer', 'hr2')
  const next = await page.context().newPage()
  const { bytes, requests } = await weigh(next, '/employer', { cold: true, slow: false })
  expect(bytes).toBeGreaterThan(10_000)
  expect(bytes).toBeLessThanOrEqual(WORKBENCH_BYTES)
  expect(requests).toBeLessThanOrEqual(HOME_REQUESTS)
})

test('with a page in a portal a browser is told what its frame is made of, and asks for nothing twice', async () => {
  const page = await site.visit(PHONE)
  const linked = async (address: string) => {
    const { link = '' } = (await page.request.get(address)).headers()
    return [...link.matchAll(/<([^>]+)>; rel=modulepreload/g)].map(([, file]) => file!)
  }
  expect(await linked('/sign-in/student')).toEqual([])
  const files = await linked('/student/invitations?page=1')
  expect(files.length).toBeGreaterThan(1)
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await enter(page)
  await page.reload()
  asked.length = 0
  await page.goto('/student')
  await page.getByText('签约待办').first().waitFor()
  for (const file of files)
    expect(
      asked.filter((one) => one === file),
      file,
    ).toHaveLength(1)
})

test('the first page of staff is light: lists, forms and cases come when they are opened', async () => {
  const page = await site.visit(DESK)
  await signIn(page, 'school', 'reviewer')
  for (const [address, mostBytes, mostRequests] of [
    ['/school', STAFF_BYTES, STAFF_REQUESTS],
    ['/school/agreements', QUEUE_BYTES, QUEUE_REQUESTS],
  ] as const) {
    const next = await page.context().newPage()
    const { bytes, requests } = await weigh(next, address, { cold: true, slow: false })
    expect(bytes, address).toBeGreaterThan(10_000)
    expect(bytes, address).toBeLessThanOrEqual(mostBytes)
    expect(requests, address).toBeLessThanOrEqual(mostRequests)
  }
})

test('without a connection a page that has not come is said to be missing, what is typed stays, and it opens later', async () => {
  const page = await site.visit(PHONE)
  await enter(page)
  await openByMenu(page, '我的', '修改密码')
  await page.locator('input[type=password]').first().fill('typed-before')
  await page.context().setOffline(true)
  await tab(page, '签约').click()
  await page.getByText('网络不通，您要打开的页面还没有取到').waitFor()
  expect(new URL(page.url()).pathname).toBe('/student/account')
  expect(await page.locator('input[type=password]').first().inputValue()).toBe('typed-before')
  await page.context().setOffline(false)
  await page.getByRole('heading', { level: 1, name: '电子签约' }).waitFor()
  expect(await page.getByText('网络不通').count()).toBe(0)
})

test('who stays where the connection broke is not carried off when it is back', async () => {
  const page = await site.visit(PHONE)
  await enter(page)
  await page.context().setOffline(true)
  await tab(page, '消息').click()
  await page.getByRole('button', { name: '留在此页' }).click()
  await page.context().setOffline(false)
  await tab(page, '签约').click()
  await page.getByRole('heading', { level: 1, name: '电子签约' }).waitFor()
})

test('a portal that could not be fetched says so and is opened anew; of an address that it lacks it says so there', async () => {
  const page = await site.visit(PHONE)
  await enter(page)
  const next = await page.context().newPage()
  await next.route(/student\.routes-/, (route) => route.abort())
  await next.goto('/student/invitations')
  await next.getByText('页面没有载入完整').waitFor()
  await next.unroute(/student\.routes-/)
  await next.getByRole('button', { name: '重新载入' }).click()
  await next.getByRole('heading', { level: 1, name: '电子签约' }).waitFor()
  await next.goto('/student/no-such-page')
  await next.getByText('没有这个页面').waitFor()
  expect(new URL(next.url()).pathname).toBe('/student/no-such-page')
})

test('after an upgrade the next page is opened anew, and one whose part is gone too', async () => {
  const page = await site.visit(PHONE)
  await enter(page)
  let opened = 0
  page.on('request', (request) => request.isNavigationRequest() && opened++)
  // The part of the next page is gone, as its name is another one by now.
  await page.route(SCRIPTS, (route) => (opened === 0 ? route.fulfill({ status: 404 }) : route.continue()))
  await tab(page, '签约').click()
  await page.getByRole('heading', { level: 1, name: '电子签约' }).waitFor()
  expect(opened).toBe(1)
  // The server says that it serves another site.
  await page.route('**/api/**', async (route) => {
    const answer = await route.fetch()
    await route.fulfill({
      response: answer,
      headers: { ...answer.headers(), [SITE_VERSION_HEADER]: 'index-newer000.js' },
    })
  })
  await follow(page.locator('.siblings').getByRole('link', { name: '解约办理' }))
  await page.getByRole('heading', { level: 1, name: '解约办理' }).waitFor()
  await page.unroute('**/api/**')
  await tab(page, '首页').click()
  await page.getByRole('heading', { level: 1, name: '首页' }).waitFor()
  expect(opened).toBe(2)
})

test('where nothing may be remembered everything works', async () => {
  const page = await site.visit(PHONE)
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  await page.addInitScript(() => {
    for (const storage of ['localStorage', 'sessionStorage'])
      Object.defineProperty(window, storage, {
        get() {
          throw new DOMException('denied', 'SecurityError')
        },
      })
  })
  await page.goto('/sign-in/student')
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('button', { name: '中文' }).click()
  await enter(page)
  await tab(page, '签约').click()
  await page.getByRole('heading', { level: 1, name: '电子签约' }).waitFor()
  expect(faults).toEqual([])
})

test.each([
  ['a fault of the program', '页面程序出错了', '重新载入', { status: 200, json: { items: 'no list' } }],
  ['a server in trouble', '服务器没有正常应答', '重试', { status: 502, body: '<h1>Bad gateway</h1>' }],
  [
    'what is not theirs',
    '不存在',
    '回到首页',
    {
      status: 404,
      json: { type: 'about:blank', title: '您查看的内容不存在', status: 404, code: 'not-found' },
    },
  ],
] as const)('%s has words of its own, and the portal stays around it', async (_, words, wayOut, answer) => {
  const page = await site.visit(PHONE)
  await enter(page)
  await page.route('**/api/**/dissolvable**', (route) => route.fulfill(answer))
  await page.route('**/api/**/dissolutions**', (route) => route.fulfill(answer))
  await openByMenu(page, '签约', '解约办理')
  await page.getByText(words).waitFor()
  const way = page.getByRole('button', { name: wayOut }).or(page.getByRole('link', { name: wayOut }))
  await way.waitFor()
  await tab(page, '首页').waitFor()
})

test('whoever gets no page reads a sentence in the HTML itself', async () => {
  const page = await site.visit(PHONE)
  await page.route(SCRIPTS, (route) => route.fulfill({ contentType: 'text/javascript', body: 'throw 1' }))
  await page.goto('/sign-in/student')
  await page.getByText('请升级微信或浏览器').waitFor({ timeout: 15_000 })
  const scriptless = await site.browser.newContext({ javaScriptEnabled: false })
  const plain = await scriptless.newPage()
  await plain.goto(new URL('/', page.url()).href)
  await plain.getByText('请升级微信或浏览器').waitFor({ timeout: 15_000 })
  expect(await plain.locator('noscript').textContent()).toContain('本网站需要 JavaScript')
  await scriptless.close()
})
