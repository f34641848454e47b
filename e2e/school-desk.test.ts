import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { comeBack, DESK, follow, inspect, openSite, PHONE, type Site } from './site.ts'

let site: Site
let roster: Site['roster']
beforeAll(async () => {
  site = await openSite()
  roster = site.roster
})
afterAll(() => site?.close())

async function enter(portal: 'student' | 'employer' | 'school', login: string, size = DESK): Promise<Page> {
  const page = await site.visit(size)
  await comeBack(page, portal, login)
  return page
}
const collegeOf = (index: number) => `college${roster[index]!.collegeId}`
const rowOf = (page: Page, index: number) =>
  page.getByRole('row', { name: new RegExp(roster[index]!.studentNumber) })
async function passTicked(page: Page, count: number) {
  await page.getByRole('button', { name: `批量通过（${count}）` }).click()
  await page.getByRole('dialog').getByRole('button', { name: '通过', exact: true }).click()
}

test('only what a tick may pass has a box: a mediated dissolution and a request to void are decided on their pages', async () => {
  const page = await enter('school', 'reviewer')
  await follow(page.locator('.side').getByRole('link', { name: '解约鉴证' }))
  const mediated = rowOf(page, 19)
  await mediated.getByText('等待学校调解').first().waitFor()
  await mediated.getByText('需进入详情办理').waitFor()
  expect(await mediated.getByRole('checkbox').count()).toBe(0)
  await inspect(page, 'dissolution-queue')
  await rowOf(page, 22).getByRole('checkbox').check()
  await page.getByRole('button', { name: '批量通过（1）' }).click()
  await page
    .getByRole('dialog')
    .getByText(new RegExp(`${roster[22]!.name}.*主张：`))
    .waitFor()
  await inspect(page, 'batch-dialog')
  await page.getByRole('dialog').getByRole('button', { name: '通过', exact: true }).click()
  await page.getByText('通过 1 份').waitFor()
  await rowOf(page, 22).waitFor({ state: 'detached' })
  await mediated.waitFor()

  const college = await enter('school', collegeOf(28))
  await follow(college.locator('.side').getByRole('link', { name: '去向审核' }))
  await rowOf(college, 28).getByText('作废审核中').waitFor()
  expect(await rowOf(college, 28).getByRole('checkbox').count()).toBe(0)
  await inspect(college, 'destination-queue')
})

test('filters stand in the address: the way back from a case keeps them', async () => {
  const page = await enter('school', 'reviewer')
  await page.goto('/school/dissolutions')
  await page.getByText('全部', { exact: true }).click()
  await page.getByLabel('审核状态').click()
  await page.getByTitle(/^另一方不同意解约 \d/).click()
  await page.getByPlaceholder('学生、学号、单位或编号').fill(roster[20]!.name)
  await page.getByRole('button', { name: '查询' }).click()
  await page.waitForURL(/queue=all.*status=refused.*q=/)
  await rowOf(page, 20)
    .getByText(/^(学生|单位)不同意解约，协议仍有效，目前无需办理$/)
    .waitFor()
  await follow(rowOf(page, 20).getByRole('link', { name: '查看详情' }))
  await page.getByRole('heading', { name: '办理进度' }).waitFor()
  await page.getByRole('button', { name: '返回' }).click()
  await page.waitForURL(/queue=all.*status=refused.*q=/)
  await expect.poll(() => page.getByRole('row').count()).toBe(2)
  expect(await page.getByPlaceholder('学生、学号、单位或编号').inputValue()).toBe(roster[20]!.name)
  await follow(page.locator('.side').getByRole('link', { name: '解约鉴证' }))
  await rowOf(page, 19).waitFor()
  expect(await page.getByPlaceholder('学生、学号、单位或编号').inputValue()).toBe('')
})

