import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '../src/server/db/database.ts'
import { letOperatorBegin } from '../src/server/features/accounts/operators.ts'
import { act, begin, giveLink, typed } from './hands.ts'
import { back, DESK, follow, inspect, openSite, PHONE, signIn } from './site.ts'

let site: Awaited<ReturnType<typeof openSite>>
beforeAll(async () => {
  site = await openSite(undefined, { demo: false })
})
afterAll(() => site?.close())

const PASSWORD = 'Chun-Tian-2026'

test('from nothing: an operator opens a school, its administrator sets it up, a reviewer begins on a phone', async () => {
  const operator = await site.visit(DESK)
  const { link } = await inTransaction(site.db, (tx) =>
    letOperatorBegin(tx, { login: 'yun', name: '云运营' }, { baseUrl: site.address, at: new Date() }),
  )
  await operator.goto('/')
  await operator.getByText('还没有学校').waitFor()
  await begin(operator, link, PASSWORD)
  await operator.getByText('还没有学校').waitFor()
  await inspect(operator, 'platform-empty')
  await operator.getByRole('button', { name: '开通学校' }).click()
  const dialog = operator.getByRole('dialog')
  await dialog.getByRole('button', { name: '开通学校' }).click()
  // All that is wrong at once, in a list that leads to the fields, and at each of them.
  await dialog.getByText('有 5 处需要更正').waitFor()
  expect(await dialog.getByRole('alert').getByRole('button').count()).toBe(5)
  expect(await dialog.getByText('请填写 5 位数字的院校代码').count()).toBe(2)
  expect(await dialog.locator('[aria-invalid=true]').count()).toBe(5)
  await inspect(operator, 'platform-open-faults')
  await dialog.getByRole('alert').getByRole('button', { name: '请填写“英文名称”' }).click()
  expect(await dialog.getByLabel('英文名称').evaluate((one) => one === document.activeElement)).toBe(true)
  await operator.keyboard.press('Escape')
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
  const forAdministrator = await giveLink(operator)
  await inspect(operator, 'platform-school')
  await follow(operator.getByRole('link', { name: '运行状况' }))
  await operator.getByText('还没有检查过').waitFor()
  await operator.getByRole('button', { name: '立即检查' }).click()
  await operator.getByText('检查已开始，完成后显示在这里').waitFor()
  // Nobody works here who would do it: it waits.
  await operator.getByRole('button', { name: '正在检查…' }).waitFor()
  await inspect(operator, 'platform-health')
  await back(operator)

  const administrator = await site.visit(DESK)
  await begin(administrator, forAdministrator, PASSWORD)
  // Where nothing has begun its first page says what comes first, and leads there.
  await administrator.getByRole('heading', { name: '从这里开始' }).waitFor()
  await inspect(administrator, 'school-first-page')
  await administrator.goto('/school/activation-codes')
  await administrator.getByText('生源库中还没有学生：先导入学生名单').waitFor()
  await administrator.goto('/school')
  await follow(administrator.getByRole('link', { name: '添加院系' }))
  await administrator.getByText('还没有院系').waitFor()
  await act(administrator, '新增院系', '新增院系', typed({ 院系代码: '01', 院系名称: '计算机学院' }))
  await administrator.getByText('计算机学院').waitFor()
  await inspect(administrator, 'colleges')
  await follow(administrator.getByRole('link', { name: '教师账号' }))
  await administrator.getByRole('button', { name: '新增账号' }).click()
  const adding = administrator.getByRole('dialog')
  await adding.getByRole('button', { name: '新增账号' }).click()
  await adding.getByText('有 3 处需要更正').waitFor()
  expect(await adding.getByRole('radio', { checked: true }).count()).toBe(0)
  await adding.getByLabel('登录名').fill('zhang')
  await adding.getByLabel('姓名').fill('李老师')
  await adding.getByText('院系审核').click()
  await adding.getByRole('button', { name: '新增账号' }).click()
  await adding.getByRole('button', { name: '请选择“院系”' }).waitFor()
  await adding.getByRole('combobox').click()
  await administrator.getByTitle('计算机学院').click()
  await adding.getByRole('button', { name: '新增账号' }).click()
  // Refused for what can be mended, it goes on once that is mended.
  await adding.getByText('这个登录名已被使用').first().waitFor()
  await adding.getByLabel('登录名').fill('li')
  await adding.getByRole('button', { name: '新增账号' }).click()
  await administrator.waitForURL('**/school/staff/*')
  const forReviewer = await giveLink(administrator)
  await inspect(administrator, 'staff-member')
  await administrator.goto('/school/staff')
  await administrator.getByText('待设置密码').waitFor()
  await inspect(administrator, 'staff')

  const reviewer = await site.visit(PHONE)
  await reviewer.goto(new URL(forReviewer).pathname + new URL(forReviewer).hash)
  await reviewer.getByText('李老师').waitFor()
  await inspect(reviewer, 'enter-phone')
  await begin(reviewer, forReviewer, PASSWORD)
  await reviewer.getByText('生源库中还没有您负责的学生').waitFor()
  await inspect(reviewer, 'reviewer-first-page-phone')
  await reviewer.goto(new URL(forReviewer).pathname + new URL(forReviewer).hash)
  await reviewer.getByText('链接已失效').waitFor()

  await act(operator, '暂停学校', '暂停学校', typed({ 原因: '合同到期' }))
  await operator.getByText(/已于 .* 暂停/).waitFor()
  await administrator.goto('/school/staff')
  await administrator.waitForURL('**/sign-in/school**')
  await administrator.goto('/s/10487')
  await administrator.getByText('这所学校暂停使用本系统').waitFor()
  await inspect(administrator, 'suspended-front')
  const newcomer = await site.visit(PHONE)
  await newcomer.goto('/sign-in/school?school=10487')
  await newcomer.getByText('这所学校暂停使用本系统').waitFor()
  await inspect(newcomer, 'suspended-door-phone')
  await act(operator, '恢复学校')
  // Browsers keep the list of schools for a minute.
  const later = await site.visit(DESK)
  await signIn(later, 'school', 'zhang', PASSWORD)
  await later.goto('/school/staff')
  await later.getByText('可以登录').first().waitFor()
  expect(await later.getByText('李老师').count()).toBe(1)

  const abroad = await site.visit(PHONE, 'en')
  await abroad.goto('/sign-in/platform')
  await abroad.locator('#login').fill('yun')
  await abroad.locator('#secret').fill(PASSWORD)
  await abroad.getByRole('button', { name: 'Sign in' }).click()
  await abroad.getByText('晴川理工大学').waitFor()
  await inspect(abroad, 'platform-phone')
  await abroad.getByText('晴川理工大学').click()
  await abroad.locator('.administrators').getByText('张处长').waitFor()
  await inspect(abroad, 'platform-school-phone')
})

