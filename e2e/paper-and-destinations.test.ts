import type { Locator, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addressOf } from '../src/contracts/address.ts'
import { EVIDENCE } from '../src/contracts/evidence.ts'
import { passVerification } from '../src/contracts/verification.ts'
import { withCreditCheck } from '../src/domain/identifiers.ts'
import { DEMO_PASSWORD } from '../src/server/demo/log-ins.ts'
import { DEMO_EMPLOYERS, DEMO_SCHOOL, demoRoster } from '../src/server/demo/people.ts'
import { disguised, heic, locked, pdf, png, text } from './scans.ts'
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

/** Wholly within the window. */
const isInSight = (of: Locator) =>
  of.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect()
    return top >= 0 && bottom <= window.innerHeight
  })

/** A verified student whom the demo's story does not know, on a phone. */
async function student(index: number): Promise<Page> {
  const { studentNumber, name, idNumber } = roster[index]!
  const page = await site.visit(PHONE)
  await signIn(page, 'student', studentNumber, idNumber)
  const verified = await page.request.post(
    addressOf(passVerification, { params: { school: DEMO_SCHOOL.code } }),
    {
      data: {
        name,
        idNumberTail: idNumber.slice(-6),
        phone: `139${80_000_000 + index}`,
        password: DEMO_PASSWORD,
        rosterConfirmed: true,
        electronicFormAgreed: true,
      },
    },
  )
  expect(verified.status()).toBe(200)
  await page.goto('/student')
  return page
}

async function reviewer(login: string): Promise<Page> {
  const page = await site.visit(DESK)
  await signIn(page, 'school', login)
  return page
}

const choose = (page: Page, ...files: { name: string; mimeType: string; buffer: Buffer }[]) =>
  page.locator('input[type=file][multiple]').setInputFiles(files)
/** The file itself, not its download. */
const opened = (page: Page, name: string) =>
  page.getByRole('link', { name: `${name} （在新标签页打开）`, exact: true })
const fileRow = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name })

