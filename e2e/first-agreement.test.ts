import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withCreditCheck } from '../src/domain/identifiers.ts'
import { inTransaction } from '../src/server/db/database.ts'
import { letOperatorBegin } from '../src/server/features/accounts/operators.ts'
import { csvOf, rosterStudent } from '../src/server/testing/roster-files.ts'
import {
  act,
  begin,
  beginAuthenticator,
  choose,
  enterCode,
  giveLink,
  pick,
  shownBy,
  sign,
  typed,
} from './hands.ts'
import { pdf } from './scans.ts'
import { agree, DESK, follow, inspect, openSite, PHONE, type Site, signIn } from './site.ts'

let site: Site
beforeAll(async () => {
  site = await openSite(undefined, { demo: false })
})
afterAll(() => site?.close())

const PASSWORD = 'Chun-Tian-2026'
const FIRM = '白云山智能科技有限公司'
const STUDENT = rosterStudent(1)
/** With the document of the longest name. */
const FROM_HONG_KONG = rosterStudent(2, {
  姓名: '陈嘉欣',
  证件类型: '港澳居民来往内地通行证',
  证件号码: 'H12345678',
  性别: '女',
})

/** An authenticator set up on the page that asks for one, its codes put away. */
async function secure(page: Page) {
  await enterCode(page, shownBy(await beginAuthenticator(page, PASSWORD)))
  await page.getByRole('button', { name: '我已保存' }).click()
}

async function addReviewer(administrator: Page, name: string, login: string, college?: string) {
  await administrator.goto('/school/staff')
  await act(administrator, '新增账号', '新增账号', async (dialog) => {
    await typed({ 登录名: login, 姓名: name })(dialog)
    await dialog.getByText(college ? '院系审核' : '学校审核', { exact: true }).click()
    if (!college) return
    await dialog.getByRole('combobox').click()
    await administrator.getByTitle(college).click()
  })
  await administrator.waitForURL('**/school/staff/*')
  return giveLink(administrator)
}

async function importRoster(page: Page, students: Parameters<typeof csvOf>[0], said: string) {
  await page.goto('/school/roster-imports')
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: '2027 届生源.csv', mimeType: 'text/csv', buffer: csvOf(students) })
  await page.locator('.sheet-counts').getByText(said).waitFor()
}

async function verify(page: Page, student: typeof STUDENT, phone: string) {
  await signIn(page, 'student', student.学号, student.证件号码)
  await agree(page)
  await page.getByRole('heading', { name: '首次登录信息验证' }).waitFor()
  if (student === FROM_HONG_KONG) {
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('heading', { name: 'First-login verification' }).waitFor()
    await inspect(page, 'verification-phone-en')
    await page.getByRole('button', { name: '中文' }).click()
  }
  await page.locator('#name').fill(student.姓名)
  await page.locator('#idNumberTail').fill(student.证件号码.slice(-6))
  await page.locator('#phone').fill(phone)
  await page.locator('#password').fill(PASSWORD)
  await page.getByText('我确认以上生源信息与本人一致').click()
  await page.getByText('我同意以电子形式签订就业协议').click()
  await page.getByRole('button', { name: '完成验证' }).click()
  await page.getByText('签约待办').waitFor()
}