test('an operator changes, ends and adds codes; what differs from the product’s own can be taken back', async () => {
  const operator = await site.visit(DESK)
  const { link } = await inTransaction(site.db, (tx) =>
    letOperatorBegin(tx, { login: 'code', name: '代码运营' }, { baseUrl: site.address, at: new Date() }),
  )
  await begin(operator, link, PASSWORD)
  await follow(operator.getByRole('link', { name: '代码表' }))
  await inspect(operator, 'code-tables')
  await follow(operator.getByRole('link', { name: '单位性质' }))
  const row = operator.getByRole('row', { name: /科研设计单位/ })
  await row.getByRole('button', { name: '修改' }).click()
  const dialog = operator.getByRole('dialog')
  await dialog.getByLabel('末届').fill('20')
  await dialog.getByRole('button', { name: '保存' }).click()
  await dialog.getByText('请填写 1990 至 2100 之间的年份，或留空').first().waitFor()
  await dialog.getByLabel('末届').fill('2020')
  await dialog.getByRole('button', { name: '保存' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await row.getByText('至 2020 届').waitFor()
  await inspect(operator, 'code-table')
  await row.getByRole('button', { name: '采用产品自带' }).click()
  await dialog.getByRole('button', { name: '采用产品自带' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await row.getByText('相同').waitFor()
  await act(operator, '新增', '新增', typed({ 代码: '88', 名称: '社会组织' }))
  await operator
    .getByRole('row', { name: /社会组织/ })
    .getByText('自行新增')
    .waitFor()
  await operator.setViewportSize(PHONE)
  await operator.getByText('新增 88 社会组织').waitFor()
  await inspect(operator, 'code-table-phone')

  await operator.goto('/platform/places/minimum-wage')
  await operator.getByText('还没有录入任何地区的标准').waitFor()
  await act(
    operator,
    '新增',
    '新增',
    typed({ 地区: '420100', 起始月份: '2024-02', '月最低工资（元）': '2010' }),
  )
  await operator.getByText('2,010 元').first().waitFor()
  const sheet = '地区,月最低工资标准,执行月份\n武汉市,2210,2026-02\n月球,1,2026-02'
  await operator.locator('input[type=file]').setInputFiles({
    name: '标准.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(sheet),
  })
  await operator.getByText('检查完毕：新增 1 条，修改 0 条，相同 0 条。').waitFor()
  await operator.getByText('代码表中没有这一项').waitFor()
  await inspect(operator, 'place-sheet-phone')
  await act(operator, '写入')
  await operator.getByText('2,210 元').first().waitFor()
  await inspect(operator, 'places-phone')
})