/** Opens the student's case in a queue and does one act there, with its confirmation. */
async function review(page: Page, queue: string, studentNumber: string, act: string, reason = '') {
  await page.goto(queue)
  await page
    .getByRole('row', { name: new RegExp(studentNumber) })
    .getByRole('link')
    .first()
    .click()
  await page.getByRole('button', { name: act, exact: true }).click()
  const dialog = page.getByRole('dialog')
  if (reason) await dialog.getByRole('textbox').fill(reason)
  await dialog.getByRole('button', { name: act, exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
}

test('a paper agreement is registered on a phone, returned for its scan, corrected and certified', async () => {
  const { studentNumber, collegeId, graduationYear } = roster[50]!
  const phone = await student(50)
  await openByMenu(phone, '签约', '纸质签约')
  await phone.getByRole('heading', { name: '纸质签约' }).waitFor()
  await inspect(phone, 'paper-list-phone')
  await phone.getByRole('button', { name: '登记纸质协议' }).click()

  const [known, unknown] = [DEMO_EMPLOYERS[0]!, withCreditCheck('91420100MA4BEA00X')]
  await phone.locator('#beside_creditCode').fill('91420100')
  await phone.locator('#beside_signedOn').fill(`${graduationYear + 1}-01-10`)
  await phone.getByText('统一社会信用代码应为 18 位').waitFor()
  await phone.getByRole('button', { name: '下一步' }).click()
  await phone.getByText('有 3 处需要更正').waitFor()
  await inspect(phone, 'paper-step-wrong-phone')
  await phone.locator('#beside_creditCode').fill(known.creditCode)
  await phone.getByText(`已登记单位：${known.name}`).waitFor()
  expect(await phone.locator('#beside_name').inputValue()).toBe(known.name)
  await phone.locator('#beside_creditCode').fill(unknown)
  await phone.getByText('该单位未在平台登记').waitFor()
  expect(await phone.locator('#beside_name').inputValue()).toBe('')
  await phone.locator('#beside_name').fill('海蓝测试有限公司')
  await phone.locator('#beside_signedOn').fill(`${graduationYear - 1}-09-01`)
  await phone.getByRole('button', { name: '下一步' }).click()
  await phone.waitForURL(/step=2/)
  await phone.locator('#position').fill('质检员')
  await phone.locator('#jobCategory').click()
  await phone.getByTitle('工程技术人员').click()
  await phone.locator('#reportBy').fill(`${graduationYear}-07-15`)
  await phone.locator('#regionCode').fill('洪山')
  await phone.getByTitle('湖北省武汉市洪山区').click()
  await phone.locator('#contactName').fill('赵女士')
  await phone.locator('#contactPhone').fill('027-88888888')
  await phone.getByRole('button', { name: '下一步' }).click()
  await phone.waitForURL(/step=3/)
  await phone.locator('#regularPay').fill('5000')
  await phone.locator('#probationDays').fill('60')
  await phone.getByText('草稿已保存在本机').waitFor()

  // The page is closed and opened anew, at another step: nothing that was typed is gone.
  await phone.goto('about:blank')
  await phone.goto('/student/paper/new?step=5')
  expect(await phone.locator('#probationDays').inputValue()).toBe('60')
  expect(await phone.locator('#beside_name').inputValue()).toBe('海蓝测试有限公司')

  // All that is wrong stands above, and leads to its step and its field.
  await phone.goto('/student/paper/new?step=3')
  await phone.locator('#probationDays').fill('400')
  await phone.locator('#regularPay').fill('五千')
  await phone.goto('/student/paper/new?step=5')
  await phone.getByRole('button', { name: '核对并登记' }).click()
  for (const fault of [/请上传证明材料/, /请填写 0 到 366 之间的整数/, /请填写金额，如 3000 或 3000.50/])
    await phone.getByRole('button', { name: fault }).waitFor()
  // The button stands at the end of the form, what is wrong at its beginning.
  await expect.poll(() => isInSight(phone.locator('.faults'))).toBe(true)
  await inspect(phone, 'paper-faults-phone')
  await phone.getByRole('button', { name: /请填写 0 到 366 之间的整数/ }).click()
  await phone.waitForURL(/step=3/)
  await expect.poll(() => phone.evaluate(() => document.activeElement?.id)).toBe('probationDays')
  expect(await phone.locator('#probationDays').inputValue()).toBe('400')
  await phone.locator('#probationDays').fill('60')
  await phone.locator('#regularPay').fill('5000')
  await phone.getByRole('button', { name: '下一步' }).click()
  await phone.getByRole('button', { name: '下一步' }).click()
  await choose(phone, png('协议书📄第1页.png'))
  await phone.getByRole('button', { name: '移除 协议书📄第1页.png' }).waitFor()
  await inspect(phone, 'paper-form-phone')
  await phone.getByRole('button', { name: '核对并登记' }).click()
  await phone.getByRole('dialog').getByText('海蓝测试有限公司').waitFor()
  await inspect(phone, 'paper-confirm-phone')
  await phone.getByRole('button', { name: '确认登记' }).click()
  await phone.getByText('已登记，等待学校审核').waitFor()
  await phone.getByText('您登记了纸质协议，等院系审核').first().waitFor()
  await inspect(phone, 'paper-agreement-phone')

  const college = await reviewer(`college${collegeId}`)
  await college.getByRole('row', { name: new RegExp(studentNumber) }).waitFor()
  await review(college, '/school', studentNumber, '退回修改', '第二页公章不清晰，请重新上传全部页面')
  await college.getByText('该单位未在平台登记').waitFor()
  await opened(college, '协议书📄第1页.png').waitFor()
  await inspect(college, 'paper-review')

  await phone.reload()
  await phone.getByRole('alert').filter({ hasText: '第二页公章不清晰' }).waitFor()
  await phone.getByRole('button', { name: '更正纸质协议' }).click()
  await phone.getByRole('alert').filter({ hasText: '第二页公章不清晰' }).waitFor()
  expect(await phone.locator('#beside_creditCode').inputValue()).toBe(unknown)
  expect(await phone.locator('#regularPay').inputValue()).toBe('5000')
  expect(await phone.locator('#probationPay').inputValue()).toBe('5000')
  const secondTab = await phone.context().newPage()
  await secondTab.goto(`${phone.url()}?step=2`)
  await secondTab.locator('#position').fill('检验员')
  await phone.goto(`${phone.url()}?step=5`)
  await phone.getByRole('button', { name: '移除 协议书📄第1页.png' }).click()
  await choose(phone, pdf('协议书全部页面.pdf'))
  await phone.getByRole('button', { name: '移除 协议书全部页面.pdf' }).waitFor()
  await inspect(phone, 'paper-correct-phone')
  await phone.getByRole('button', { name: '重新提交审核' }).click()
  await phone.getByText('已更正，重新提交审核').waitFor()

  await secondTab.getByRole('button', { name: '返回' }).click()
  await secondTab.getByRole('dialog').getByText('您填写的内容还没有提交').waitFor()
  await secondTab.getByRole('button', { name: '留在此页' }).click()
  expect(await secondTab.locator('#position').inputValue()).toBe('检验员')
  for (const _next of [3, 4, 5]) await secondTab.getByRole('button', { name: '下一步' }).click()
  for (const _again of [1, 2]) {
    await secondTab.getByRole('button', { name: '重新提交审核' }).click()
    await secondTab.getByRole('button', { name: '重新载入最新内容' }).waitFor()
  }
  await secondTab.getByRole('button', { name: '重新载入最新内容' }).click()
  await secondTab.getByRole('button', { name: '移除 协议书全部页面.pdf' }).waitFor()
  expect(await secondTab.locator('#position').inputValue()).toBe('质检员')
  await secondTab.goto('/student')
  await openByMenu(secondTab, '签约', '其他去向')
  await secondTab.getByRole('heading', { name: '其他去向' }).waitFor()
  expect(await secondTab.title()).toMatch(/其他去向 · 签约$/)
  await secondTab.close()

  await review(college, '/school', studentNumber, '通过')
  await review(await reviewer('reviewer'), '/school', studentNumber, '通过')
  await phone.reload()
  await phone.getByText('学校已鉴证').waitFor()
  await opened(phone, '协议书全部页面.pdf').waitFor()
  expect(await opened(phone, '协议书📄第1页.png').count()).toBe(0)
  await phone.goto('/student')
  await openByMenu(phone, '签约', '其他去向')
  await phone.getByText('当前去向为「海蓝测试有限公司」').waitFor()
  await inspect(phone, 'destinations-taken-phone')
})

test('from being declared unplaced to a registered destination, and to its end', async () => {
  const { studentNumber, collegeId, graduationYear } = roster[51]!
  const phone = await student(51)
  await phone.goto('/student')
  await openByMenu(phone, '签约', '其他去向')
  await phone.getByText('一律不能作为就业证明材料').waitFor()
  await inspect(phone, 'destinations-phone')
  await phone.getByRole('button', { name: '登记去向' }).click()
  await phone.getByRole('heading', { name: '尚未落实去向' }).waitFor()
  await inspect(phone, 'categories-phone')
  await phone.getByRole('link', { name: '待就业' }).click()
  await phone.getByText('提交后立即记录').waitFor()
  expect(await phone.getByText('需要的材料').count()).toBe(0)
  await inspect(phone, 'declaration-phone')
  await phone.getByRole('button', { name: '核对并申报' }).click()
  await phone.getByRole('button', { name: '确认申报' }).click()
  await phone.getByText('已记录').waitFor()
  await phone.getByText('学生申报', { exact: false }).waitFor()
  await phone.getByRole('button', { name: '撤回登记' }).waitFor()

  await phone.goto('/student/destinations')
  await phone.getByRole('button', { name: '登记去向' }).click()
  await phone.getByRole('link', { name: '研究生' }).click()
  await phone.getByText('需要的材料：录取通知书').waitFor()
  await phone.locator('#details_schoolName').fill('江城大学')
  await phone.getByRole('link', { name: '重新选择类别' }).click()
  await phone.getByRole('link', { name: '第二学士学位' }).click()
  expect(await phone.locator('#details_schoolName').inputValue()).toBe('江城大学')
  await phone.goBack()
  await phone.goBack()
  await phone.getByRole('button', { name: '核对并提交' }).click()
  await phone.getByRole('button', { name: '请选择“院校所在地”' }).waitFor()
  await phone.getByRole('button', { name: /请上传证明材料/ }).waitFor()
  await phone.locator('#details_region').fill('洪山')
  await phone.getByTitle('湖北省武汉市洪山区').click()
  await phone.locator('#details_major').fill('计算机科学与技术')
  await phone.locator('#details_datedOn').fill(`${graduationYear}-05-20`)
  await choose(phone, png('录取通知书.png'))
  await phone.getByRole('button', { name: '移除 录取通知书.png' }).waitFor()
  await inspect(phone, 'destination-form-phone')
  await phone.getByRole('button', { name: '核对并提交' }).click()
  await phone.getByRole('dialog').getByText('湖北省武汉市洪山区').waitFor()
  await inspect(phone, 'destination-confirm-phone')
  await phone.getByRole('button', { name: '确认登记' }).click()
  await phone.getByText('已提交，等待学校审核').waitFor()
  await phone.getByRole('heading', { name: '去向登记 · 研究生' }).waitFor()
  await inspect(phone, 'destination-phone')

  const [college, school] = [await reviewer(`college${collegeId}`), await reviewer('reviewer')]
  const queue = '/school/destinations'
  await review(college, queue, studentNumber, '退回补正', '请上传录取通知书原件照片')
  await phone.reload()
  await phone.getByRole('alert').filter({ hasText: '请上传录取通知书原件照片' }).waitFor()
  await phone.getByRole('button', { name: '更正' }).click()
  await phone.locator('#details_major').fill('软件工程')
  await choose(phone, heic('IMG_0042.HEIC'))
  await expect
    .poll(() =>
      fileRow(phone, 'IMG_0042.HEIC')
        .locator('img')
        .evaluate((img: HTMLImageElement) => img.naturalWidth),
    )
    .toBe(160)
  await inspect(phone, 'destination-correct-phone')
  await phone.getByRole('button', { name: '重新提交审核' }).click()
  await phone.getByText('已更正，重新提交审核').waitFor()
  await review(college, queue, studentNumber, '通过')
  await review(school, queue, studentNumber, '通过')
  await inspect(school, 'destination-review')
  await phone.reload()
  await phone.getByText('审核通过', { exact: true }).waitFor()

  await phone.getByRole('button', { name: '申请作废' }).click()
  await phone.getByRole('dialog').getByRole('textbox').fill('放弃入学，准备就业')
  await phone.getByRole('dialog').getByRole('button', { name: '申请作废' }).click()
  await phone.getByText('作废审核中').waitFor()
  await review(college, queue, studentNumber, '同意作废')
  await review(school, queue, studentNumber, '同意作废')
  await phone.reload()
  await phone.getByText('已作废', { exact: true }).waitFor()
  await phone.goto('/student/destinations')
  await phone.getByRole('button', { name: '登记去向' }).waitFor()
})

test('a file of the wrong kind, too big, or one too many says so; the others go up in their order', async () => {
  const phone = await student(52)
  await phone.goto('/student/destinations/new?category=46')
  await phone.getByText('每个不超过 20 MB，最多 9 个').waitFor()
  await choose(
    phone,
    text('说明.txt'),
    pdf('太大.pdf', EVIDENCE.mostBytes),
    disguised('伪装.pdf'),
    locked('有密码.pdf'),
    png('入伍通知书 🎖️.png'),
  )
  await fileRow(phone, '说明.txt').getByText('只接受 PDF、JPEG、PNG、HEIC、WebP 文件').waitFor()
  await fileRow(phone, '太大.pdf').getByText('单个文件不能超过 20 MB').waitFor()
  await fileRow(phone, '伪装.pdf').getByText('只接受 PDF、JPEG、PNG、HEIC、WebP 文件').waitFor()
  await fileRow(phone, '有密码.pdf').getByText('这个 PDF 要输入密码才能打开').waitFor()
  await opened(phone, '入伍通知书 🎖️.png').waitFor()
  await inspect(phone, 'evidence-refused-phone')
  await phone.getByRole('button', { name: '核对并提交' }).click()
  await phone.getByRole('button', { name: /有文件还没有上传完成/ }).waitFor()
  for (const name of ['说明.txt', '太大.pdf', '伪装.pdf', '有密码.pdf'])
    await phone.getByRole('button', { name: `移除 ${name}` }).click()

  const more = Array.from({ length: 9 }, (_, index) => pdf(`第${index + 1}页.pdf`, (9 - index) * 100_000))
  await choose(phone, ...more)
  await phone.getByText('最多 9 个文件，未添加：第9页.pdf').waitFor()
  await phone.getByRole('button', { name: '移除 第8页.pdf' }).waitFor()
  await expect
    .poll(() => phone.getByRole('listitem').filter({ hasText: '移除' }).locator('.file').allInnerTexts())
    .toEqual([
      expect.stringContaining('入伍通知书'),
      ...more.slice(0, 8).map(({ name }) => expect.stringContaining(name)),
    ])
  expect(await phone.getByRole('button', { name: '选择文件' }).isDisabled()).toBe(true)

  const [download] = await Promise.all([
    phone.waitForEvent('download'),
    phone.getByRole('link', { name: '下载 入伍通知书 🎖️.png' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('入伍通知书 🎖️.jpg')
})

test('an upload that breaks off keeps its place, says so and is tried again; one under way can be stopped', async () => {
  const phone = await student(53)
  await phone.goto('/student/destinations/new?category=46')
  await phone.getByText('每个不超过 20 MB').waitFor()
  await phone.route('**/evidence?**', (route) => route.abort('connectionfailed'))
  await choose(phone, png('通知书.png'))
  await fileRow(phone, '通知书.png').getByText('网络中断，文件未上传，请重试').waitFor()
  await phone.unrouteAll()
  await phone.getByRole('button', { name: '重试 通知书.png' }).click()
  await opened(phone, '通知书.png').waitFor()

  await phone.route('**/evidence?**', () => {})
  await choose(phone, png('不要了.png'))
  await phone.getByRole('progressbar', { name: '正在上传 不要了.png' }).waitFor()
  await phone.getByRole('button', { name: '取消 不要了.png' }).click()
  await fileRow(phone, '不要了.png').waitFor({ state: 'detached' })
})

test('a draft stays on the device until its author begins anew or signs out', async () => {
  const phone = await student(55)
  await phone.goto('/student/destinations/new?category=46')
  const field = phone.locator('.form-fields input').first()
  await field.fill('洪山区人民武装部')
  await phone.goto('about:blank')
  await phone.goto('/student/destinations/new?category=46')
  expect(await field.inputValue()).toBe('洪山区人民武装部')
  await phone.getByRole('button', { name: '清空重填' }).click()
  await expect.poll(() => field.inputValue()).toBe('')
  await field.fill('江夏区人民武装部')
  await phone.goto('/student/data')
  const kept = () => phone.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('draft')))
  expect(await kept()).toHaveLength(1)
  await phone.getByRole('button', { name: '退出登录' }).click()
  await phone.waitForURL('**/sign-in/student')
  await expect.poll(kept).toEqual([])
})

test('paper agreements and destinations in English', async () => {
  const phone = await student(54)
  await phone.goto('/student/data')
  await phone.getByRole('button', { name: 'English' }).click()
  await openByMenu(phone, 'Signing', 'Paper agreements')
  await phone.getByRole('button', { name: 'Register a paper agreement' }).click()
  await phone.getByText('What you type is kept on this device').waitFor()
  await inspect(phone, 'paper-form-english')
  await phone.goto('/student/paper/new?step=5')
  await phone.getByText('up to 20 MB each').waitFor()
  await phone.goto('/student')
  await openByMenu(phone, 'Signing', 'Other destinations')
  await phone.getByRole('button', { name: 'Register a destination' }).click()
  await phone.getByRole('link', { name: 'Compulsory military service' }).waitFor()
  await inspect(phone, 'categories-english')
  await phone.getByRole('link', { name: 'Compulsory military service' }).click()
  await phone.getByText('Evidence needed: Notice of provisional enlistment').waitFor()
  await inspect(phone, 'destination-form-english')
})
