import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkPackage } from '../scripts/verify-package/check-package.ts'
import { openZip } from '../scripts/verify-package/open-zip.ts'
import { IN_FORCE } from '../src/domain/agreement/life.ts'
import { addDays, dayInChina } from '../src/domain/day.ts'
import { statusIn } from '../src/server/db/status-in.ts'
import { DEMO_SCHOOL } from '../src/server/demo/people.ts'
import { listUnsealed } from '../src/server/features/documents/queries.ts'
import { sealDocument } from '../src/server/features/documents/sealing.ts'
import { pdfsig, qrCodesOf } from '../src/server/testing/pdf-tools.ts'
import { act, handsOn, typed } from './hands.ts'
import { comeBack, DESK, follow, inspect, openSite, PHONE } from './site.ts'

let site: Awaited<ReturnType<typeof openSite>>
let hands: ReturnType<typeof handsOn>
let agreement: {
  readonly id: string
  readonly number: string
  readonly studentNumber: string
  readonly login: string
}
beforeAll(async () => {
  site = await openSite()
  hands = handsOn(site)
  agreement = await site.db
    .selectFrom('agreements as a')
    .innerJoin('students as st', 'st.id', 'a.studentId')
    .innerJoin('users as u', 'u.employerId', 'a.employerId')
    .where('a.schoolId', '=', DEMO_SCHOOL.code)
    .where('a.kind', '=', 'online')
    .where(statusIn('a.status', IN_FORCE))
    .where('a.dissolutionId', 'is', null)
    .select(['a.id', 'a.number', 'st.studentNumber', 'u.login'])
    .orderBy('st.studentNumber')
    .orderBy('u.login')
    .limit(1)
    .executeTakeFirstOrThrow()
})
afterAll(() => site?.close())

const page = (portal: string) => `/${portal}/agreements/${DEMO_SCHOOL.code}/${agreement.id}`
const student = () =>
  hands.student(site.roster.findIndex(({ studentNumber }) => studentNumber === agreement.studentNumber))

async function downloaded(by: Page): Promise<Buffer> {
  const [download] = await Promise.all([
    by.waitForEvent('download'),
    by.getByRole('link', { name: '下载就业协议书（PDF）' }).click(),
  ])
  const stream = await download.createReadStream()
  const parts: Buffer[] = []
  for await (const part of stream) parts.push(Buffer.from(part))
  return Buffer.concat(parts)
}
/** Drops a file on the page as a hand does. */
const drop = (on: Page, bytes: Buffer) =>
  on.evaluate((base64) => {
    const [binary, data] = [atob(base64), new DataTransfer()]
    const file = Uint8Array.from(binary, (sign) => sign.charCodeAt(0))
    data.items.add(new File([file], '协议书.pdf', { type: 'application/pdf' }))
    document
      .querySelector('form[data-most]')!
      .dispatchEvent(new DragEvent('drop', { dataTransfer: data, cancelable: true, bubbles: true }))
  }, bytes.toString('base64'))

