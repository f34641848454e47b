import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, dayInChina } from '../src/domain/day.ts'
import { act, handsOn, pick } from './hands.ts'
import { follow, inspect, openSite, PHONE, type Site } from './site.ts'

const TITLE = '前端开发工程师'
let site: Site
let hands: ReturnType<typeof handsOn>
beforeAll(async () => {
  site = await openSite()
  hands = handsOn(site)
})
afterAll(() => site?.close())

const field = (page: Page, name: string) =>
  page.locator('.ant-form-item').filter({ has: page.getByLabel(name, { exact: true }) })
const openInQueue = async (page: Page) => {
  await page.goto('/school/posts')
  await follow(page.getByRole('row', { name: TITLE }).getByRole('link').first())
  await page.getByRole('heading', { name: '办理过程' }).waitFor()
}
/** Deciding leads on to the next of the queue: back to what was decided. */
async function decide(page: Page, label: string, fill?: Parameters<typeof act>[3]) {
  const decided = new URL(page.url()).pathname
  await act(page, label, label, fill)
  await page.waitForURL((url) => url.pathname !== decided)
  await page.goto(decided)
}
async function save(page: Page) {
  await page.getByRole('button', { name: /^保存(草稿|修改)$/ }).click()
  await page.getByText('已保存').first().waitFor()
}

test('a post is written, named where it is against the law, returned, changed, published, and found on a phone', async () => {
  const hr = await hands.desk('employer', 'hr13')
  await hr.goto('/employer/posts')
  await hr.getByText('还没有招聘信息').waitFor()
  await inspect(hr, 'posts-own-none')
  await follow(hr.getByRole('link', { name: '撰写招聘信息' }))
  await hr.getByLabel('岗位名称').fill(`${TITLE}（限男性）`)
  await field(hr, '岗位名称').getByText('“限男”不能使用').waitFor()
  await inspect(hr, 'post-form-finding')
  await hr.getByLabel('岗位名称').fill(TITLE)
  await hr.getByText('“限男”不能使用').waitFor({ state: 'detached' })
  await save(hr)

  // Too little for a school: what lacks is named, and the draft stays.
  await hr.getByRole('heading', { level: 1, name: TITLE }).waitFor()
  await hr.getByRole('button', { name: '提交给学校' }).click()
  const dialog = hr.getByRole('dialog')
  await dialog.getByRole('button', { name: '提交', exact: true }).click()
  await dialog.getByRole('alert').getByText('月薪下限').waitFor()
  await dialog.getByRole('button', { name: '取消' }).click()

  await pick(hr, 'category', '工程技术人员')
  await hr.getByLabel('招聘人数').fill('3')
  await hr.getByLabel('月薪下限').fill('12000')
  const isCut = ({ scrollWidth, clientWidth }: HTMLElement) => scrollWidth > clientWidth
  expect(await hr.getByLabel('月薪下限').evaluate(isCut)).toBe(false)
  await pick(hr, 'regions', '湖北省武汉市洪山区')
  const description = hr.getByRole('textbox', { name: '岗位描述' })
  await description.fill('写页面')
  await hr.getByLabel('联系人').fill('王女士')
  await hr.getByLabel('联系电话').fill('027-81234567')
  await hr.getByLabel('截止日期').fill(addDays(dayInChina(new Date()), 60))
  await save(hr)
  await inspect(hr, 'post-draft')
  await act(hr, '提交给学校', '提交')
  await hr.getByText('待学校审核').first().waitFor()

  const reviewer = await hands.desk('school', 'reviewer')
  await openInQueue(reviewer)
  await inspect(reviewer, 'post-in-queue')
  await decide(reviewer, '退回修改', (dialog) => dialog.getByRole('textbox').fill('请写明岗位职责'))
  await reviewer.getByText('退回待修改').first().waitFor()

  await hr.reload()
  await hr.getByText('请写明岗位职责').waitFor()
  await description.fill('用 TypeScript 编写学生端页面，与设计师一起改进可访问性')
  await save(hr)
  await act(hr, '提交给学校', '提交')
  await hr.getByText('待学校审核').first().waitFor()
  await openInQueue(reviewer)
  await reviewer.getByText('与设计师一起改进可访问性').waitFor()
  await decide(reviewer, '发布')
  await reviewer.getByText('已发布').first().waitFor()

  const phone = await site.visit(PHONE)
  await phone.goto('/s/99901/jobs')
  await inspect(phone, 'jobs-phone')
  await phone.getByRole('searchbox').fill('端开')
  await phone.getByRole('button', { name: '搜索' }).click()
  await phone.waitForURL(/q=/)
  expect(await phone.locator('.job strong').allInnerTexts()).toEqual([TITLE])
  await inspect(phone, 'jobs-found-phone')
  await phone.getByRole('link', { name: TITLE }).click()
  await phone.getByRole('heading', { level: 1, name: TITLE }).waitFor()
  await phone.getByText('12,000').first().waitFor()
  await phone.getByRole('link', { name: '027-81234567' }).waitFor()
  await inspect(phone, 'job-phone')
  await phone.getByRole('link', { name: 'English' }).click()
  await phone.getByText('Number wanted').waitFor()
  await inspect(phone, 'job-phone-english')
  await phone.getByRole('article').getByRole('link').first().click()
  await phone.getByRole('heading', { level: 2, name: 'Job posts' }).waitFor()
  await inspect(phone, 'job-employer-phone-english')
})