test('of a batch, what a colleague has decided meanwhile is named with the reason, and the rest passes', async () => {
  const [first, second] = [26, 11]
  expect(collegeOf(first)).toBe(collegeOf(second))
  const page = await enter('school', collegeOf(first))
  await page.goto('/school/agreements')
  await rowOf(page, first).getByText('纸质签约').waitFor()
  await rowOf(page, first).getByRole('checkbox').check()
  await rowOf(page, second).getByRole('checkbox').check()
  const colleague = await enter('school', collegeOf(first))
  await colleague.goto('/school/agreements')
  await follow(rowOf(colleague, second).getByRole('link', { name: '审核' }))
  await colleague.getByRole('button', { name: '通过', exact: true }).click()
  await colleague.getByRole('dialog').getByRole('button', { name: '通过', exact: true }).click()
  await colleague.getByText('已通过').waitFor()
  await passTicked(page, 2)
  await page.getByText('通过 1 份，1 份未通过').waitFor()
  await page.getByRole('alert').filter({ hasText: roster[second]!.name }).waitFor()
  await inspect(page, 'batch-with-one-not-passed')
})

test('settings: a fault stands at its field, nothing that was typed is lost, and what is saved is there again', async () => {
  const page = await enter('school', 'admin')
  await follow(page.getByRole('link', { name: '设置', exact: true }))
  await page.getByLabel('应约期限最短（天）').fill('20')
  await page.getByLabel('应约期限默认（天）').fill('3')
  await page.getByLabel('只在规定时段受理解约').check()
  await page.getByLabel('开始日期').fill('2026-09-01')
  await page.getByLabel('结束日期（含当日）').fill('2026-03-01')
  await page.getByLabel('对方答复期限（天）').fill('=1+1')
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByText('默认天数应在最短与最长之间').first().waitFor()
  await page.getByText('结束日期不能早于开始日期').first().waitFor()
  await page.getByText('请填写 1 到 60 之间的整数').first().waitFor()
  await inspect(page, 'settings-faults')
  expect(await page.getByLabel('应约期限最短（天）').inputValue()).toBe('20')
  await page.getByLabel('应约期限最短（天）').fill('2')
  await page.getByLabel('结束日期（含当日）').fill('2027-03-01')
  await page.getByLabel('对方答复期限（天）').fill('９')
  await page.getByLabel('限制学生违约次数').uncheck()
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByText('设置已保存').waitFor()
  await page.reload()
  await page.getByLabel('对方答复期限（天）').waitFor()
  expect(await page.getByLabel('对方答复期限（天）').inputValue()).toBe('9')
  expect(await page.getByLabel('结束日期（含当日）').inputValue()).toBe('2027-03-01')
  expect(await page.getByLabel('限制学生违约次数').isChecked()).toBe(false)
})

test('a student’s file leads to each agreement, dissolution and destination; the roster is filtered by college', async () => {
  const page = await enter('school', 'admin')
  await page.goto('/school/students')
  await page.getByRole('combobox', { name: '院系' }).click()
  await page.getByTitle('机械工程学院').click()
  await page.waitForURL(/college=/)
  await rowOf(page, 5).waitFor()
  expect(await rowOf(page, 0).count()).toBe(0)
  for (const [index, status, kind] of [
    [28, '去向作废审核中', '研究生'],
    [19, '解约中', '长江智能装备有限公司'],
  ] as const) {
    await page.goto(`/school/students?q=${roster[index]!.studentNumber}`)
    await rowOf(page, index).getByText(status).waitFor()
    await follow(rowOf(page, index).getByRole('link').first())
    await page.getByText(status).waitFor()
    await inspect(page, `file-${index}`)
    await follow(page.getByRole('link', { name: kind }).last())
    await page.getByRole('heading', { name: '办理进度' }).waitFor()
  }
})

test('the tiles of a student’s home lead where their numbers are', async () => {
  const asked = await enter('student', roster[18]!.studentNumber, PHONE)
  await asked.getByText('解约中', { exact: true }).waitFor()
  await inspect(asked, 'home-dissolving-phone')
  await follow(asked.getByRole('link', { name: '1 解约待办' }))
  await asked.getByRole('heading', { name: '解约办理' }).waitFor()
  const returned = await enter('student', roster[23]!.studentNumber, PHONE)
  await returned.getByText('退回待补正').first().waitFor()
  await follow(returned.getByRole('link', { name: /纸质签约退回，请补正/ }))
  await returned.getByRole('link', { name: '更正纸质协议' }).waitFor()
})