test('the three sides download the sealed file, and anybody verifies it: by its QR code, by typing, by the file, also without scripts', async () => {
  const phone = await student()
  const hr = await hands.desk('employer', agreement.login)
  const reviewer = await hands.desk('school', 'reviewer')
  for await (const keys of listUnsealed(site.db))
    for (const key of keys.filter(({ id }) => id === agreement.id)) await sealDocument(site.services, key)
  // By the address that a mail has: through the door, and on to where the file is.
  await phone.context().clearCookies()
  await phone.goto(page('student'))
  await phone.locator('#login').fill(agreement.studentNumber)
  await phone.locator('#secret').fill('Qiao-Liang-2026')
  await phone.getByRole('button', { name: '登录', exact: true }).click()
  await phone.waitForURL((url) => url.pathname === page('student'))
  await hr.goto(page('employer'))
  await reviewer.goto(page('school'))
  const files = []
  for (const by of [phone, hr, reviewer]) files.push(await downloaded(by))
  const [pdf] = files as [Buffer]
  for (const file of files) expect(file.equals(pdf)).toBe(true)
  expect(pdfsig(pdf)).toContain('Signature is Valid')

  const [evidence] = await Promise.all([
    phone.waitForEvent('download'),
    phone.getByRole('link', { name: '下载证据包' }).click(),
  ])
  expect(evidence.suggestedFilename()).toBe(`就业协议 ${agreement.number} 的证据包.zip`)
  const { fault, number } = await checkPackage(await openZip(await evidence.path()))
  expect([fault, number]).toEqual([null, agreement.number])

  const [link] = await qrCodesOf(pdf)
  const address = new URL(link!).pathname
  const stranger = await site.visit(PHONE)
  await stranger.goto(address)
  await stranger.getByRole('heading', { name: '有效', exact: true }).waitFor()
  await inspect(stranger, 'verified-phone')
  await stranger.getByRole('link', { name: 'English' }).click()
  await stranger.getByRole('heading', { name: 'Valid and in force' }).waitFor()
  await stranger.goto('/verify')
  await inspect(stranger, 'verify-phone')
  await stranger.getByLabel('编号', { exact: true }).fill(agreement.number)
  await stranger.getByLabel('核验码', { exact: true }).fill(`${address.slice(-16, -1).toLowerCase()}!`)
  await stranger.getByRole('button', { name: '核验', exact: true }).click()
  await stranger.getByText('核验码有误').waitFor()
  expect(await stranger.getByLabel('编号', { exact: true }).inputValue()).toBe(agreement.number)
  await inspect(stranger, 'verify-slip-phone')
  await stranger.getByLabel('核验码', { exact: true }).fill(address.slice(-16).toLowerCase())
  await stranger.getByRole('button', { name: '核验', exact: true }).click()
  await stranger.getByRole('heading', { name: '有效', exact: true }).waitFor()

  const altered = Buffer.from(pdf)
  altered[altered.length - 3000]! ^= 1
  const desk = await site.visit(DESK)
  const sent: string[] = []
  desk.on('request', (request) => sent.push(new URL(request.url()).pathname))
  for (const [bytes, verdict] of [
    [pdf, '是本站盖章的原件，一个字节也没有改动'],
    [altered, '与本站盖章的原件不一致'],
    [Buffer.from('%PDF-1.4 another'), '不是本站签发的文件'],
  ] as const) {
    await desk.goto('/verify')
    await drop(desk, bytes)
    await desk.getByRole('heading', { name: verdict }).waitFor()
    await inspect(desk, `verify-file-${verdict.slice(0, 3)}-desk`)
  }
  // Worked out here: the file itself never left the browser.
  expect(sent).toContain('/verify/checked')
  expect(sent).not.toContain('/verify/file')
  await desk.goto('/verify')
  await drop(desk, Buffer.alloc(5 * 1024 * 1024 + 1))
  await desk.getByText('文件超过 5 MB').waitFor()

  const context = await site.browser.newContext({
    viewport: PHONE,
    baseURL: site.address,
    javaScriptEnabled: false,
  })
  const plain = await context.newPage()
  await plain.goto('/verify')
  const chosen = { name: '协议书.pdf', mimeType: 'application/pdf', buffer: pdf }
  await plain.locator('input[type=file]').setInputFiles(chosen)
  await plain.getByRole('button', { name: '核对文件' }).click()
  await plain.getByRole('heading', { name: '是本站盖章的原件，一个字节也没有改动' }).waitFor()
  await context.close()
})

test('on a phone: a student makes a code for a purpose, sees the looks at it, extends and withdraws it', async () => {
  const phone = await student()
  await phone.goto(page('student'))
  await follow(phone.getByRole('link', { name: '核验码' }))
  await phone.getByRole('button', { name: '生成核验码' }).click()
  const dialog = phone.getByRole('dialog')
  await dialog.getByRole('button', { name: '生成核验码' }).click()
  await dialog.getByText('请填写“用途”').first().waitFor()
  await typed({ 用途: '××银行 办理贷款' })(dialog)
  await inspect(phone, 'verification-code-dialog-phone')
  await dialog.getByRole('button', { name: '生成核验码' }).click()
  const code = phone.getByRole('listitem').filter({ hasText: '××银行 办理贷款' })
  await code.getByText('还没有人查看').waitFor()
  const address = new URL(await code.locator('.address').innerText()).pathname

  const bank = await site.visit(PHONE)
  await bank.goto(address)
  await bank.getByRole('heading', { name: '有效', exact: true }).waitFor()
  await phone.reload()
  await code.getByText('已被查看 1 次').waitFor()
  await inspect(phone, 'verification-codes-phone')
  const later = addDays(dayInChina(new Date()), 300)
  await act(phone, '延长', '延长', typed({ 有效期至: later }))
  await code.getByText(`有效期至 ${later}`).waitFor()
  await act(phone, '停用')
  await code.getByText('已停用').waitFor()
  await bank.reload()
  await bank.getByRole('heading', { name: '没有查到有效的核验码' }).waitFor()
  await inspect(bank, 'verify-nothing-phone')
  await phone.goto(page('student'))
  await phone.getByText('停用核验码').waitFor()

  const hr = await site.visit(DESK)
  await comeBack(hr, 'employer', agreement.login)
  await hr.goto(`${page('employer')}/codes`)
  await hr.getByText('还没有生成核验码。').waitFor()
  await inspect(hr, 'verification-codes-desk')

  // Of a registration sheet, by the school's staff, by the same page.
  const { id } = await site.db
    .selectFrom('destinations')
    .where('schoolId', '=', DEMO_SCHOOL.code)
    .where('registeredAt', 'is not', null)
    .where('endedAt', 'is', null)
    .select('id')
    .limit(1)
    .executeTakeFirstOrThrow()
  const office = await hands.desk('school', 'reviewer')
  await office.goto(`/school/destinations/${DEMO_SCHOOL.code}/${id}`)
  await inspect(office, 'destination-with-codes-desk')
  await follow(office.getByRole('link', { name: '核验码' }))
  await office.getByText('毕业去向登记表 ·').waitFor()
  await act(office, '生成核验码', '生成核验码', typed({ 用途: '档案转递' }))
  await office.getByRole('heading', { name: '档案转递' }).waitFor()
  await inspect(office, 'codes-of-registration-desk')
})
