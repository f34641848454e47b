import type { Locator, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { act, handsOn } from './hands.ts'
import { comeBack, follow, inspect, openSite, PHONE, type Site } from './site.ts'

let site: Site
let hands: ReturnType<typeof handsOn>
beforeAll(async () => {
  site = await openSite()
  hands = handsOn(site)
})
afterAll(() => site?.close())

const OWN = '/school/settings/fields'
async function add(list: Locator, fill: (dialog: Locator) => Promise<unknown>) {
  await list.getByRole('button', { name: '添加字段' }).click()
  const dialog = list.page().getByRole('dialog')
  await dialog.waitFor()
  await fill(dialog)
  await dialog.getByRole('button', { name: '添加', exact: true }).click()
}
const gone = (page: Page) => page.getByRole('dialog').waitFor({ state: 'hidden' })

test('an administrator defines fields on a phone; of two the second is told; staff fill them in and the student sees them', async () => {
  const phone = await site.visit(PHONE)
  await comeBack(phone, 'school', 'admin')
  await phone.goto('/school/settings')
  await follow(phone.getByRole('link', { name: '自定义字段' }))
  const roster = phone.getByRole('region', { name: '生源信息' })
  await roster.getByText('外语水平').waitFor()

  const beside = await hands.desk('school', 'admin')
  await beside.goto(OWN)
  await beside.getByRole('region', { name: '生源信息' }).getByRole('button', { name: '添加字段' }).click()
  await beside.getByRole('dialog').getByLabel('名称', { exact: true }).fill('省内编号')

  await add(roster, async (dialog) => {
    await dialog.getByLabel('名称', { exact: true }).fill('学号')
    await dialog.getByText('单选').click()
  })
  const dialog = phone.getByRole('dialog')
  await dialog.getByText('至少两个选项').first().waitFor()
  await inspect(phone, 'own-field-fault-phone')
  await dialog.getByLabel('选项').fill('英语\n日语\n俄语')
  await dialog.getByRole('button', { name: '添加', exact: true }).click()
  await dialog.getByText('“学号”已是系统的列或另一个自定义字段').first().waitFor()
  await dialog.getByLabel('名称', { exact: true }).fill('主修外语')
  await dialog.getByRole('button', { name: '添加', exact: true }).click()
  await gone(phone)
  await roster.getByText('单选 · 英语、日语、俄语').waitFor()
  await inspect(phone, 'own-fields-phone')

  await beside.getByRole('dialog').getByRole('button', { name: '添加', exact: true }).click()
  await beside.getByRole('dialog').getByText('内容已更新').first().waitFor()
  await beside.context().close()

  const { studentNumber } = site.roster[18]!
  const { id, schoolId } = await site.db
    .selectFrom('students')
    .where('studentNumber', '=', studentNumber)
    .select(['id', 'schoolId'])
    .executeTakeFirstOrThrow()
  await phone.goto(`/school/students/${schoolId}/${id}`)
  await act(phone, '填写', '保存', async (asked) => {
    await asked.getByRole('combobox', { name: '主修外语' }).click()
    await phone.locator('.ant-select-item', { hasText: '日语' }).click()
  })
  await phone.getByText('主修外语: （空） → 日语').waitFor()
  await inspect(phone, 'own-values-phone')

  const own = await hands.student(18)
  await own.goto('/student/data')
  await own.getByText('主修外语').waitFor()
  await own.getByText('日语', { exact: true }).waitFor()
  await inspect(own, 'own-values-of-student-phone')
})

test('a student answers the school’s field where the form is, and staff fill in theirs on the case', async () => {
  const admin = await hands.desk('school', 'admin')
  await admin.goto(OWN)
  const list = admin.getByRole('region', { name: '毕业去向' })
  await add(list, async (dialog) => {
    await dialog.getByLabel('名称', { exact: true }).fill('求职意向人数')
    await dialog.getByText('数字').click()
    await dialog.getByLabel('最大值').fill('9')
    await dialog.getByText('必填').click()
  })
  await gone(admin)
  await add(list, async (dialog) => {
    await dialog.getByLabel('名称', { exact: true }).fill('上报批次')
    await dialog.getByText('教师填写').click()
    await dialog.getByText('仅学校可见').click()
  })
  await gone(admin)
  await list.getByText('上报批次').waitFor()
  expect(await list.getByText('教师填写 · 仅学校可见 · 全部去向类别').count()).toBe(2)
  await inspect(admin, 'own-fields')

  const student = await hands.newcomer(51)
  await student.goto('/student/destinations/new')
  await student.getByText('待就业').first().click()
  await student.getByLabel('求职意向人数').fill('12')
  await student.getByRole('button', { name: /核对/ }).click()
  await student.getByText('不能大于 9').first().waitFor()
  await inspect(student, 'own-asked-fault-phone')
  await student.getByLabel('求职意向人数').fill('３')
  await student.getByRole('button', { name: /核对/ }).click()
  const last = student.getByRole('dialog')
  await last.getByText('3', { exact: true }).waitFor()
  await last.getByRole('button').last().click()
  await student.waitForURL(/destinations\/\d{5}\//)
  await student.getByRole('heading', { name: '办理进度' }).waitFor()
  await student.getByText('求职意向人数').waitFor()
  expect(await student.getByText('上报批次').count()).toBe(0)

  await admin.goto(`/school/destinations/${new URL(student.url()).pathname.split('/').slice(-2).join('/')}`)
  await act(admin, '填写', '保存', (dialog) => dialog.getByLabel(/上报批次/).fill('第一批'))
  await admin.getByText('第一批').first().waitFor()
  await inspect(admin, 'own-filled')
})
