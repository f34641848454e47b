import type { Page } from 'playwright'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addressOf } from '../src/contracts/address.ts'
import { issuePaperForms, printPaperForms } from '../src/contracts/paper-forms.ts'
import { DEMO_SCHOOL } from '../src/server/demo/people.ts'
import { listUnsealed } from '../src/server/features/documents/queries.ts'
import { sealDocument } from '../src/server/features/documents/sealing.ts'
import { builtInSource } from '../src/server/services/documents/built-in.ts'
import { bare, drawnPages, textOf } from '../src/server/testing/pdf-tools.ts'
import { scanOf } from '../src/server/testing/scan-of.ts'
import { act, choose, fileRow, handsOn, post, typed } from './hands.ts'
import { follow, inspect, openSite, PHONE, type Site } from './site.ts'

const STUDENT = 46
/** A template is tried with three samples, in a process of its own that begins with it. */
const LAID_OUT = { timeout: 60_000 }
const school = DEMO_SCHOOL.code
let site: Site
let hands: ReturnType<typeof handsOn>
let admin: Page
let reviewer: Page
let phone: Page
beforeAll(async () => {
  site = await openSite()
  hands = handsOn(site)
  ;[admin, reviewer, phone] = await Promise.all([
    hands.desk('school', 'admin'),
    hands.desk('school', 'reviewer'),
    hands.newcomer(STUDENT),
  ])
})
afterAll(() => site?.close())

const idOf = async (index: number) => {
  const { id } = await site.db
    .selectFrom('students')
    .where('schoolId', '=', school)
    .where('studentNumber', '=', site.roster[index]!.studentNumber)
    .select('id')
    .executeTakeFirstOrThrow()
  return id
}
/** What a link of the page leads to, as whoever is signed in there has it. */
const bytesAt = async (page: Page, href: string | null) => {
  const answer = await page.request.get(href!)
  expect(answer.status()).toBe(200)
  return answer.body()
}

test('a recommendation from the asking to the seal: by the school’s own template, under the seal that it has drawn', async () => {
  await admin.goto('/school/seal')
  await act(admin, '使用系统生成的图样')
  await admin
    .getByRole('img', { name: /的印章图样$/ })
    .first()
    .waitFor()
  await inspect(admin, 'school-seal-desk')

  await admin.goto('/school/document-template')
  await follow(admin.getByRole('link', { name: '毕业生推荐表' }))
  // What is typed stays with the kind that is shown.
  await admin.locator('a[href*="kind=recommendation"]').first().waitFor()
  const ours = await builtInSource('recommendation')
  await admin.getByLabel('模板内容').fill(`${ours}\n#import "@preview/cetz:0.3.0": *`)
  await admin.getByRole('button', { name: '检查并保存为新版本' }).click()
  await admin.getByText(/不能使用“import”/).waitFor(LAID_OUT)
  await inspect(admin, 'template-at-fault-desk')
  await admin
    .getByLabel('模板内容')
    .fill(ours.replace('#head-of(of)', '#align(center)[江汉专用]\n#head-of(of)'))
  await admin.getByRole('button', { name: '检查并保存为新版本' }).click()
  await admin.getByText('检查通过，已保存为第 1 版').waitFor(LAID_OUT)
  await act(admin, '启用')
  await admin.getByText('本校模板 · 第 1 版').waitFor()
  await admin.setViewportSize(PHONE)
  await inspect(admin, 'templates-phone')

  await phone.goto('/student/recommendation')
  await phone.getByLabel('求职意向').fill('软件开发，武汉')
  await phone.getByRole('button', { name: '提交申请' }).click()
  await phone.getByText('推荐表申请已提交，等待审核').waitFor()
  await hands.open(reviewer, '/school/recommendations', STUDENT)
  await act(reviewer, '填写评语', '予以推荐', typed({ 评语: '品学兼优，予以推荐。' }))
  for await (const keys of listUnsealed(site.db))
    for (const key of keys) await sealDocument(site.services, key)
  await phone.reload()
  const link = phone.getByRole('link', { name: '下载毕业生推荐表（PDF）' })
  await link.waitFor()
  await phone.getByText('证据包里有什么').click()
  await phone.getByText('核验说明').waitFor()
  await inspect(phone, 'recommendation-sealed-phone')
  const pdf = await bytesAt(phone, await link.getAttribute('href'))
  for (const said of ['江汉专用', '软件开发，武汉', '品学兼优，予以推荐。'])
    expect(textOf(pdf)).toContain(bare(said))
  // The ink of a seal covers some of the last page.
  const { data } = await sharp(drawnPages(pdf, 50).at(-1)!)
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  let red = 0
  for (let at = 0; at < data.length; at += 3)
    if (data[at]! > 140 && data[at + 1]! < 90 && data[at + 2]! < 80) red++
  expect(red).toBeGreaterThan(100)
})

