import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, dayInChina } from '../src/domain/day.ts'
import { withCreditCheck, withResidentCheck } from '../src/domain/identifiers.ts'
import { DEFAULT_SETTINGS } from '../src/domain/settings.ts'
import { addUsers } from '../src/server/features/accounts/queries.ts'
import { saveAdmission } from '../src/server/features/admissions/queries.ts'
import { addEmployers } from '../src/server/features/employers/queries.ts'
import { agreeForAll } from '../src/server/features/privacy/consents.ts'
import { addSchool } from '../src/server/features/schools/queries.ts'
import { addStudents } from '../src/server/features/students/roster.ts'
import { hashPassword, NO_COST } from '../src/server/services/password-hash.ts'
import { secretsFrom } from '../src/server/services/secrets.ts'
import { invitationRow, invitationsCsv } from '../src/server/testing/invitation-files.ts'
import { act, sign } from './hands.ts'
import { DESK, follow, inspect, openSite, PHONE, signIn } from './site.ts'

const PASSWORD = 'Chun-Tian-2026'
const SCHOOL = '10487'
let site: Awaited<ReturnType<typeof openSite>>
const today = dayInChina(new Date())
const STUDENTS = Array.from({ length: 4 }, (_, n) => ({
  studentNumber: `202301000${n + 1}`,
  name: ['陈晨', '林晓雨', '赵一', '钱二'][n]!,
}))
beforeAll(async () => {
  site = await openSite(undefined, { demo: false })
  const names = { name: '晴川理工大学', nameEn: 'Qingchuan University', notice: '', noticeEn: '' }
  const colleges = [{ id: '01', name: '一院' }]
  await addSchool(site.db, { code: SCHOOL, ...names, settings: DEFAULT_SETTINGS, colleges })
  const study = { educationLevel: '31', majorCode: '080901', majorName: '软件工程', graduationYear: 2027 }
  const rows = STUDENTS.map((one, n) => ({
    ...one,
    ...study,
    collegeId: '01',
    className: '一班',
    idNumber: withResidentCheck(`4201112004010100${n + 1}`),
  }))
  await addStudents(site.db, SCHOOL, rows, { secrets: secretsFrom('x'.repeat(32)), at: new Date() })
  const creditCode = withCreditCheck('91420100MA4TBATCH')
  const [employerId = ''] = await addEmployers(site.db, [
    { name: '江城软件有限公司', creditCode, profile: {} },
  ])
  await saveAdmission(site.db, SCHOOL, employerId, 'approved', new Date())
  const passwordHash = await hashPassword(PASSWORD, NO_COST)
  await addUsers(site.db, [{ portal: 'employer', employerId, login: 'hr.li', name: '李经理', passwordHash }])
  await agreeForAll(site.db, new Date())
})
afterAll(() => site?.close())

const reportBy = addDays(today, 40)

test('an employer keeps terms as a template, and begins the next invitation with it', async () => {
  const page = await site.visit(DESK)
  await signIn(page, 'employer', 'hr.li', PASSWORD)
  await follow(page.getByRole('link', { name: '邀请学生', exact: true }).first())
  const [one] = STUDENTS
  await page.locator('#name').fill(one!.name)
  await page.locator('#studentNumber').fill(one!.studentNumber)
  await page.getByRole('button', { name: '查找' }).click()
  await page.locator('#position').fill('后端工程师')
  await page.locator('#regularPay').fill('9000')
  await act(page, '存为模板', '存为模板', (dialog) => dialog.getByLabel('模板名称').fill('研发岗'))
  await page.getByText('模板已保存').waitFor()
  await inspect(page, 'term-template-saved')

  await page.locator('#position').fill('前端工程师')
  await page.getByLabel('使用条款模板').click()
  await page.getByTitle('研发岗').click()
  await page.getByText('有 1 项与您填写的不同').last().waitFor()
  await page.getByRole('button', { name: '保留我填写的' }).click()
  await page.getByText('已填入模板“研发岗”的条款').waitFor()
  expect(await page.locator('#position').inputValue()).toBe('前端工程师')
  await page.getByLabel('使用条款模板').click()
  await page.getByTitle('研发岗').last().click()
  await page.getByRole('button', { name: '改用模板的内容' }).click()
  await expect.poll(() => page.locator('#position').inputValue()).toBe('后端工程师')

  await page.setViewportSize(PHONE)
  await page.getByRole('link', { name: '管理模板' }).click()
  // The letter that was begun is not sent.
  await page.getByRole('dialog').getByRole('button', { name: '离开' }).click()
  await page.getByRole('heading', { name: '条款模板' }).waitFor()
  await inspect(page, 'term-templates')
  await act(page, '重命名', '重命名', (dialog) => dialog.getByLabel('模板名称').fill('研发岗（武汉）'))
  await page.getByText('研发岗（武汉）').waitFor()
})

test('a list of invitations is checked, corrected, and what is right is sent', async () => {
  const page = await site.visit(DESK)
  await signIn(page, 'employer', 'hr.li', PASSWORD)
  await follow(page.getByRole('link', { name: '邀请多名学生' }))
  await page.getByText('还没有上传过邀约名单').waitFor()
  await inspect(page, 'invite-many-empty')
  const [template] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '下载模板' }).click(),
  ])
  expect(template.suggestedFilename()).toBe('邀约名单.xlsx')
  const choose = (buffer: Buffer) =>
    page.locator('input[type=file]').setInputFiles({ name: '秋招邀约.csv', mimeType: 'text/csv', buffer })

  await choose(Buffer.from('学号,学生姓名,月薪\n1,张三,8000\n'))
  await page.getByText('没有找到这些必需的列').waitFor()
  await inspect(page, 'invite-many-unclear')

  const row = (n: number, change = {}) => invitationRow(STUDENTS[n]!, { 报到期限: reportBy, ...change })
  await choose(invitationsCsv([row(0), row(1, { 转正起薪: '面议' }), row(2), { ...row(3), 姓名: '孙三' }]))
  await page.getByText('可以发出 2 份 · 有问题 2 行').waitFor()
  await page.getByText('不是金额').waitFor()
  await page.getByText('没有找到匹配的学生').waitFor()
  await inspect(page, 'invite-many-checked')
  const [report] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '下载未发出的行' }).click(),
  ])
  expect(report.suggestedFilename()).toBe('秋招邀约 发送结果.xlsx')

  await page.getByRole('button', { name: '发出 2 份' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '发出 2 份' }).click()
  await sign(page, PASSWORD)
  await page.getByText('已发出 2 份').waitFor()
  await page.getByRole('link', { name: '已发出' }).click()
  await page.getByText('陈晨').waitFor()
  await inspect(page, 'invite-many-sent')
  await page.setViewportSize(PHONE)
  await inspect(page, 'invite-many-sent-phone')
  await follow(page.getByRole('link', { name: '查看邀请函' }).first())
  await page.getByText('软件工程师').first().waitFor()
  expect(await site.db.selectFrom('invitations').select('id').execute()).toHaveLength(2)
})
