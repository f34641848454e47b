import { afterAll, beforeAll, expect, test } from 'vitest'
import { withResidentCheck } from '../src/domain/identifiers.ts'
import { act, choose, handsOn } from './hands.ts'
import { png } from './scans.ts'
import { follow, inspect, openByMenu, openSite, type Site } from './site.ts'

let site: Site
let hands: ReturnType<typeof handsOn>
beforeAll(async () => {
  site = await openSite()
  hands = handsOn(site)
})
afterAll(() => site?.close())

test('a wrong number on the roster, from the student’s phone to the school’s desk and back', async () => {
  const { idNumber, name } = site.roster[52]!
  const right = withResidentCheck(`${idNumber.slice(0, 12)}28${idNumber.slice(14, 17)}`)
  const wrong = right.slice(0, 17) + (right.endsWith('1') ? '2' : '1')
  const phone = await hands.newcomer(52)
  await openByMenu(phone, '我的', '基本信息管理')
  await phone.getByText('以上信息有误？').waitFor()
  await inspect(phone, 'data-phone')
  await follow(phone.getByRole('link', { name: '信息更正记录' }))
  await phone.getByText('还没有申请过信息更正').waitFor()
  await inspect(phone, 'corrections-phone')
  await follow(phone.getByRole('link', { name: '申请更正' }))
  await phone.getByText('毕业年度', { exact: false }).waitFor()
  await phone.getByRole('button', { name: '提交申请' }).click()
  await phone.getByRole('button', { name: '请选择有误的项目' }).waitFor()

  await phone.getByRole('checkbox', { name: '证件号码' }).check()
  await phone.getByText(`现为：${idNumber.slice(0, 6)}*****${idNumber.slice(-4)}`).waitFor()
  await phone.locator('#values_documentNumber').fill(wrong)
  await phone.locator('#reason').fill('出生日期录入有误')
  await choose(phone, png('身份证.png'))
  await phone.getByRole('button', { name: '移除 身份证.png' }).waitFor()
  await inspect(phone, 'correction-form-phone')
  await phone.getByRole('button', { name: '提交申请' }).click()
  // Named by its field, and nothing of what was typed is lost.
  await phone.getByText('居民身份证号的校验码不对').first().waitFor()
  expect(await phone.locator('#values_documentNumber').inputValue()).toBe(wrong)
  await phone.locator('#values_documentNumber').fill(right)
  await phone.getByRole('button', { name: '提交申请' }).click()
  await phone.getByText('已提交，等待学校审核').waitFor()
  await phone.getByRole('heading', { name: '信息更正 · 证件号码' }).waitFor()
  expect(await phone.getByText(right).count()).toBe(0)
  await inspect(phone, 'correction-phone')

  await phone.goto('/student')
  await phone.getByText('更正办结前不能签约', { exact: false }).waitFor()
  await inspect(phone, 'home-with-correction-phone')

  const reviewer = await hands.desk('school', 'reviewer')
  await reviewer.goto('/school')
  await reviewer
    .getByRole('link', { name: /信息更正审核 \d/ })
    .first()
    .waitFor()
  await inspect(reviewer, 'school-desk-with-correction')
  await hands.open(reviewer, '/school/corrections', 52)
  await reviewer.getByRole('cell', { name: `${right.slice(0, 6)}*****${right.slice(-4)}` }).waitFor()
  await inspect(reviewer, 'correction-desk')
  await act(reviewer, '查看完整号码', '查看完整号码', (dialog) =>
    dialog.getByRole('textbox').fill('核对身份证'),
  )
  await reviewer.getByRole('cell', { name: right }).waitFor()
  expect(new URL(reviewer.url()).pathname).toContain('/school/corrections/')
  // By the keys of every queue.
  await reviewer.keyboard.press('p')
  const dialog = reviewer.getByRole('dialog')
  await dialog.getByText('生源库即按申请更正').waitFor()
  await dialog.getByRole('button', { name: '通过', exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
  await reviewer.getByText('已通过').first().waitFor()

  await phone.goto('/student/data')
  await phone.getByText(`${right.slice(0, 6)}*****${right.slice(-4)}`).waitFor()
  await follow(phone.getByRole('link', { name: '信息更正记录' }))
  await phone.getByText('已更正').first().waitFor()
  await phone.goto('/student/notices')
  await phone.getByText('您的信息（证件号码）已更正').waitFor()
  expect(name).not.toBe('')
})

test('asked back, and completed; what the school keeps to itself is a setting', async () => {
  const phone = await hands.newcomer(53)
  await phone.goto('/student/corrections/new')
  await phone.getByRole('checkbox', { name: '班级' }).check()
  await phone.locator('#values_className').fill('软件二班')
  await phone.locator('#reason').fill('转班')
  await choose(phone, png('转班通知.png'))
  await phone.getByRole('button', { name: '移除 转班通知.png' }).waitFor()
  await phone.getByRole('button', { name: '提交申请' }).click()
  await phone.getByText('已提交，等待学校审核').waitFor()

  const reviewer = await hands.desk('school', 'reviewer')
  await hands.review(reviewer, '/school/corrections', 53, '退回补充', '请附学院证明')
  await phone.goto('/student')
  await phone.getByText('信息更正退回，请补充').click()
  await phone.getByRole('alert').filter({ hasText: '请附学院证明' }).waitFor()
  await follow(phone.getByRole('link', { name: '补充材料' }))
  expect(await phone.locator('#values_className').inputValue()).toBe('软件二班')
  await choose(phone, png('学院证明.png'))
  await phone.getByRole('button', { name: '移除 学院证明.png' }).waitFor()
  await inspect(phone, 'correction-again-phone')
  await phone.getByRole('button', { name: '重新提交' }).click()
  await phone.getByText('已重新提交，等待学校审核').waitFor()
  await act(phone, '撤回申请')
  await phone.getByText('已撤回').first().waitFor()

  const settings = await hands.desk('school', 'admin')
  await settings.goto('/school/settings')
  await settings.getByRole('checkbox', { name: '班级' }).uncheck()
  await settings.getByRole('button', { name: '保存' }).click()
  await settings.getByText('设置已保存').waitFor()
  await inspect(settings, 'settings-with-corrections-desk')
  await phone.goto('/student/corrections/new')
  await phone.getByText('以下信息由学校维护', { exact: false }).filter({ hasText: '班级' }).waitFor()
  expect(await phone.getByRole('checkbox', { name: '班级' }).count()).toBe(0)
})
