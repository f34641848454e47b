import { afterAll, beforeAll, expect, test } from 'vitest'
import { DEMO_PASSWORD } from '../src/server/demo/log-ins.ts'
import { sign } from './hands.ts'
import { follow, inspect, openSite, PHONE, type Site, signIn } from './site.ts'

let site: Site
let student: Site['roster'][number]
beforeAll(async () => {
  site = await openSite()
  student = site.roster[0]!
})
afterAll(() => site?.close())

test('a page asked for without being signed in comes after the door, and what was typed wrong stays', async () => {
  const page = await site.visit(PHONE)
  const asked: string[] = []
  page.on('request', (request) => request.url().includes('/api/') && asked.push(request.url()))
  await page.goto('/student/invitations?employer=星光')
  await page.getByText('请先登录，登录后回到您要打开的页面').waitFor()
  await inspect(page, 'door-phone')
  expect(asked.length).toBeLessThan(5)
  await page.getByLabel('学号').fill(student.studentNumber)
  await page.locator('#secret').fill('not-the-password')
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByText('账号或密码不正确').waitFor()
  expect(await page.getByLabel('学号').inputValue()).toBe(student.studentNumber)
  await page.locator('#secret').fill(DEMO_PASSWORD)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByRole('heading', { name: '电子签约' }).waitFor()
})

test('a page of another portal than one’s own leads to its door, which can be used, and from there to the page', async () => {
  const page = await site.visit(PHONE)
  await signIn(page, 'school', 'reviewer')
  await page.goto('/student/invitations')
  await page.getByText('请先登录，登录后回到您要打开的页面').waitFor()
  await page.getByLabel('学号').fill(student.studentNumber)
  await page.locator('#secret').fill(DEMO_PASSWORD)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByRole('heading', { name: '电子签约' }).waitFor()
})

test('whoever’s browser asks for English, and never chose, is spoken to in English, signed in too', async () => {
  const page = await site.visit(PHONE, 'en-US')
  await page.goto('/sign-in/student')
  await page.getByRole('heading', { name: 'Student' }).waitFor()
  await page.getByLabel('Student number').fill(student.studentNumber)
  await page.locator('#secret').fill(DEMO_PASSWORD)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByRole('heading', { name: 'Waiting for you' }).waitFor()
  await page.goto('/student/data')
  await page.getByRole('button', { name: '中文' }).click()
  await page.getByRole('heading', { name: '基本信息管理' }).waitFor()
  await page.goto('/')
  await page.getByRole('button', { name: 'English' }).waitFor()
})

test('a letter goes to paper with its notices and its number, and without the page around it', async () => {
  const page = await site.visit(PHONE)
  await signIn(page, 'student', student.studentNumber)
  await page.locator('.desk a').first().click()
  await page.getByRole('heading', { name: '邀请函' }).waitFor()
  await page.emulateMedia({ media: 'print' })
  await page.getByText('办理签约与鉴证不收取任何费用').waitFor()
  await page.getByText('解约规定').first().waitFor()
  for (const around of ['.place', '.case-head', '.case-acts', '.case-more'])
    expect(await page.locator(around).isVisible(), around).toBe(false)
  const header = await page.evaluate(() => document.documentElement.style.getPropertyValue('--sheet-header'))
  expect(header).toMatch(/^"邀请函编号 [0-9A-F]{12}-\d+"$/)
})

test('English reaches every page of the student, and is remembered', async () => {
  const page = await site.visit(PHONE)
  await page.goto('/sign-in/student')
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByLabel('Student number').fill(student.studentNumber)
  await page.locator('#secret').fill(DEMO_PASSWORD)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByRole('heading', { name: 'Waiting for you' }).waitFor()
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
  for (const path of ['', '/invitations', '/data', '/account']) {
    await page.goto(`/student${path}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await inspect(page, `english${path.replace('/', '-')}`)
  }
})

test('an uncertified agreement says so on paper (R22)', async () => {
  const page = await site.visit(PHONE)
  await page.goto('/sign-in/student')
  await page.getByLabel('学号').fill(student.studentNumber)
  await page.locator('#secret').fill(DEMO_PASSWORD)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page
    .getByRole('link', { name: /请应约或拒绝/ })
    .first()
    .click()
  await page.getByRole('button', { name: '同意' }).click()
  await page.getByRole('button', { name: '现在签约' }).click()
  await sign(page)
  await page.getByText('签约成功').waitFor()
  await follow(page.getByRole('link', { name: '查看协议与鉴证进度' }))
  await page.getByRole('heading', { name: '办理进度' }).waitFor()
  await page.emulateMedia({ media: 'print' })
  const mark = await page
    .locator('.watermark')
    .evaluate((sheet) => [getComputedStyle(sheet).position, getComputedStyle(sheet, '::before').content])
  expect(mark).toEqual(['fixed', '"未鉴证"'])
  const header = await page.evaluate(() => document.documentElement.style.getPropertyValue('--sheet-header'))
  expect(header).toMatch(/^"协议书编号 \d{16}"$/)
  expect(await page.getByRole('heading', { name: '办理进度' }).isVisible()).toBe(false)
})
