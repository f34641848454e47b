import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoRoster } from '../src/server/demo/people.ts'
import { pdf, png } from './scans.ts'
import { DESK, inspect, openByMenu, openSite, PHONE, signIn } from './site.ts'

let site: Awaited<ReturnType<typeof openSite>>
let roster: ReturnType<typeof demoRoster>
beforeAll(async () => {
  site = await openSite()
  const { graduationYear } = await site.db
    .selectFrom('students')
    .select('graduationYear')
    .limit(1)
    .executeTakeFirstOrThrow()
  roster = demoRoster(graduationYear)
})
afterAll(() => site?.close())

async function student(index: number): Promise<Page> {
  const phone = await site.visit(PHONE)
  await signIn(phone, 'student', roster[index]!.studentNumber)
  return phone
}
async function desk(portal: 'employer' | 'school', login: string): Promise<Page> {
  const page = await site.visit(DESK)
  await signIn(page, portal, login)
  return page
}
const rowOf = (page: Page, index: number) =>
  page.getByRole('row', { name: new RegExp(roster[index]!.studentNumber) })

/** Opens the student's case in a queue of the school. */
async function open(page: Page, queue: string, index: number) {
  await page.goto(queue)
  await rowOf(page, index).getByRole('link').first().click()
  await page.getByRole('heading', { name: '办理进度' }).waitFor()
}
/** An act with its dialog; `fill` does what the dialog asks for. */
async function act(
  page: Page,
  label: string,
  confirm = label,
  fill?: (dialog: ReturnType<Page['getByRole']>) => Promise<unknown>,
) {
  await page.getByRole('button', { name: label, exact: true }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.waitFor()
  await fill?.(dialog)
  await dialog.getByRole('button', { name: confirm, exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
}
async function certify(index: number) {
  for (const login of [`college${roster[index]!.collegeId}`, 'reviewer']) {
    const page = await desk('school', login)
    await open(page, '/school', index)
    await act(page, '通过')
    await page.context().close()
  }
}

test('a school’s rules on dissolving are read before the first signing (R23)', async () => {
  const phone = await student(0)
  await phone.goto('/student/invitations')
  await phone.locator('a.opens').first().click()
  await phone.getByRole('button', { name: '同意' }).click()
  await phone.getByRole('dialog').getByText('每名学生因本人违约的解约以 2 次为限').waitFor()
  await inspect(phone, 'accept-dialog-rules-phone')
})

test('begun by the student: asked, agreed by the employer, certified by the school, and the place is free', async () => {
  const phone = await student(3)
  await openByMenu(phone, '签约', '解约办理')
  await phone.getByRole('heading', { name: '解约中心' }).waitFor()
  const wide = await site.visit(DESK)
  await signIn(wide, 'student', roster[3]!.studentNumber)
  await wide.goto('/student/dissolutions')
  await wide.getByRole('table').waitFor()
  const headers = await wide.getByRole('columnheader').allTextContents()
  expect(headers).toEqual([
    '单位名称',
    '协议书编号',
    '签约类型',
    '应约状态',
    '审核状态',
    '解约发起人',
    '操作',
  ])
  await inspect(phone, 'dissolutions-phone')
  await phone.getByRole('link', { name: '解约申请' }).click()
  await phone.getByRole('heading', { name: '解约须知' }).waitFor()
  await inspect(phone, 'ask-dissolution-phone')
  await phone.locator('#reason').fill('已被录取为硕士研究生，九月入学')
  await phone.getByRole('button', { name: '提交解约申请' }).click()
  await phone.getByText('请先阅读须知并勾选同意').waitFor()
  await phone.getByText('请选择解约原因类别').waitFor()
  await inspect(phone, 'ask-dissolution-faults-phone')
  expect(await phone.locator('#reason').inputValue()).toBe('已被录取为硕士研究生，九月入学')
  await phone.getByText('我已阅读并同意以上须知').click()
  await phone.getByText('升学录取').click()
  await phone.getByRole('button', { name: '提交解约申请' }).click()
  await phone.getByText('学生已提出解约，待单位答复').waitFor()
  await phone.getByText('答复期还剩').waitFor()
  await inspect(phone, 'dissolution-phone')
  const request = phone.url()

  await phone.getByRole('button', { name: '解约办理中证明' }).click()
  await phone.getByRole('article').getByText('正在办理解约').waitFor()
  await inspect(phone, 'certificate-phone')
  const address = await phone.getByText(/\/proof\//).textContent()
  const anybody = await site.visit(PHONE)
  await anybody.goto(`${new URL(address!).pathname.slice(0, -1)}_`)
  await anybody.getByText('没有找到这份证明').waitFor()
  await anybody.goto(new URL(address!).pathname)
  await anybody.getByRole('heading', { name: '解约正在办理' }).waitFor()
  expect(await anybody.getByText(roster[3]!.name).count()).toBe(0)
  await inspect(anybody, 'proof-phone')

  const hr = await desk('employer', 'hr2')
  await hr.getByRole('link', { name: '解约中心' }).click()
  await hr.getByRole('link', { name: '学生提出解约待办理列表' }).waitFor()
  await rowOf(hr, 3).getByRole('checkbox').check()
  await inspect(hr, 'student-requests')
  await hr.getByRole('button', { name: '查看解约申请' }).click()
  await hr.getByText('已被录取为硕士研究生，九月入学').first().waitFor()
  await inspect(hr, 'dissolution-employer')
  await act(hr, '同意', '同意解约', async (dialog) => {
    await dialog.getByRole('button', { name: '同意解约' }).click()
    await dialog.getByRole('alert').getByText('请先阅读须知并勾选同意').waitFor()
    await inspect(hr, 'agree-dialog')
    await dialog.getByRole('checkbox').check()
  })
  await hr.getByText('您已同意解约，等学校审核').first().waitFor()

  await phone.goto(request)
  await phone.getByText('单位已同意解约，等学校审核').first().waitFor()
  const school = await desk('school', 'reviewer')
  await open(school, '/school/dissolutions', 3)
  await inspect(school, 'dissolution-school')
  await act(school, '通过', '通过', (dialog) => dialog.getByText('不属于违约').click())
  await school.getByText('解约已办结').first().waitFor()

  await phone.goto('/student/dissolutions')
  await phone.getByText('协议已解约').waitFor()
  await phone.goto('/student')
  await phone.getByText('未就业').first().waitFor()
  await phone.goto(`${new URL(request).pathname}/certificate`)
  await phone.getByText('不再出具“办理中”证明').waitFor()
  await anybody.reload()
  await anybody.getByRole('heading', { name: '解约已经完成' }).waitFor()
  await inspect(anybody, 'proof-over-phone')
})

test('begun by the employer for several: who could not be asked stays with why; one is agreed, one refused', async () => {
  await certify(1)
  await certify(15)
  const hr = await desk('employer', 'hr2')
  await hr.goto('/employer/dissolutions')
  await hr.getByRole('link', { name: '已签约成功学生列表' }).click()
  await rowOf(hr, 1).getByRole('checkbox').check()
  await rowOf(hr, 15).getByRole('checkbox').check()
  await inspect(hr, 'dissolvable-students')

  const late = await student(1)
  await late.goto('/student/dissolutions')
  await late.getByRole('link', { name: '解约申请' }).click()
  await late.getByText('我已阅读并同意以上须知').click()
  await late.getByText('家庭或个人原因').click()
  await late.locator('#reason').fill('父母需要照顾，准备回乡就业')

  await hr.getByRole('button', { name: '申请解约（2）' }).click()
  await hr.getByRole('heading', { name: '解约须知' }).waitFor()
  await hr
    .getByText(/协议约定的违约金为/)
    .nth(1)
    .waitFor()
  await inspect(hr, 'several-notice')
  await hr.getByText('我已阅读并同意以上须知').click()
  await hr.getByRole('button', { name: '申请解约', exact: true }).click()
  await hr.getByRole('button', { name: '确认' }).click()
  await hr.getByText('请选择解约原因类别').first().waitFor()
  await inspect(hr, 'several-faults')
  await hr.getByRole('combobox').first().click()
  await hr.getByTitle(/岗位取消或招聘计划调整/).click()
  await hr.getByRole('textbox').first().fill('项目终止，两个岗位都已撤销')
  await hr.getByRole('button', { name: '同样填写到全部' }).click()
  expect(await hr.getByRole('textbox').nth(1).inputValue()).toBe('项目终止，两个岗位都已撤销')
  await inspect(hr, 'several-reasons')
  const quick = await student(15)
  await quick.goto('/student/dissolutions')
  await quick.getByRole('link', { name: '解约申请' }).click()
  await quick.getByText('我已阅读并同意以上须知').click()
  await quick.getByText('双方协商一致').click()
  await quick.locator('#reason').fill('希望提前解除')
  await quick.getByRole('button', { name: '提交解约申请' }).click()
  await quick.getByRole('button', { name: '撤回申请' }).waitFor()
  await hr.getByRole('button', { name: '确认' }).click()
  await hr.getByText('1 名已发出，1 名未发出').waitFor()
  await hr
    .getByRole('group', { name: new RegExp(roster[15]!.studentNumber) })
    .getByRole('link', { name: '学生已提出解约，请答复' })
    .waitFor()
  await hr.getByRole('button', { name: '确认' }).waitFor({ state: 'hidden' })
  await inspect(hr, 'several-one-not-sent')
  await act(quick, '撤回申请')
  await hr.getByRole('button', { name: '返回列表' }).click()
  await rowOf(hr, 15).waitFor()
  await hr.getByRole('button', { name: '申请解约（1）' }).click()
  await hr.getByText('我已阅读并同意以上须知').click()
  await hr.getByRole('button', { name: '申请解约', exact: true }).click()
  await hr.getByRole('combobox').click()
  await hr.getByTitle(/岗位取消或招聘计划调整/).click()
  await hr.getByRole('textbox').fill('项目终止，岗位已撤销')
  await hr.getByRole('button', { name: '确认' }).click()
  await hr.getByText('已向 1 名学生发出解约申请').waitFor()

  await late.getByRole('button', { name: '提交解约申请' }).click()
  await late.getByText('您填写的内容没有提交').waitFor()
  expect(await late.locator('#reason').inputValue()).toBe('父母需要照顾，准备回乡就业')
  await inspect(late, 'ask-too-late-phone')
  await late.getByRole('link', { name: '单位已提出解约，请答复' }).first().click()
  await late.getByRole('dialog').getByRole('button', { name: '离开' }).click()
  await late.getByText('单位已提出解约，待学生答复').first().waitFor()
  await act(late, '拒绝', '拒绝', async (dialog) => {
    await dialog.getByRole('button', { name: '拒绝' }).click()
    await dialog.getByText('请填写原因').waitFor()
    await dialog.getByRole('textbox').fill('我已拒绝其他单位，希望继续履行')
  })
  await late.getByText('您不同意解约，协议仍有效，目前无需办理').waitFor()
  await inspect(late, 'dissolution-refused-phone')

  await quick.goto('/student/dissolutions')
  await quick.getByRole('link', { name: '查看解约' }).click()
  await act(quick, '同意', '同意解约', (dialog) => dialog.getByRole('checkbox').check())
  await quick.getByText('您已同意解约，等').first().waitFor()

  await hr.goto('/employer/dissolutions?tab=signed')
  await rowOf(hr, 1).getByText('学生不同意解约').waitFor()
  expect(await rowOf(hr, 1).getByRole('checkbox').isDisabled()).toBe(true)
  await rowOf(hr, 1).getByText('为什么不能申请').click()
  await rowOf(hr, 1).getByText('您的解约申请不久前被拒绝或已撤回').waitFor()
  await rowOf(hr, 1).getByRole('link', { name: '有法定情形的仍可申请' }).click()
  await hr.getByText('现在只能按法定情形申请').waitFor()
  expect(await hr.getByRole('radio', { disabled: false }).count()).toBe(4)
  await inspect(hr, 'only-by-law')
  await hr.goto('/employer/dissolutions?tab=all')
  await rowOf(hr, 15).getByText('学生已同意解约，等').waitFor()
  await inspect(hr, 'all-requests')
})

test('mediated: no answer came, the school takes evidence instead, and both sides read why', async () => {
  const phone = await student(19)
  await phone.goto('/student/dissolutions')
  await phone.getByText('单位逾期未答复解约申请，协议仍有效，等学校核实决定').waitFor()
  await inspect(phone, 'mediated-phone')
  const school = await desk('school', 'reviewer')
  await open(school, '/school/dissolutions', 19)
  await act(school, '采信材料', '采信材料', async (dialog) => {
    await dialog.getByRole('button', { name: '采信材料' }).click()
    await dialog.getByText('请上传证明材料').waitFor()
    await dialog.locator('input[type=file][multiple]').setInputFiles(pdf('电话记录与催告函📮.pdf'))
    await dialog.getByText('电话记录与催告函📮.pdf').waitFor()
    await dialog.getByRole('textbox').fill('三次电话与书面催告均未答复，调岗通知属实')
    await inspect(school, 'accept-evidence-dialog')
  })
  await school.getByText('未答复，学校已采信材料').first().waitFor()
  await inspect(school, 'mediated-school')
  await act(school, '通过', '通过')
  await phone.getByRole('link', { name: '查看解约' }).click()
  await phone.getByText('三次电话与书面催告均未答复，调岗通知属实').first().waitFor()
  await phone.getByText('视为单位一方违约').waitFor()
  await inspect(phone, 'mediated-over-phone')
  const hr = await desk('employer', 'hr6')
  await hr.goto('/employer/dissolutions?tab=all')
  await rowOf(hr, 19).getByText('未答复，学校已采信材料').waitFor()
})

test('a paper agreement: the student asks the school with the employer’s proof, corrects it, and is told why not', async () => {
  const phone = await student(24)
  await phone.goto('/student/dissolutions')
  await phone.getByText('纸质签约').last().waitFor()
  await phone.getByRole('link', { name: '解约申请' }).click()
  await phone.getByText('我已阅读并同意以上须知').click()
  await phone.getByText('双方协商一致').click()
  await phone.locator('#reason').fill('双方已书面约定解除')
  await phone.getByRole('button', { name: '提交解约申请' }).click()
  await phone.getByText('请上传证明材料').waitFor()
  await phone.locator('input[type=file][multiple]').setInputFiles(png('解约证明.png'))
  await phone.getByText('已上传 1 个文件').waitFor()
  await inspect(phone, 'ask-dissolution-paper-phone')
  await phone.getByRole('button', { name: '提交解约申请' }).click()
  await phone.getByText('已提交单位解约证明').waitFor()
  await act(phone, '更正材料', '更正材料', async (dialog) => {
    await dialog.locator('input[type=file][multiple]').setInputFiles(pdf('盖章的解约证明.pdf'))
    await dialog.getByText('盖章的解约证明.pdf').waitFor()
    await inspect(phone, 'correct-evidence-phone')
  })
  await phone.getByRole('listitem').filter({ hasText: '盖章的解约证明.pdf' }).first().waitFor()
  const school = await desk('school', 'reviewer')
  await open(school, '/school/dissolutions', 24)
  await act(school, '不通过', '不通过', (dialog) => dialog.getByRole('textbox').fill('证明未加盖公章'))
  await phone.reload()
  await phone.getByText('解约审核不通过，协议仍有效').waitFor()
  await phone.getByText('证明未加盖公章').first().waitFor()
  await inspect(phone, 'dissolution-rejected-phone')
  await phone.goto('/student/dissolutions')
  await phone.getByRole('link', { name: '解约申请' }).waitFor()
})

test('a request is withdrawn while unanswered; every page reads in English too', async () => {
  const phone = await student(16)
  await phone.goto('/student/data')
  await phone.getByRole('button', { name: 'English' }).click()
  await openByMenu(phone, 'Signing', 'Dissolution')
  await phone.getByRole('heading', { name: 'Dissolutions' }).waitFor()
  await inspect(phone, 'english-dissolutions')
  await phone.getByRole('link', { name: 'See the dissolution' }).click()
  await phone.getByRole('heading', { name: 'Progress' }).waitFor()
  await phone.getByText('Asked by the student, awaiting the employer').waitFor()
  await inspect(phone, 'english-dissolution')
  await act(phone, 'Withdraw')
  await phone.getByText('Withdrawn by the student').first().waitFor()
  await phone.goto('/student/dissolutions')
  // What was withdrawn cools down; the law's own grounds stay open.
  await phone.locator('.row-acts summary').click()
  await phone
    .locator('.row-acts')
    .getByRole('link', { name: /ground/i })
    .click()
  await phone.getByRole('heading', { name: 'Before you dissolve' }).waitFor()
  await inspect(phone, 'english-ask-dissolution')
  const hr = await desk('employer', 'hr2')
  await hr.getByRole('button', { name: 'English' }).click()
  for (const tab of ['requests', 'signed', 'all']) {
    await hr.goto(`/employer/dissolutions?tab=${tab}`)
    await hr.getByRole('heading', { name: 'Dissolutions' }).waitFor()
    await inspect(hr, `english-${tab}`)
  }
})
