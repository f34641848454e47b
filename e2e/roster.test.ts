import { afterAll, beforeAll, expect, test } from 'vitest'
import { withResidentCheck } from '../src/domain/identifiers.ts'
import { act, handsOn } from './hands.ts'
import { DESK, follow, inspect, openSite, PHONE, type Site, signIn } from './site.ts'

let site: Site
let hands: ReturnType<typeof handsOn>
beforeAll(async () => {
  site = await openSite()
  hands = handsOn(site)
})
afterAll(() => site?.close())

test('a reviewer narrows the roster, keeps the filter, finds one by document, looks for a reason and marks them', async () => {
  const { idNumber, name } = site.roster[75]!
  const desk = await hands.desk('school', 'reviewer')
  await desk.goto('/school/students')
  await desk.getByText('更多筛选与排序').click()
  await desk.getByRole('combobox', { name: '专业' }).click()
  await desk.getByTitle('车辆工程', { exact: true }).click()
  await desk.getByRole('button', { name: '取消筛选：车辆工程' }).waitFor()
  expect(new URL(desk.url()).searchParams.get('major')).toBe('车辆工程')
  await desk.getByRole('button', { name: '下一页' }).click()
  await desk.getByText('2/3', { exact: false }).first().waitFor()
  await inspect(desk, 'roster')
  await act(desk, '保存当前筛选', '保存当前筛选', (dialog) => dialog.getByLabel('名称').fill('车辆'))
  await desk.getByRole('button', { name: '清除全部筛选' }).click()
  await desk.getByRole('button', { name: '车辆', exact: true }).click()
  await desk.getByRole('button', { name: '取消筛选：车辆工程' }).waitFor()

  await desk.getByRole('button', { name: '按证件号查找' }).click()
  await desk.getByLabel('证件号码').fill(idNumber)
  await desk.getByLabel('证件号码').press('Enter')
  const found = desk.getByRole('dialog').getByRole('link', { name })
  await found.waitFor()
  expect(desk.url()).not.toContain(idNumber)
  await follow(found)
  const [from, to] = [idNumber.slice(0, 6), idNumber.slice(-4)]
  await desk.getByText(`${from}*****${to}`).waitFor()
  expect(await desk.getByText(idNumber).count()).toBe(0)
  await act(desk, '查看完整信息', '查看', (dialog) => dialog.getByRole('radio', { name: '核对身份' }).check())
  await desk.getByText(idNumber).waitFor()
  await desk.getByText('用途：核对身份').waitFor()

  await act(desk, '标记延毕', '标记延毕', (dialog) => dialog.getByRole('textbox').fill('延长学制一年'))
  await desk.getByText('延毕', { exact: true }).first().waitFor()
  await inspect(desk, 'student-file')
  await desk.setViewportSize(PHONE)
  await inspect(desk, 'student-file-phone')
  await desk.goto('/school/students')
  await inspect(desk, 'roster-phone')
})

test('an administrator adds a student, whose wrong number is named at its field and lost nothing, and who then signs in', async () => {
  const right = withResidentCheck('42011120041231001')
  const desk = await hands.desk('school', 'admin')
  await desk.goto('/school/students')
  await follow(desk.getByRole('link', { name: '新增学生' }))
  await desk.locator('#values_studentNumber').fill('2027990001')
  await desk.locator('#values_name').fill('新同学')
  await desk.locator('#values_documentNumber').fill('420111200412310011')
  await desk.locator('#values_college').click()
  await desk.getByTitle('信息工程学院').click()
  await desk.locator('#values_educationLevel').fill('本科生毕业')
  await desk.getByTitle('本科生毕业').click()
  await desk.locator('#values_majorName').fill('软件工程')
  await desk.locator('#values_graduationYear').fill('2027')
  await desk.getByRole('button', { name: '新增', exact: true }).click()
  await desk.getByText('校验码不对', { exact: false }).first().waitFor()
  expect(await desk.locator('#values_name').inputValue()).toBe('新同学')
  await inspect(desk, 'add-student')
  await desk.locator('#values_documentNumber').fill(right)
  await desk.getByRole('button', { name: '新增', exact: true }).click()
  await desk.getByRole('heading', { name: '新同学' }).waitFor()
  await desk.getByText('学校新增学生').first().waitFor()

  const student = await site.visit(DESK)
  await signIn(student, 'student', '2027990001', right)
  await student.getByText('新同学').first().waitFor()
})
