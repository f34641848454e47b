import { afterAll, beforeAll, expect, test } from 'vitest'
import { act, handsOn } from './hands.ts'
import { follow, inspect, openSite, PHONE, type Site } from './site.ts'

/** By place on the roster: has confirmed nothing yet in the demo's story. */
const STUDENT = 1
let site: Site
let hands: ReturnType<typeof handsOn>
beforeAll(async () => {
  site = await openSite()
  hands = handsOn(site)
})
afterAll(() => site?.close())

test('a graduate says that it is not so; the school answers, and the graduate reads it and confirms; a check is explained', async () => {
  const phone = await hands.student(STUDENT)
  await follow(phone.getByRole('link', { name: '去核验' }))
  await phone.getByText('请您核验').waitFor()
  await inspect(phone, 'confirmation-phone')
  await act(phone, '不是我的真实去向', '提交异议', async (dialog) => {
    // Nothing is sent before it is said what is really the case.
    await dialog.getByRole('button', { name: '提交异议' }).click()
    await dialog.getByRole('alert').getByText('实际情况').waitFor()
    await dialog.getByRole('textbox').fill('我没有去这家单位')
  })
  await phone.getByText('您的异议正在由学校处理').waitFor()

  const reviewer = await hands.desk('school', 'reviewer')
  await reviewer.goto('/school/objections')
  await inspect(reviewer, 'objections-desk')
  const { name } = site.roster[STUDENT]!
  await follow(reviewer.getByRole('link', { name }))
  await reviewer.getByText('我没有去这家单位').first().waitFor()
  await inspect(reviewer, 'objection-desk')
  await act(reviewer, '不予支持', '不予支持', (dialog) => dialog.getByRole('textbox').fill('已与您电话核实'))
  await reviewer.getByText('未予支持').first().waitFor()

  await phone.reload()
  await follow(phone.getByRole('list', { name: '我提出的异议' }).getByRole('link'))
  await phone.getByText('已与您电话核实').first().waitFor()
  await phone.goto('/student/confirmation')
  await act(phone, '确认属实', '确认属实')
  await phone.getByText('您已核验').first().waitFor()

  await reviewer.goto('/school/checks')
  await inspect(reviewer, 'checks-desk')
  await follow(reviewer.locator('a.opens').first())
  await reviewer.getByRole('heading', { name: '规则看到的内容' }).waitFor()
  await inspect(reviewer, 'check-desk')
  await act(reviewer, '说明情况', '说明情况', (dialog) =>
    dialog.getByRole('textbox').fill('已核实，情况属实'),
  )
  await reviewer.getByText('已说明，待关闭').first().waitFor()
  expect(reviewer.url()).toContain('/school/checks/')
})

test('an administrator notes an employer that is struck out, signs the file for an audit, and takes all of the school’s data', async () => {
  const admin = await hands.desk('school', 'admin')
  await admin.goto('/school/admissions?queue=all')
  const toCase = await admin.locator('a.opens').first().getAttribute('href')
  await admin.goto(`/school/employers/${toCase!.split('/').at(-1)}`)
  await act(admin, '登记为已注销', '登记', async (dialog) => {
    await dialog.getByLabel('注销日期').fill('2024-05-20')
    await dialog.getByRole('button', { name: '登记', exact: true }).click()
    await dialog.getByText('请写明从哪里查到').first().waitFor()
    await dialog.getByLabel('依据').fill('国家企业信用信息公示系统')
  })
  await admin.getByText('已于 2024-05-20 注销').waitFor()
  await inspect(admin, 'deregistered-desk')

  await admin.goto('/school/audit')
  await admin.getByText('还没有人签字').waitFor()
  await act(admin, '签字确认', '签字', (dialog) => dialog.getByLabel('职务').fill('分管副校长'))
  await admin.getByText('现在的内容与已签字的一致').waitFor()
  await inspect(admin, 'audit-desk')
  await follow(admin.getByRole('link', { name: '已注销单位' }))
  await admin.getByText('国家企业信用信息公示系统').first().waitFor()
  await inspect(admin, 'audit-rows-desk')

  await admin.goto('/school/copy')
  const arrives = admin.waitForEvent('download')
  await act(admin, '导出全部数据', '开始导出', async (dialog) => {
    await dialog.getByText('按规定上报').click()
    await dialog.getByRole('textbox').fill('学校自存一份')
  })
  expect((await arrives).suggestedFilename()).toContain('全部数据')
  await admin.getByText('学校自存一份').first().waitFor()
  await inspect(admin, 'copy-desk')
  await admin.setViewportSize(PHONE)
  await inspect(admin, 'copy-phone')
})
