import { afterAll, beforeAll, expect, test } from 'vitest'
import { weigh } from '../bench/page-weight.ts'
import { picture } from '../src/server/testing/sample-files.ts'
import { act, choose, handsOn } from './hands.ts'
import { pdf } from './scans.ts'
import { DESK, follow, inspect, openSite, PHONE, type Site } from './site.ts'

/** On the wire, without the picture. */
const FRONT_BYTES = 60_000

let site: Site
let hands: ReturnType<typeof handsOn>
beforeAll(async () => {
  site = await openSite()
  hands = handsOn(site)
})
afterAll(() => site?.close())

/** Somebody whose browser runs no scripts. */
const reader = async (viewport: typeof PHONE) => {
  const context = await site.browser.newContext({ viewport, baseURL: site.address, javaScriptEnabled: false })
  return context.newPage()
}

test('a school sets its site up, and anybody reads it without scripts', async () => {
  const administrator = await hands.desk('school', 'admin')
  await administrator.goto('/school/site')
  await administrator.getByRole('heading', { name: '公开网站' }).waitFor()
  await inspect(administrator, 'site-desk')
  const photo = await picture(1600, 900).jpeg().toBuffer()
  await administrator
    .locator('input[type=file]')
    .setInputFiles({ name: '校园.jpg', mimeType: 'image/jpeg', buffer: photo })
  await administrator.getByRole('img', { name: '校园图片' }).waitFor()
  await administrator.getByRole('checkbox', { name: '使用学校自己的颜色' }).first().check()
  await administrator.locator('input[type=color]').fill('#ffdd33')
  await administrator.getByRole('button', { name: '保存', exact: true }).click()
  // Said at the field with its figure, before anything is sent.
  await administrator.getByText('对比度只有 1.2:1', { exact: false }).first().waitFor()
  await administrator.locator('input[type=color]').fill('#7a1f2b')
  await administrator.getByRole('button', { name: '保存', exact: true }).click()
  await administrator.getByText('公开网站已更新').waitFor()

  const phone = await reader(PHONE)
  await phone.goto('/s/99901')
  await phone.getByRole('heading', { level: 1, name: '江汉示范理工学院' }).waitFor()
  for (const door of ['学生登录', '单位登录', '学校登录', '单位注册'])
    expect(await phone.getByRole('link', { name: door }).count()).toBe(1)
  expect(await phone.locator('img').evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(1600)
  await phone.getByText('生源信息核对截止').waitFor()
  await phone.getByRole('link', { name: 'English' }).click()
  await phone.getByRole('heading', { name: 'Dates that matter' }).waitFor()

  for (const [width, viewport] of [
    ['phone', PHONE],
    ['desk', DESK],
  ] as const) {
    const page = await site.visit(viewport)
    await page.route('**/picture/**', (route) => route.abort())
    const { bytes } = await weigh(page, '/s/99901', { cold: true, slow: false })
    expect(bytes).toBeGreaterThan(3_000)
    expect(bytes).toBeLessThanOrEqual(FRONT_BYTES)
    await page.unroute('**/picture/**')
    for (const [name, address] of [
      ['public-front', '/s/99901'],
      ['public-front-english', '/s/99901?lang=en'],
      ['public-announcements', '/s/99901/announcements'],
      ['public-missing', '/s/99901/announcements/zzzzzzzz'],
    ] as const) {
      await page.goto(address)
      await inspect(page, `${name}-${width}`)
    }
    await page.goto('/')
    await page.getByLabel('学校名称或代码').fill('没有')
    await page.getByRole('button', { name: '查找' }).click()
    await page.getByText('没有名称或代码含“没有”的学校').waitFor()
    await page.getByLabel('学校名称或代码').fill('99901')
    await page.getByRole('button', { name: '查找' }).click()
    await page.getByRole('link', { name: '江汉示范理工学院' }).waitFor()
    await inspect(page, `platform-front-${width}`)
  }
})

test('an announcement is written, published, read without scripts, and gone once it is withdrawn', async () => {
  const reviewer = await hands.desk('school', 'reviewer')
  await reviewer.goto('/school/announcements')
  await reviewer.getByRole('heading', { name: '通知公告' }).waitFor()
  await inspect(reviewer, 'announcements-desk')
  await follow(reviewer.getByRole('link', { name: '写公告' }))
  await reviewer.getByRole('button', { name: '保存草稿' }).click()
  await reviewer.getByText('请填写“正文”').first().waitFor()
  await reviewer.locator('#title').fill('春季双选会安排')
  const text = reviewer.getByRole('textbox', { name: '正文', exact: true })
  await text.click()
  await reviewer.getByRole('button', { name: '加粗' }).first().click()
  await reviewer.keyboard.type('请携带简历')
  await reviewer.getByRole('button', { name: '插入表格' }).first().click()
  await reviewer.keyboard.type('时间')
  await choose(reviewer, pdf('展位图.pdf'))
  await reviewer.getByRole('button', { name: '移除 展位图.pdf' }).waitFor()
  await inspect(reviewer, 'announcement-form-desk')
  await reviewer.getByRole('button', { name: '保存草稿' }).click()
  await reviewer.getByRole('heading', { level: 1, name: '春季双选会安排' }).waitFor()
  await inspect(reviewer, 'announcement-draft-desk')
  await act(reviewer, '发布')
  const address = new URL(
    (await reviewer.locator('a[href*="/announcements/"]').last().getAttribute('href')) ?? '',
  ).pathname
  expect(address).toMatch(/^\/s\/99901\/announcements\/[a-z0-9]{8}$/)

  const phone = await reader(PHONE)
  await phone.goto('/s/99901')
  await phone.getByRole('link', { name: '春季双选会安排' }).click()
  await phone.getByRole('heading', { level: 1, name: '春季双选会安排' }).waitFor()
  expect(await phone.locator('.written strong').textContent()).toBe('请携带简历')
  expect(await phone.locator('.written th').first().textContent()).toBe('时间')
  const [download] = await Promise.all([
    phone.waitForEvent('download'),
    phone.getByRole('link', { name: '展位图.pdf' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('展位图.pdf')
  for (const [width, viewport] of [
    ['phone', PHONE],
    ['desk', DESK],
  ] as const) {
    const page = await site.visit(viewport)
    await page.goto(address)
    await inspect(page, `public-announcement-${width}`)
  }

  await act(reviewer, '撤下')
  await reviewer.getByText('已撤下').first().waitFor()
  await phone.goto(address)
  await phone.getByRole('heading', { name: '没有这个页面' }).waitFor()
  const small = await hands.desk('school', 'reviewer')
  await small.setViewportSize(PHONE)
  await small.goto('/school/announcements')
  await small.getByText('春季双选会安排').waitFor()
  await inspect(small, 'announcements-phone')
  await small.goto('/school/announcements/new')
  await small.getByRole('toolbar').first().waitFor()
  await inspect(small, 'announcement-form-phone')
})
