import { buffer } from 'node:stream/consumers'
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DEFAULT_SETTINGS } from '../src/domain/settings.ts'
import { addUsers } from '../src/server/features/accounts/queries.ts'
import { agreeForAll } from '../src/server/features/privacy/consents.ts'
import { addSchool } from '../src/server/features/schools/queries.ts'
import { hashPassword, NO_COST } from '../src/server/services/password-hash.ts'
import { openSheetReader } from '../src/server/services/sheets/reader.ts'
import { csvOf, rosterStudent } from '../src/server/testing/roster-files.ts'
import { DESK, follow, inspect, openSite, PHONE, signIn } from './site.ts'

const PASSWORD = 'Chun-Tian-2026'
const SCHOOL = '10487'
let site: Awaited<ReturnType<typeof openSite>>
beforeAll(async () => {
  site = await openSite(undefined, { demo: false })
  const names = { name: '晴川理工大学', nameEn: 'Qingchuan University', notice: '', noticeEn: '' }
  const colleges = [
    { id: '01', name: '一院' },
    { id: '02', name: '二院' },
  ]
  await addSchool(site.db, { code: SCHOOL, ...names, settings: DEFAULT_SETTINGS, colleges })
  const staff = { portal: 'school', schoolId: SCHOOL, staffRole: 'administrator' } as const
  const passwordHash = await hashPassword(PASSWORD, NO_COST)
  await addUsers(site.db, [
    { ...staff, login: 'zhang', name: '张处长', passwordHash },
    { ...staff, login: 'li', name: '李老师', passwordHash },
  ])
  await agreeForAll(site.db, new Date())
})
afterAll(() => site?.close())

const choose = (page: Page, students: Parameters<typeof csvOf>[0], name = '2027 届生源.csv') =>
  page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: csvOf(students) })
const counts = (page: Page, said: string) => page.locator('.sheet-counts').getByText(said).waitFor()

test('a roster with faults is looked at, corrected, entered, and the same again changes nothing', async () => {
  const page = await site.visit(DESK)
  await signIn(page, 'school', 'zhang', PASSWORD)
  await follow(page.getByRole('link', { name: '生源导入' }))
  await page.getByText('还没有导入过名单').waitFor()
  await inspect(page, 'roster-imports-empty')
  const [template] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '下载模板' }).click(),
  ])
  const reader = openSheetReader()
  const headings = await reader.read(
    async () => template.createReadStream(),
    async ({ rows }) => {
      for await (const [first] of rows) return first?.cells
    },
  )
  reader.close()
  expect(headings).toContain('学号*')

  // A picture is no roster; the page says so and goes on.
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'a.xlsx', mimeType: '', buffer: Buffer.from('%PDF-1.4') })
  await page.getByText('这不是可以读取的表格').waitFor()

  const odd = ({ 院系, ...rest }: Readonly<Record<string, string>>) => ({ ...rest, 二级单位: 院系 ?? '' })
  await choose(page, [
    odd(rosterStudent(1)),
    odd(rosterStudent(2, { 院系: '九院', 毕业年度: '去年' })),
    odd(rosterStudent(3)),
  ])
  await page.getByText('没有找到这些必需的列：院系').waitFor()
  await inspect(page, 'roster-import-unclear')
  await page.getByLabel('作为 G').fill('院系')
  await page.getByTitle('院系', { exact: true }).click()
  await page.getByRole('button', { name: '保存并重新读取' }).click()
  await counts(page, '新增 2 人')
  await page.getByText('第 3 行').waitFor()
  await page.getByText('G 列“院系”').waitFor()
  await page.getByText('不是年份').waitFor()
  await inspect(page, 'roster-import-faults')
  await follow(page.getByRole('link', { name: '列名' }))
  await page.getByText('已指定').waitFor()
  await inspect(page, 'roster-import-columns')

  const beside = await site.visit(PHONE)
  await signIn(beside, 'school', 'li', PASSWORD)
  await beside.goto('/school/roster-imports')
  await choose(beside, [rosterStudent(9)])
  await beside.getByText('张处长正在导入生源').waitFor()
  await inspect(beside, 'roster-imports-second-phone')
  await beside.locator('a.opens').first().click()
  await beside.getByText('只有上传人（张处长）可以查看').waitFor()
  await inspect(beside, 'roster-import-others-phone')

  await choose(page, [odd(rosterStudent(1)), odd(rosterStudent(2)), odd(rosterStudent(3))], '更正.csv')
  await page.getByRole('heading', { name: '更正.csv' }).waitFor()
  await counts(page, '新增 3 人')
  await page.getByRole('button', { name: '确认导入' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('将新增 3 人、更新 0 人').waitFor()
  await inspect(page, 'roster-import-confirm')
  await dialog.getByRole('button', { name: '确认导入' }).click()
  await page.getByText('已导入').first().waitFor()
  await page.getByRole('button', { name: '下载导入结果' }).click()
  const why = page.getByRole('dialog')
  await why.getByRole('radio').first().check()
  const [report] = await Promise.all([
    page.waitForEvent('download'),
    why.getByRole('button', { name: '下载', exact: true }).click(),
  ])
  const again = await buffer(await report.createReadStream())
  await page.goto('/school/roster-imports')
  await page.locator('input[type=file]').setInputFiles({ name: '结果.xlsx', mimeType: '', buffer: again })
  await counts(page, '新增 0 人 · 更新 0 人 · 无变化 3 人 · 有问题 0 行')
  await page.getByText('没有可以导入的行').waitFor()
  await page.getByRole('button', { name: '放弃导入' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '放弃导入' }).click()
  await page.getByText('已放弃').first().waitFor()

  const student = await site.visit(PHONE)
  await signIn(student, 'student', rosterStudent(2).学号!, rosterStudent(2).证件号码!)
  expect(new URL(student.url()).pathname).toBe('/student/verification')

  const phone = await site.visit(PHONE, 'en')
  await phone.goto('/sign-in/school?school=10487')
  await phone.locator('#login').fill('li')
  await phone.locator('#secret').fill(PASSWORD)
  await phone.getByRole('button', { name: 'Sign in' }).click()
  await phone.waitForURL((url) => !url.pathname.startsWith('/sign-in/'))
  await phone.goto('/school/roster-imports')
  await inspect(phone, 'roster-imports-phone-en')
  await choose(phone, [rosterStudent(1, { 姓名: '新名', 班级: '软工 2301' }), rosterStudent(4, { 院系: '' })])
  await counts(phone, '1 changed')
  await phone.getByText('Fill this in').waitFor()
  // The bar at the bottom edge covers a half of what is just scrolling past it.
  await phone.getByText('or drop it here').scrollIntoViewIfNeeded()
  await inspect(phone, 'roster-import-phone')
  await follow(phone.getByRole('link', { name: /^Changed/ }))
  await phone.getByText('软工 2301').waitFor()
  await phone.getByText('or drop it here').scrollIntoViewIfNeeded()
  await inspect(phone, 'roster-import-changed-phone')
  await follow(phone.getByRole('link', { name: 'Not in the file' }))
  await phone.getByText('An import neither removes nor changes them').waitFor()
})
