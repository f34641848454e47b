import { afterAll, beforeAll, expect, test } from 'vitest'
import { act, handsOn } from './hands.ts'
import { follow, inspect, openSite, type Site } from './site.ts'

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
