import { afterAll, beforeAll, expect, test } from 'vitest'
import { startOidcProvider } from '../src/server/testing/university.ts'
import { act, handsOn } from './hands.ts'
import { follow, inspect, openSite, PHONE, type Site, signIn } from './site.ts'

const BACK = 'http://localhost/school-door'
const NEW = 'Chun-Tian-2026'

let site: Site
let provider: Awaited<ReturnType<typeof startOidcProvider>>
beforeAll(async () => {
  site = await openSite()
  // The site is at a free port, and tells the university the address that it is configured with.
  const reachedAt = `${site.address}/school-door`
  provider = await startOidcProvider({ id: 'qianyue', secret: 'between us', redirectUri: BACK, reachedAt })
})
afterAll(async () => {
  await provider?.stop()
  await site?.close()
})

test('a student who has lost the password is let in by two of the school’s staff, on a phone', async () => {
  const { desk } = handsOn(site)
  const { studentNumber, name } = site.roster[0]!
  const phone = await site.visit(PHONE)
  await phone.goto('/sign-in/student')
  await follow(phone.getByRole('link', { name: '忘记密码？' }))
  await phone.getByLabel('学号').fill(studentNumber)
  await inspect(phone, 'forgotten')
  await phone.getByRole('button', { name: '发送链接' }).click()
  await phone.getByText('链接几分钟内发到该邮箱').waitFor()
  await inspect(phone, 'forgotten-asked')

  const counter = await desk('school', 'reviewer')
  await counter.goto(`/school/students?q=${studentNumber}`)
  await follow(counter.getByRole('link', { name, exact: true }))
  await act(counter, '发起重设密码', '发起', async (dialog) => {
    await dialog.getByLabel('如何核实本人').fill('核对身份证原件')
    await dialog.getByLabel('原因').fill('手机丢失')
    await inspect(counter, 'recovery-start')
  })
  await counter.getByText('待另一位老师批准').first().waitFor()
  expect(await counter.getByRole('button', { name: '批准', exact: true }).count()).toBe(0)

  const second = await desk('school', 'admin')
  await second.goto('/school/recoveries?open=1')
  await inspect(second, 'recoveries')
  await follow(second.getByRole('link', { name, exact: true }))
  await second.getByRole('button', { name: '批准', exact: true }).click()
  await second.getByRole('button', { name: '批准并显示口令' }).click()
  const code = (await second.locator('.activation-code').innerText()).trim()
  await inspect(second, 'recovery-code')
  await second.getByRole('button', { name: '已告诉学生' }).click()

  await follow(phone.getByRole('link', { name: '我有学校给的口令' }))
  await phone.getByLabel('学号').fill(studentNumber)
  await phone.getByLabel('口令', { exact: true }).fill('AAAA-AAAA-AAAA')
  await phone.getByLabel('新密码').fill(NEW)
  await phone.getByRole('button', { name: '设置密码并登录' }).click()
  await phone.getByText('学号或口令不正确').waitFor()
  // What was typed is still there.
  expect(await phone.getByLabel('新密码').inputValue()).toBe(NEW)
  await inspect(phone, 'recover')
  await phone.getByLabel('口令', { exact: true }).fill(code.toLowerCase())
  await phone.getByRole('button', { name: '设置密码并登录' }).click()
  await phone.waitForURL((url) => url.pathname === '/student')
  await signIn(await site.visit(PHONE), 'student', studentNumber, NEW)
})

test('a school enters its own sign-in, tries it and opens it; then it stands first at the door', async () => {
  const { studentNumber, name } = site.roster[18]!
  const office = await handsOn(site).desk('school', 'admin')
  await office.goto('/school/sign-in')
  await office.getByLabel('认证系统地址').fill('https://10.0.0.1')
  await office.getByLabel('客户端标识').fill('qianyue')
  await office.getByLabel('客户端密钥').fill('wrong')
  await office.getByLabel('哪个字段是学工号').fill('number')
  await office.getByRole('button', { name: '保存' }).click()
  await office.getByText('并能从公网访问').first().waitFor()
  await inspect(office, 'school-sign-in-refused')
  await office.getByLabel('认证系统地址').fill(provider.address)
  await office.getByRole('button', { name: '保存' }).click()
  await office.getByText('须先试登录成功才能启用').waitFor()
  provider.comes({ sub: 'x', number: studentNumber })
  await office.getByRole('button', { name: '试登录' }).click()
  await office.getByText('认证系统不认客户端标识或密钥').waitFor()
  await inspect(office, 'school-sign-in-trial-failed')
  await follow(office.getByRole('link', { name: '返回设置' }))
  await office.getByLabel('客户端密钥').fill('between us')
  await office.getByRole('button', { name: '保存' }).click()
  await office.getByText('已保存，请试登录').waitFor()
  await office.getByRole('button', { name: '试登录' }).click()
  await office.getByText(name, { exact: true }).waitFor()
  await inspect(office, 'school-sign-in-trial')
  await follow(office.getByRole('link', { name: '返回设置' }))
  await act(office, '启用')
  await office.getByText('已启用，登录页优先显示').waitFor()
  await inspect(office, 'school-sign-in')

  const phone = await site.visit(PHONE)
  await phone.goto('/sign-in/student?from=/student/account')
  await inspect(phone, 'school-door')
  await phone.getByRole('button', { name: '统一身份认证登录' }).click()
  // To the page that was asked for.
  await phone.waitForURL((url) => url.pathname === '/student/account')
  provider.comes({ sub: 'x', number: '404' })
  const stranger = await site.visit(PHONE)
  await stranger.goto('/sign-in/student')
  await stranger.getByRole('button', { name: '统一身份认证登录' }).click()
  await stranger.getByText('学校确认您的学工号是“404”').waitFor()
  await inspect(stranger, 'school-door-unknown')
})