test('a paper form is printed, and the scan of it is matched; slips are printed; a certificate is verified by a code of one’s own', async () => {
  const id = await idOf(STUDENT)
  const { issued } = await post(reviewer, issuePaperForms, { params: { school }, body: { students: [id] } })
  const [form] = issued
  await reviewer.goto(`/school/paper-forms/${school}/${form!.id}`)
  const print = reviewer.getByRole('link', { name: '打印', exact: true })
  expect(await print.getAttribute('href')).toBe(
    addressOf(printPaperForms, { params: { school }, query: { ids: form!.id } }),
  )
  const [page] = drawnPages(await bytesAt(reviewer, await print.getAttribute('href')), 150)
  const scan = await scanOf(await sharp(page!).jpeg({ quality: 60 }).toBuffer())
  await phone.goto('/student/paper/new?step=5')
  await choose(phone, { name: '扫描件.pdf', buffer: scan })
  await fileRow(phone, '扫描件.pdf').getByText(`已识别：${form!.number} 第一联第 1 页`).waitFor()
  await inspect(phone, 'paper-scan-recognised-phone')

  const { studentId } = await site.db
    .selectFrom('agreements')
    .where('schoolId', '=', school)
    .where('effectiveAt', 'is not', null)
    .select('studentId')
    .limit(1)
    .executeTakeFirstOrThrow()
  await reviewer.goto(`/school/transfer-papers?ids=${studentId}`)
  const slips = reviewer.getByRole('link', { name: '打印转递单（1 份）' })
  expect((await bytesAt(reviewer, await slips.getAttribute('href'))).subarray(0, 5).toString()).toBe('%PDF-')

  const dissolution = await site.db
    .selectFrom('dissolutions')
    .where('schoolId', '=', school)
    .where('endedAt', 'is', null)
    .select('id')
    .limit(1)
    .executeTakeFirstOrThrow()
  await reviewer.goto(`/school/dissolutions/${school}/${dissolution.id}/codes`)
  await act(reviewer, '生成核验码', '生成核验码', typed({ 用途: '新单位 核实解约' }))
  const code = reviewer.getByRole('listitem').filter({ hasText: '新单位 核实解约' })
  const address = new URL(await code.locator('.address').innerText()).pathname
  const stranger = await site.visit(PHONE)
  await stranger.goto(address)
  await stranger.getByRole('heading', { name: '解约办理中', exact: true }).waitFor()
  await act(reviewer, '停用')
  await stranger.reload()
  await stranger.getByRole('heading', { name: '没有查到有效的核验码' }).waitFor()
})

test('a file goes: records are made, one is handed over, its number comes by the post’s sheet, and its student reads where it is', async () => {
  await reviewer.goto('/school/transfers/new')
  const make = reviewer.getByRole('button', { name: /^为这 \d+ 人建立记录$/ })
  await make.waitFor()
  await act(reviewer, await make.innerText(), '建立')
  await reviewer.getByText('没有需要建立记录的毕业生').waitFor()
  await reviewer.goto('/school/transfers?status=prepared')
  const row = reviewer
    .getByRole('row')
    .filter({ has: reviewer.getByRole('checkbox') })
    .last()
  await row.waitFor()
  const [, dispatch, whose] = await row.getByRole('cell').allInnerTexts()
  await row.getByRole('checkbox').check()
  await inspect(reviewer, 'transfers-desk')
  await act(reviewer, '交寄所选 1 条', '登记交寄')
  await reviewer.getByText(dispatch!, { exact: true }).waitFor({ state: 'detached' })

  await reviewer.goto('/school/transfers/import')
  const rows = `发档号,EMS单号\n${dispatch},0209876001CN\nF2099-00001,0209876002CN`
  const file = { name: '邮局.csv', mimeType: 'text/csv', buffer: Buffer.from(rows) }
  await reviewer.locator('input[type=file]').setInputFiles(file)
  await reviewer.getByText('没有这个发档号的转递记录').waitFor()
  await inspect(reviewer, 'transfers-brought-desk')
  await act(reviewer, '写入')
  const index = site.roster.findIndex(({ studentNumber }) => whose!.endsWith(studentNumber))
  const student = await hands.student(index)
  await student.goto('/student/transfers')
  await student
    .getByText(/邮件号 0209876001CN，还没有签收记录/)
    .first()
    .waitFor()
  await inspect(student, 'my-transfers-phone')
  await follow(student.locator('a.opens').first())
  await student.getByRole('heading', { name: `转递记录 ${dispatch}` }).waitFor()
  await inspect(student, 'my-transfer-phone')
})

test('an archive is named as the school has it, taken for a purpose, and stands on the page with who has taken it', async () => {
  await admin.goto('/school/settings')
  await admin.locator('#archiveNames').fill('{COLLEGE}/{NAME}')
  await admin.getByText('文件名里缺少 {NUMBER}').first().waitFor()
  await admin.locator('#archiveNames').fill('{COLLEGE}/{NUMBER}_{NAME}')
  await admin.getByRole('button', { name: '保存' }).click()
  await admin.getByText('设置已保存').first().waitFor()
  await reviewer.goto('/school/evidence-archives?kind=destination&which=all')
  await reviewer.getByText('还没有人下载过').waitFor()
  expect(await reviewer.getByLabel('文件命名规则').inputValue()).toBe('{COLLEGE}/{NUMBER}_{NAME}')
  const arrives = reviewer.waitForEvent('download')
  await act(reviewer, '下载', '开始下载', (dialog) => dialog.getByText('按规定上报').click())
  expect((await arrives).suggestedFilename()).toBe('毕业去向材料 1.zip')
  const taken = reviewer.getByRole('table', { name: '下载记录' })
  await taken.getByText('毕业去向 · 全部').waitFor()
  await taken.getByText('按规定上报').waitFor()
  await inspect(reviewer, 'archives-desk')
  await reviewer.setViewportSize(PHONE)
  await inspect(reviewer, 'archives-phone')
  await reviewer.goto('/school/taken-files')
  await reviewer.getByText('毕业去向 · 全部').first().waitFor()
  await inspect(reviewer, 'taken-files-phone')
})
