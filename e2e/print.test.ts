import { PDF } from '@libpdf/core'
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { handsOn } from './hands.ts'
import { openSite, type Site } from './site.ts'

let site: Site
let hands: ReturnType<typeof handsOn>
beforeAll(async () => {
  site = await openSite()
  hands = handsOn(site)
})
afterAll(() => site?.close())

/**
 * What Chromium's printer makes of the letter of that number: its sheets as text without spaces, and their sizes in points.
 * A font may share the glyphs of characters and radicals: most are told apart again by NFKC, 页 is not.
 */
async function printed(page: Page, number: RegExp, scale = 1) {
  // The address is the next page's before its letter is: it is there once its number is in the margins.
  await page.waitForFunction(
    ({ source, flags }) => {
      const header = getComputedStyle(document.documentElement).getPropertyValue('--sheet-header')
      return new RegExp(source, flags).test(header.replace(/[\s"]/g, ''))
    },
    { source: number.source, flags: number.flags },
  )
  const pdf = await PDF.load(await page.pdf({ preferCSSPageSize: true, scale }))
  return pdf.getPages().map((sheet) => ({
    size: [sheet.width, sheet.height].map(Math.round),
    text: sheet.extractText().text.normalize('NFKC').replace(/\s/g, ''),
  }))
}
const A4 = [595, 842]

const openFirst = async (page: Page, list: string) => {
  await page.goto(list)
  await page.locator('a.opens').first().click()
  await page.waitForURL(/[0-9a-f]{8}-/)
}
/** Who has it, how they come to it, how its number is called, and what must stand on its last sheet. */
const LETTERS: Record<
  string,
  { of: number; most: number; open: (page: Page) => Promise<unknown>; zh: RegExp; en: RegExp }
> = {
  'an invitation': {
    of: 0,
    most: 1,
    open: (page) => openFirst(page, '/student/invitations'),
    zh: /^邀请函编号[0-9A-F]{12}-\d/,
    en: /^Invitationno\.[0-9A-F]{12}-\d/i,
  },
  'an agreement': {
    of: 10,
    // With its acts and the notice that was read.
    most: 2,
    open: async (page) => {
      await openFirst(page, '/student/invitations')
      await page.locator('.case-acts a').last().click()
      await page.waitForURL(/\/agreements\//)
    },
    zh: /^协议书编号\d{16}/,
    en: /^Agreement(number|no\.)\d{16}/i,
  },
  'a certificate': {
    of: 19,
    most: 1,
    open: async (page) => {
      await openFirst(page, '/student/dissolutions')
      await page.goto(`${new URL(page.url()).pathname}/certificate`)
    },
    // Of the agreement that it is about.
    zh: /^协议书编号\d{16}/,
    en: /^Agreement(number|no\.)\d{16}/i,
  },
}

test.each(Object.keys(LETTERS))(
  '%s goes to A4, each sheet with its number and what it is a sheet of',
  async (kind) => {
    const { of, most, open, zh, en } = LETTERS[kind]!
    const page = await hands.student(of)
    await open(page)
    for (const scale of [1, 2]) {
      const sheets = await printed(page, zh, scale)
      if (scale === 1) expect(sheets.length).toBeLessThanOrEqual(most)
      else expect(sheets.length).toBeGreaterThan(1)
      for (const [index, { size, text }] of sheets.entries()) {
        expect(size).toEqual(A4)
        expect(text).toMatch(zh)
        expect(text).toMatch(new RegExp(`第${index + 1}.共${sheets.length}.$`))
      }
    }
    await page.goto('/student/data')
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('button', { name: '中文' }).waitFor()
    await open(page)
    const sheets = await printed(page, en)
    for (const [index, { text }] of sheets.entries()) {
      expect(text).toMatch(en)
      expect(text).toMatch(new RegExp(`Page${index + 1}of${sheets.length}$`))
      // No sheet is empty but for its margins, which are less than this.
      expect(text.length).toBeGreaterThan(60)
    }
  },
)

test('a printed letter carries its notices', async () => {
  const page = await hands.student(0)
  await openFirst(page, '/student/invitations')
  const text = (await printed(page, LETTERS['an invitation']!.zh)).map((sheet) => sheet.text).join('')
  expect(text).toContain('办理签约与鉴证不收取任何费用')
  expect(text).toContain('解约规定')
  for (const around of ['首页', '返回', '打印', '办理进度']) expect(text).not.toContain(around)
})
