import { afterAll, beforeAll, expect, test } from 'vitest'
import { act, handsOn } from './hands.ts'
import { follow, inspect, openSite, PHONE, type Site, signIn } from './site.ts'

let site: Site
let hands: ReturnType<typeof handsOn>
beforeAll(async () => {
  site = await openSite()
  hands = handsOn(site)
})
afterAll(() => site?.close())

test('a page that is refused offers what can help: the way back, home, another account, and never to try again', async () => {
  const reviewer = await hands.desk('school', 'college01')
  await reviewer.goto('/school/colleges')
  await reviewer.getByText('您的账号没有这项权限').waitFor()
  await inspect(reviewer, 'refused')
  expect(await reviewer.getByRole('button', { name: '重试' }).count()).toBe(0)
  await reviewer.getByRole('button', { name: '返回' }).click()
  await reviewer.getByRole('heading', { level: 1, name: '工作台' }).waitFor()
  await reviewer.goto('/school/colleges')
  await follow(reviewer.getByRole('link', { name: '回到首页' }))
  await reviewer.getByRole('heading', { level: 1, name: '工作台' }).waitFor()
  await reviewer.goto('/school/colleges')
  await follow(reviewer.getByRole('link', { name: '换一个账号登录' }))
  await reviewer.locator('#login').fill('admin')
  await reviewer.locator('#secret').fill('Qiao-Liang-2026')
  await reviewer.getByRole('button', { name: '登录', exact: true }).click()
  await reviewer.getByRole('heading', { level: 1, name: '院系' }).waitFor()
})

test('after a student has accepted, home leads to the agreement, and what was sent by others meanwhile says so', async () => {
  const phone = await hands.student(0)
  await phone
    .getByRole('link', { name: /请应约或拒绝/ })
    .first()
    .click()
  await act(phone, '同意', '现在签约')
  await phone.goto('/student')
  const first = phone.getByRole('region', { name: '等我办理' })
  await first.getByText('现在没有需要您办理的事项').waitFor()
  await inspect(phone, 'home-after-accepting-phone')
  await follow(phone.getByRole('link', { name: '查看协议与鉴证进度' }))
  await phone.getByRole('heading', { name: '办理进度' }).waitFor()
  expect(new URL(phone.url()).pathname).toMatch(/^\/student\/agreements\//)

  // Others who had invited read in list, desk and letter that it cannot be accepted, and not with whom the student is.
  const other = await site.db
    .selectFrom('invitations as i')
    .innerJoin('students as st', 'st.id', 'i.studentId')
    .innerJoin('users as u', 'u.employerId', 'i.employerId')
    .where('st.studentNumber', '=', site.roster[0]!.studentNumber)
    .where('i.status', '=', 'pending')
    .select(['i.id', 'i.schoolId', 'u.login'])
    .orderBy('u.login')
    .limit(1)
    .executeTakeFirstOrThrow()
  const hr = await site.visit(PHONE)
  await signIn(hr, 'employer', other.login)
  const said = '学生已有去向，暂时不能应约'
  await hr.getByText(said).first().waitFor()
  await hr.goto('/employer/invitations')
  await hr.getByText(said).first().waitFor()
  await inspect(hr, 'sent-to-somebody-placed-phone')
  await hr.goto(`/employer/invitations/${other.schoolId}/${other.id}`)
  await hr.getByText(said).first().waitFor()
  await inspect(hr, 'letter-to-somebody-placed-phone')
})

test('what is overdue says so with the day, for the employer, the student and the school', async () => {
  const { answerBy } = await site.db
    .selectFrom('dissolutions')
    .where('status', '=', 'in_mediation')
    .select('answerBy')
    .executeTakeFirstOrThrow()
  const [, month, day] = answerBy!.split('-').map(Number)
  const late = `已逾期：答复期 ${month} 月 ${day} 日 24:00 届满`
  const student = await hands.student(19)
  const hr = await hands.desk('employer', 'hr6')
  const reviewer = await hands.desk('school', 'reviewer')
  for (const [page, address] of [
    [student, '/student/dissolutions'],
    [hr, '/employer/dissolutions'],
    [hr, '/employer/dissolutions?tab=all'],
    [reviewer, '/school/dissolutions'],
  ] as const) {
    await page.goto(address)
    await page.getByText(late).first().waitFor()
    await inspect(page, `overdue${address.replaceAll(/[/?=]/g, '-')}`)
  }
})
