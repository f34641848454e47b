import { afterAll, beforeAll, expect, test } from 'vitest'
import { sign } from './hands.ts'
import { DESK, follow, inspect, openSite, PHONE, type Site, signIn } from './site.ts'

let site: Site
let roster: Site['roster']
beforeAll(async () => {
  site = await openSite()
  roster = site.roster
})
afterAll(() => site?.close())

test('the front door is open to everybody: notice and three doors', async () => {
  const page = await site.visit(PHONE)
  await page.goto('/')
  // The school's own pages are the server's.
  await page.getByRole('link', { name: '江汉示范理工学院' }).click()
  await page.getByRole('heading', { name: '温馨提示' }).waitFor()
  for (const door of ['学生登录', '单位登录', '学校登录'])
    expect(await page.getByRole('link', { name: door }).count()).toBe(1)
  await inspect(page, 'front-phone')
  await page.getByRole('link', { name: 'English' }).click()
  await page.getByRole('heading', { name: 'Please note' }).waitFor()
})

test('the whole loop: first login on a phone, invitation, 现在签约, college, school, certified', async () => {
  const newcomer = roster[40]!
  const phone = await site.visit(PHONE)
  await signIn(phone, 'student', newcomer.studentNumber, newcomer.idNumber)
  await phone.getByRole('heading', { name: '首次登录信息验证' }).waitFor()
  await inspect(phone, 'verification-phone')
  await phone.locator('#name').fill(newcomer.name)
  await phone.locator('#idNumberTail').fill('000000')
  await phone.locator('#phone').fill('13812345678')
  await phone.locator('#password').fill('Chun-Tian-2026')
  await phone.getByText('我确认以上生源信息与本人一致').click()
  await phone.getByText('我同意以电子形式签订就业协议').click()
  await phone.getByRole('button', { name: '完成验证' }).click()
  await phone.getByText('所填信息与学校生源库不一致').first().waitFor()
  expect(await phone.locator('#name').inputValue()).toBe(newcomer.name)
  await phone.locator('#idNumberTail').fill(newcomer.idNumber.slice(-6))
  await phone.getByRole('button', { name: '完成验证' }).click()
  await phone.getByText('签约待办').waitFor()
  await inspect(phone, 'student-home-phone')

  const hr = await site.visit(DESK)
  await signIn(hr, 'employer', 'hr2')
  await inspect(hr, 'workbench')
  await follow(hr.locator('.page-act').getByRole('link', { name: '邀请学生' }))
  await hr.locator('#name').fill(newcomer.name)
  await hr.locator('#studentNumber').fill(newcomer.studentNumber)
  await hr.getByRole('button', { name: '查找' }).click()
  await hr.getByText('已找到').waitFor()
  await hr.locator('#position').fill('测试工程师')
  await hr.locator('#jobCategory').click()
  await hr.getByTitle('工程技术人员').click()
  await hr.locator('#reportBy').fill(`${newcomer.graduationYear}-07-15`)
  await hr.locator('#probationPay').fill('3000')
  await hr.locator('#regularPay').fill('4000')
  await hr.getByText('试用起薪低于转正起薪的 80%').waitFor()
  await hr.locator('#regionCode').fill('洪山')
  await hr.getByTitle('湖北省武汉市洪山区').click()
  await hr.locator('#contactName').fill('王女士')
  await hr.locator('#contactPhone').fill('027-88888888')
  await inspect(hr, 'invite-form')
  await hr.getByRole('button', { name: '预览邀请函' }).click()
  await hr.getByRole('dialog').getByText(`${newcomer.name}同学，你好！`).waitFor()
  expect(await hr.getByRole('dialog').getByText('undefined').count()).toBe(0)
  await inspect(hr, 'letter-preview')
  await hr.getByRole('dialog').getByRole('button', { name: '发出邀请' }).click()
  await sign(hr)
  await hr.getByText('邀请已发出').waitFor()

  await follow(phone.locator('.bar').getByRole('link', { name: '签约' }))
  await phone.getByRole('link', { name: /测试工程师/ }).waitFor()
  await inspect(phone, 'invitations-phone')
  await follow(phone.getByRole('link', { name: /测试工程师/ }))
  await phone.getByRole('heading', { name: '邀请函' }).waitFor()
  await inspect(phone, 'invitation-phone')
  await phone.getByRole('button', { name: '同意' }).click()
  await phone.getByRole('button', { name: '现在签约' }).click()
  await sign(phone, 'Chun-Tian-2026')
  await phone.getByText('签约成功').waitFor()
  await follow(phone.getByRole('link', { name: '查看协议与鉴证进度' }))
  await phone.getByRole('article').getByText('未鉴证', { exact: true }).waitFor()
  await phone.getByText('双方已签约，等院系审核').first().waitFor()
  await inspect(phone, 'agreement-phone')

  for (const reviewer of [`college${newcomer.collegeId}`, 'reviewer']) {
    const desk = await site.visit(DESK)
    await signIn(desk, 'school', reviewer)
    await desk.goto('/school/agreements')
    const row = desk.getByRole('row', { name: new RegExp(newcomer.studentNumber) })
    await row.waitFor()
    await inspect(desk, `queue-${reviewer}`)
    await follow(row.getByRole('link', { name: '审核' }))
    await desk.getByRole('heading', { name: '办理进度' }).waitFor()
    await inspect(desk, `review-${reviewer}`)
    await desk.getByRole('button', { name: '通过', exact: true }).click()
    await desk.getByRole('dialog').getByRole('button', { name: '通过', exact: true }).click()
    await desk.getByText('已通过').waitFor()
  }
  await phone.reload()
  await phone.getByText('学校已鉴证').waitFor()
  await phone.goto('/student')
  await phone.getByText('已就业').waitFor()
})

