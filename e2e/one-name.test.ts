import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { comeBack, DESK, follow, openSite, type Site } from './site.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

/** Every entry of the menu with the heading of the page that it leads to; a count is no part of a name. */
async function namesOf(page: Page): Promise<string[][]> {
  const entries = page.locator('nav.side a')
  await entries.first().waitFor()
  const addresses = await entries.evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''))
  const names: string[][] = []
  for (const address of addresses) {
    await follow(page.locator(`nav.side a[href="${address}"]`))
    await page.locator('main h1').waitFor()
    const open = page.locator('nav.side a[aria-current=page]')
    const name = await open.evaluate((one) => one.firstChild?.textContent?.trim() ?? '')
    names.push([address, name, (await page.locator('main h1').textContent()) ?? ''])
  }
  return names
}

test.each([
  ['student', '0'],
  ['employer', 'hr2'],
  ['school', 'admin'],
] as const)(
  'a page of the %s is called by one name, in its menu and above it, in both languages',
  async (portal, login) => {
    const page = await site.visit(DESK)
    await comeBack(page, portal, portal === 'student' ? site.roster[0]!.studentNumber : login)
    for (const language of ['zh-CN', 'en']) {
      await page.evaluate((to) => localStorage.setItem('qianyue.language', to), language)
      await page.goto(`/${portal}`)
      for (const [address, inMenu, above] of await namesOf(page))
        expect([language, address, above]).toEqual([language, address, inMenu])
    }
  },
)

test('in the manual’s words: 解约办理 and 修改密码 for a student, 解约中心 → 解约办理 for an employer', async () => {
  const student = await site.visit(DESK)
  await comeBack(student, 'student', site.roster[0]!.studentNumber)
  for (const name of ['解约办理', '修改密码']) {
    await follow(student.locator('nav.side').getByRole('link', { name }))
    await student.getByRole('heading', { level: 1, name, exact: true }).waitFor()
  }
  const hr = await site.visit(DESK)
  await comeBack(hr, 'employer', 'hr2')
  await hr.locator('nav.side').getByRole('heading', { name: '解约中心' }).waitFor()
  await follow(hr.locator('nav.side').getByRole('link', { name: '解约办理' }))
  await hr.getByRole('heading', { level: 1, name: '解约办理' }).waitFor()
})