test('from an empty database to a certified agreement, by nothing but what people click', async () => {
  const { link } = await inTransaction(site.db, (tx) =>
    letOperatorBegin(tx, { login: 'yun', name: '云运营' }, { baseUrl: site.address, at: new Date() }),
  )
  const operator = await site.visit(DESK)
  await begin(operator, link, PASSWORD)
  await act(
    operator,
    '开通学校',
    '开通学校',
    typed({
      学校标识码: '10487',
      学校名称: '晴川理工大学',
      英文名称: 'Qingchuan University of Technology',
      管理员登录名: 'zhang',
      管理员姓名: '张处长',
    }),
  )
  await operator.waitForURL('**/platform/schools/10487')

  const administrator = await site.visit(DESK)
  await begin(administrator, await giveLink(operator), PASSWORD)
  await administrator.goto('/school/settings')
  await administrator.locator('#agreementLevels').getByText('先院系，后学校').click()
  await administrator.getByLabel('教师登录时必须使用两步验证').check()
  await administrator.getByRole('button', { name: '保存' }).click()
  await administrator.getByRole('heading', { name: '请先设置两步验证' }).waitFor()
  await secure(administrator)
  await administrator.goto('/school/colleges')
  await act(administrator, '新增院系', '新增院系', typed({ 院系代码: '01', 院系名称: '一院' }))
  await administrator.getByText('一院').first().waitFor()
  const links = {
    college: await addReviewer(administrator, '李老师', 'li', '一院'),
    school: await addReviewer(administrator, '王老师', 'wang'),
  }
  await importRoster(administrator, [STUDENT, { ...FROM_HONG_KONG, 院系: '九院' }], '新增 1 人')
  await administrator.getByText('没有这个院系').waitFor()
  await importRoster(administrator, [STUDENT, FROM_HONG_KONG], '新增 2 人')
  await act(administrator, '确认导入')
  await administrator.getByText('已导入').first().waitFor()

  const hr = await site.visit(DESK)
  await hr.goto('/register')
  const fields = {
    creditCode: withCreditCheck('91420100MA4BAYJN0'),
    name: FIRM,
    legalPerson: '白云飞',
    scope: '智能设备研发、销售；软件开发',
    address: '白云路 1 号',
    contactName: '白女士',
    contactPhone: '027-81234567',
    contactEmail: 'hr@baiyun.example',
    memberName: '白女士',
    login: 'bai.hr',
    password: PASSWORD,
  }
  for (const [id, text] of Object.entries(fields)) await hr.locator(`#${id}`).fill(text)
  await pick(hr, 'nature', '其他企业')
  await pick(hr, 'industry', '信息传输、软件和信息技术服务业')
  await pick(hr, 'size', '100–499 人')
  await pick(hr, 'region', '湖北省武汉市洪山区')
  await hr.getByRole('button', { name: '注册', exact: true }).click()
  await agree(hr)
  await follow(hr.getByRole('link', { name: /^申请入驻/ }))
  await choose(hr, pdf('营业执照.pdf'))
  await hr.getByRole('button', { name: '移除 营业执照.pdf' }).waitFor()
  await hr.getByRole('button', { name: '提交申请' }).click()
  await hr.getByText('待学校审核').first().waitFor()

  const reviewer = await site.visit(DESK)
  await begin(reviewer, links.school, PASSWORD, secure)
  await reviewer.goto('/school/admissions')
  await follow(reviewer.getByRole('link', { name: FIRM }))
  await act(reviewer, '批准入驻')
  await reviewer.getByText('已批准入驻').first().waitFor()

  const phone = await site.visit(PHONE)
  await verify(phone, STUDENT, '13812345678')
  const abroad = await site.visit(PHONE)
  await verify(abroad, FROM_HONG_KONG, '13912345678')

  await hr.goto('/employer/invite')
  await hr.locator('#name').fill(FROM_HONG_KONG.姓名)
  await hr.locator('#studentNumber').fill(FROM_HONG_KONG.学号)
  await hr.getByRole('button', { name: '查找' }).click()
  await hr.getByText('已找到').waitFor()
  await hr.locator('#position').fill('测试工程师')
  await pick(hr, 'jobCategory', '工程技术人员')
  await hr.locator('#reportBy').fill('2027-07-15')
  await hr.locator('#probationPay').fill('4000')
  await hr.locator('#regularPay').fill('4500')
  await pick(hr, 'regionCode', '湖北省武汉市洪山区')
  await hr.locator('#contactName').fill('白女士')
  await hr.locator('#contactPhone').fill('027-81234567')
  await hr.getByRole('button', { name: '预览邀请函' }).click()
  await hr.getByRole('dialog').getByRole('button', { name: '发出邀请' }).click()
  await sign(hr, PASSWORD)
  await hr.getByText('邀请已发出').waitFor()
  await hr.setViewportSize(PHONE)
  await hr.goto('/employer/record')
  await hr.getByRole('button', { name: 'English' }).click()
  await hr.getByRole('heading', { name: 'Change the data' }).waitFor()
  await inspect(hr, 'employer-record-phone-en')

  await abroad.goto('/student/invitations')
  await follow(abroad.getByRole('link', { name: /测试工程师/ }))
  await abroad.getByRole('button', { name: '同意' }).click()
  await abroad.getByRole('button', { name: '现在签约' }).click()
  await sign(abroad, PASSWORD)
  await abroad.getByText('签约成功').waitFor()
  await follow(abroad.getByRole('link', { name: '查看协议与鉴证进度' }))

  const college = await site.visit(DESK)
  await begin(college, links.college, PASSWORD, secure)
  for (const desk of [college, reviewer]) {
    await desk.goto('/school/agreements')
    await follow(
      desk.getByRole('row', { name: new RegExp(FROM_HONG_KONG.学号) }).getByRole('link', { name: '审核' }),
    )
    await act(desk, '通过')
    await desk.getByText('已通过').waitFor()
  }
  await abroad.reload()
  await abroad.getByText('学校已鉴证').waitFor()
  await inspect(abroad, 'first-agreement-phone')
  // The other one has a first page of nothing but what can come.
  expect(await phone.getByText('签约待办').count()).toBe(1)
})