test('a signed student reads another invitation, and every reason why it cannot be answered', async () => {
  const page = await site.visit(PHONE)
  await signIn(page, 'student', roster[15]!.studentNumber)
  await page.goto('/student/invitations')
  await follow(page.getByRole('link', { name: /星光集团/ }))
  await page.getByText('暂时不能应约，原因如下').waitFor()
  expect(await page.getByText('同一时间只能与一家单位签约').count()).toBe(1)
  expect(await page.getByRole('button', { name: '同意' }).count()).toBe(0)
  // Opened by a link in a mail, it leads back to its list and not out of the site.
  const address = page.url()
  await page.goto('about:blank')
  await page.goto(address)
  await page.getByRole('button', { name: '返回' }).click()
  await page.waitForURL('**/student/invitations')
})

test('an employer revises: the difference is shown before sending and to the student; stale pages are told', async () => {
  const [hr, student] = [await site.visit(DESK), await site.visit(PHONE)]
  await signIn(student, 'student', roster[0]!.studentNumber)
  await student.goto('/student/invitations')
  await follow(student.getByRole('link', { name: /星光集团/ }))
  await student.getByRole('button', { name: '同意' }).waitFor()
  await signIn(hr, 'employer', 'hr1')
  await hr.goto('/employer/invitations')
  await hr
    .getByRole('row', { name: new RegExp(roster[0]!.studentNumber) })
    .getByRole('link', { name: '查看邀请函' })
    .click()
  await follow(hr.getByRole('link', { name: '修改邀约' }))
  await hr.locator('#regularPay').fill('4200')
  await hr.getByRole('insertion').filter({ hasText: '4,200' }).waitFor()
  await inspect(hr, 'revise')
  // Open before it changes: the page behind may have been refreshed by the time that it is confirmed.
  await student.getByRole('button', { name: '同意' }).click()
  await hr.getByRole('button', { name: '提交修改' }).click()
  await sign(hr)
  await hr.getByText('本次修改的内容').waitFor()
  await student.getByRole('button', { name: '现在签约' }).click()
  await sign(student)
  await student.getByText('内容已更新，请重新阅读').waitFor()
  await student.getByRole('dialog').getByRole('button', { name: '取消' }).click()
  await student.getByText('本次修改的内容').waitFor()
  await student.getByRole('button', { name: '同意' }).click()
  await student.getByRole('button', { name: '现在签约' }).click()
  await sign(student)
  await student.getByText('签约成功').waitFor()
})

test('an amendment is read as a difference and accepted on a phone; a reviewer passes a batch', async () => {
  const page = await site.visit(PHONE)
  await signIn(page, 'student', roster[10]!.studentNumber)
  await follow(page.getByRole('link', { name: /协议修改，请答复/ }))
  await page.getByRole('heading', { name: '待答复的协议修改' }).waitFor()
  await inspect(page, 'amendment-phone')
  await page.getByRole('button', { name: '同意修改', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: '同意修改', exact: true }).click()
  await sign(page)
  await page.getByText('重新提交审核').waitFor()

  const desk = await site.visit(DESK)
  await signIn(desk, 'school', 'reviewer')
  await desk.goto('/school/agreements')
  await desk.getByRole('row').getByRole('checkbox').first().check()
  await desk.getByRole('button', { name: /批量通过（1）/ }).click()
  await desk.getByRole('dialog').getByRole('button', { name: '通过', exact: true }).click()
  await desk.getByText('通过 1 份').waitFor()
})

test('staff pages: roster, a student’s whole history, settings, account; in both languages', async () => {
  const page = await site.visit(DESK)
  await signIn(page, 'school', 'admin')
  await page.goto('/school/students')
  await follow(page.locator('tbody a.opens').nth(3))
  await page.getByRole('heading', { name: '全部经历' }).waitFor()
  await inspect(page, 'student-file')
  await page.goto('/school/settings')
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByText('设置已保存').waitFor()
  await inspect(page, 'settings')
  await page.goto('/school/account')
  await inspect(page, 'account')
  await page.getByRole('button', { name: 'English' }).click()
  for (const [path, title] of [
    ['', 'Workbench'],
    ['/agreements', 'Agreements to certify'],
    ['/dissolutions?queue=all', 'Dissolutions to certify'],
    ['/destinations?queue=all', 'Destinations to review'],
    ['/students', 'Students'],
    ['/settings', 'Settings'],
  ] as const) {
    await page.goto(`/school${path}`)
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
    await inspect(page, `english-school${path.replaceAll(/\W/g, '-')}`)
  }
})
