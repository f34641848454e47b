import { afterAll, beforeAll, expect, test } from 'vitest'
import { act, handsOn } from './hands.ts'
import { follow, inspect, openSite, PHONE, type Site } from './site.ts'

const KEPT = '高级软件工程师（设备控制）'
const REPORTED = '新媒体编辑'
let site: Site
let hands: ReturnType<typeof handsOn>
beforeAll(async () => {
  site = await openSite()
  hands = handsOn(site)
})
afterAll(() => site?.close())

test('a student searches, keeps a post and reports another; the school upholds it; the student reads that, and the post is gone', async () => {
  const phone = await hands.student(0)
  await phone.goto('/student/jobs')
  await inspect(phone, 'market-phone')
  const posts = phone.getByRole('list', { name: '全部岗位' }).getByRole('listitem')
  await phone.getByRole('searchbox').fill('设备控制')
  await phone.getByRole('button', { name: '查询' }).click()
  await phone.waitForURL(/q=/)
  await posts.filter({ hasText: REPORTED }).waitFor({ state: 'detached' })
  await phone.getByRole('button', { name: `收藏: ${KEPT}` }).click()
  await phone.getByRole('button', { name: `已收藏: ${KEPT}` }).waitFor()
  await act(phone, '保存这次搜索', '保存这次搜索')
  await inspect(phone, 'market-sought-phone')
  for (const [tab, name] of [
    ['保存的搜索', '设备控制'],
    ['收藏', KEPT],
  ] as const) {
    await follow(phone.getByRole('link', { name: tab, exact: true }))
    await phone.getByRole('list', { name: tab }).getByText(name).waitFor()
    await inspect(phone, `market-${tab}-phone`)
  }

  await follow(phone.getByRole('link', { name: '全部岗位', exact: true }))
  await phone.getByRole('searchbox').fill(REPORTED)
  await phone.getByRole('button', { name: '查询' }).click()
  await follow(posts.getByRole('link', { name: REPORTED }))
  await phone.getByRole('heading', { level: 1, name: REPORTED }).waitFor()
  await inspect(phone, 'market-post-phone')
  const job = phone.url()
  await act(phone, '举报', '提交举报', async (dialog) => {
    // Nothing is sent before it is said what is wrong, and what was typed stays.
    await dialog.getByRole('textbox').fill('面试后要求先交 500 元培训费')
    await dialog.getByRole('button', { name: '提交举报' }).click()
    await dialog.getByRole('alert').getByText('请选择举报原因').waitFor()
    await inspect(phone, 'market-report-fault-phone')
    await dialog.getByText('向求职者收费（紧急）').click()
  })
  await phone.getByText('您已举报，学校正在核查').waitFor()

  const reviewer = await hands.desk('school', 'reviewer')
  await reviewer.goto('/school/post-reports')
  await inspect(reviewer, 'market-queue')
  await follow(reviewer.getByRole('row', { name: REPORTED }).getByRole('link').first())
  await reviewer.getByText('面试后要求先交 500 元培训费').first().waitFor()
  await inspect(reviewer, 'market-report')
  await act(reviewer, '认定属实', '认定属实', async (dialog) => {
    await dialog.getByLabel('给单位的下架说明（不要写明举报人）').fill('招聘中不得向求职者收费')
    await dialog.getByLabel('给举报人的答复').fill('已核实并下架，谢谢您')
  })
  await reviewer.getByRole('heading', { name: '学校的答复' }).waitFor()

  await phone.goto('/student/jobs?tab=reports')
  await inspect(phone, 'market-reports-phone')
  await follow(phone.getByRole('link', { name: REPORTED }).first())
  await phone.getByText('已核实并下架，谢谢您').first().waitFor()
  await inspect(phone, 'market-report-phone')
  await phone.goto(job)
  await phone.getByRole('heading', { name: REPORTED }).waitFor({ state: 'detached' })

  const anybody = await site.visit(PHONE)
  await anybody.goto('/s/99901/jobs')
  const titles = await anybody.locator('.job strong').allInnerTexts()
  expect(titles).toContain(KEPT)
  expect(titles).not.toContain(REPORTED)
})
