import { sql } from 'kysely'
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addressOf } from '../src/contracts/address.ts'
import { applyForJob } from '../src/contracts/applications.ts'
import { saveResume, startResume } from '../src/contracts/resumes.ts'
import { addDays, dayInChina } from '../src/domain/day.ts'
import { DEMO_SCHOOL } from '../src/server/demo/people.ts'
import { sampleResume } from '../src/server/testing/sample-resume.ts'
import { act, handsOn, post, sign } from './hands.ts'
import { comeBack, follow, inspect, openSite, PHONE, type Site } from './site.ts'

const KEPT = '高级软件工程师（设备控制）'
const REPORTED = '新媒体编辑'
const EMPLOYER = 'hr9'
const APPLICANT = 51
const OTHERS = [52, 53] as const
let site: Site
let hands: ReturnType<typeof handsOn>
beforeAll(async () => {
  site = await openSite()
  hands = handsOn(site)
})
afterAll(() => site?.close())

/** A résumé of the student's, written and saved; answers its id. */
async function resumeOf(phone: Page): Promise<string> {
  const school = DEMO_SCHOOL.code
  const { id, version } = await post(phone, startResume, {
    params: { school },
    body: { resumeName: '软件方向' },
  })
  const saved = await phone.request.put(addressOf(saveResume, { params: { school, id } }), {
    data: { seenVersion: version, resume: sampleResume },
  })
  expect(saved.status()).toBe(200)
  return id
}

test('a student searches, keeps a post and reports another; the school upholds it; the student reads that, and the post is gone', async () => {
  const phone = await hands.student(0)
  await phone.goto('/student/jobs')
  await inspect(phone, 'market-phone')
  const posts = phone.getByRole('list', { name: '全部岗位' }).getByRole('listitem')
  await phone.getByRole('searchbox').fill('设备控制')
  await phone.getByRole('button', { name: '查询' }).click()
  await phone.waitForURL(/q=/)
  await posts.filter({ hasText: REPORTED }).waitFor({ state: 'detached' })
  await phone.getByRole('button', { name: `收藏: ${KEPT}` }).click()
  await phone.getByRole('button', { name: `已收藏: ${KEPT}` }).waitFor()
  await act(phone, '保存这次搜索', '保存这次搜索')
  await inspect(phone, 'market-sought-phone')
  for (const [tab, name] of [
    ['保存的搜索', '设备控制'],
    ['收藏', KEPT],
  ] as const) {
    await follow(phone.getByRole('link', { name: tab, exact: true }))
    await phone.getByRole('list', { name: tab }).getByText(name).waitFor()
    await inspect(phone, `market-${tab}-phone`)
  }

  await follow(phone.getByRole('link', { name: '全部岗位', exact: true }))
  await phone.getByRole('searchbox').fill(REPORTED)
  await phone.getByRole('button', { name: '查询' }).click()
  await follow(posts.getByRole('link', { name: REPORTED }))
  await phone.getByRole('heading', { level: 1, name: REPORTED }).waitFor()
  await inspect(phone, 'market-post-phone')
  const job = phone.url()
  await act(phone, '举报', '提交举报', async (dialog) => {
    // Nothing is sent before it is said what is wrong, and what was typed stays.
    await dialog.getByRole('textbox').fill('面试后要求先交 500 元培训费')
    await dialog.getByRole('button', { name: '提交举报' }).click()
    await dialog.getByRole('alert').getByText('请选择举报原因').waitFor()
    await inspect(phone, 'market-report-fault-phone')
    await dialog.getByText('向求职者收费（紧急）').click()
  })
  await phone.getByText('您已举报，学校正在核查').waitFor()

  const reviewer = await hands.desk('school', 'reviewer')
  await reviewer.goto('/school/post-reports')
  await inspect(reviewer, 'market-queue')
  await follow(reviewer.getByRole('row', { name: REPORTED }).getByRole('link').first())
  await reviewer.getByText('面试后要求先交 500 元培训费').first().waitFor()
  await inspect(reviewer, 'market-report')
  await act(reviewer, '认定属实', '认定属实', async (dialog) => {
    await dialog.getByLabel('给单位的下架说明（不要写明举报人）').fill('招聘中不得向求职者收费')
    await dialog.getByLabel('给举报人的答复').fill('已核实并下架，谢谢您')
  })
  await reviewer.getByRole('heading', { name: '学校的答复' }).waitFor()

  await phone.goto('/student/jobs?tab=reports')
  await inspect(phone, 'market-reports-phone')
  await follow(phone.getByRole('link', { name: REPORTED }).first())
  await phone.getByText('已核实并下架，谢谢您').first().waitFor()
  await inspect(phone, 'market-report-phone')
  await phone.goto(job)
  await phone.getByRole('heading', { name: REPORTED }).waitFor({ state: 'detached' })

  const anybody = await site.visit(PHONE)
  for (const [title, shown] of [
    [KEPT, [KEPT]],
    [REPORTED, []],
  ] as const) {
    await anybody.goto(`/s/99901/jobs?q=${encodeURIComponent(title)}`)
    const titles = await anybody.locator('.job strong').allInnerTexts()
    expect(titles.filter((one) => one === title)).toEqual(shown)
  }
})

test('a student searches and applies on a phone and picks a time for an interview; the employer short-lists, offers and invites with what the post says; the student signs', async () => {
  const { name, graduationYear } = site.roster[APPLICANT]!
  const phone = await hands.newcomer(APPLICANT)
  await phone.goto('/student/jobs')
  await phone.getByRole('searchbox').fill('设备控制')
  await phone.getByRole('button', { name: '查询' }).click()
  await phone.waitForURL(/q=/)
  await follow(phone.getByRole('link', { name: KEPT }).first())
  await phone.getByText('投递前请先准备一份简历。').waitFor()
  await resumeOf(phone)
  await phone.reload()
  await act(phone, '投递简历', '确认投递', (dialog) => dialog.getByRole('textbox').fill('我写过设备驱动'))
  await follow(phone.getByRole('link', { name: '查看我的投递' }))
  await phone.getByText('我写过设备驱动').waitFor()
  await inspect(phone, 'application-phone')

  const hr = await hands.desk('employer', EMPLOYER)
  await hr.goto('/employer/applications')
  await inspect(hr, 'applicants')
  await follow(hr.getByRole('row', { name }).getByRole('link').first())
  await hr.getByText('列入候选后显示手机号和邮箱。').waitFor()
  await act(hr, '列入候选')
  await hr.getByRole('link', { name: sampleResume.contact.phone }).waitFor()
  await inspect(hr, 'applicant')
  const day = addDays(dayInChina(new Date()), 7)
  await act(hr, '邀请面试', '发出面试邀请', async (dialog) => {
    // What is missing is named, and what was typed stays.
    await dialog.getByLabel('第 1 个开始时间').fill(`${day}T09:30`)
    await dialog.getByRole('button', { name: '发出面试邀请' }).click()
    await dialog.getByRole('alert').getByText('请填写地点或会议链接').first().waitFor()
    await dialog.getByLabel('地点或会议链接、会议号').fill('一号楼 203')
    await dialog.getByLabel('两场之间至少间隔（分钟）').fill('15')
    await dialog.getByRole('button', { name: '再加一个时间' }).click()
    expect(await dialog.getByLabel('第 2 个开始时间').inputValue()).toBe(`${day}T10:15`)
    await inspect(hr, 'interview-proposed')
  })
  await hr.getByText('待学生选择时间').waitFor()

  await phone.goto('/student/jobs?tab=interviews')
  await inspect(phone, 'interviews-phone')
  await follow(phone.getByRole('list', { name: '我的面试' }).getByRole('link', { name: KEPT }))
  const slots = phone.getByRole('list', { name: '可选时间' }).getByRole('listitem')
  await slots.nth(1).waitFor()
  await inspect(phone, 'interview-slots-phone')
  await slots
    .nth(1)
    .getByRole('button', { name: /^选定这个时间 .*10:15/ })
    .click()
  await phone.getByRole('dialog').getByRole('button', { name: '选定', exact: true }).click()
  await phone.getByRole('link', { name: '加入日历' }).waitFor()
  await inspect(phone, 'interview-confirmed-phone')

  await hr.goto('/employer/interviews')
  await hr.getByRole('row', { name }).getByText('10:15–10:45').waitFor()
  await inspect(hr, 'interviews')
  await follow(hr.getByRole('row', { name }).getByRole('link').first())
  await act(hr, '决定录用')
  await follow(hr.getByRole('link', { name: '发出签约邀约' }))
  await hr.getByRole('heading', { name: `向 ${name} 发出签约邀约` }).waitFor()
  expect(await hr.locator('#position').inputValue()).toBe(KEPT)
  expect(await hr.locator('#regularPay').inputValue()).toBe('11000')
  await hr.locator('#reportBy').fill(`${graduationYear}-07-15`)
  await hr.locator('#probationPay').fill('9000')
  await hr.getByRole('button', { name: '预览邀请函' }).click()
  await hr.getByRole('dialog').getByRole('button', { name: '发出邀请' }).click()
  await sign(hr)
  await hr.getByRole('link', { name: '查看投递' }).waitFor()

  await phone.goto('/student/jobs?tab=applied')
  await inspect(phone, 'applications-phone')
  await follow(phone.getByRole('link', { name: KEPT }))
  await follow(phone.getByRole('link', { name: '查看签约邀约' }))
  await phone.getByRole('button', { name: '同意' }).click()
  await phone.getByRole('button', { name: '现在签约' }).click()
  await sign(phone)
  await phone.getByText('签约成功').waitFor()
  await hr.goto('/employer/applications?status=offered')
  await hr.getByRole('row', { name }).getByText('已签约').waitFor()
})

test('an employer decides several on the board, drags one to an offer, and takes the résumés as one zip; a phone shows one column', async () => {
  const { shortId } = await site.db
    .selectFrom('posts')
    .where(sql<boolean>`content->>'title' = ${KEPT}`)
    .select('shortId')
    .executeTakeFirstOrThrow()
  for (const index of OTHERS) {
    const phone = await hands.newcomer(index)
    const body = { resumeId: await resumeOf(phone), note: '' }
    await post(phone, applyForJob, { params: { school: DEMO_SCHOOL.code, shortId }, body })
  }
  const [one, two] = OTHERS.map((index) => site.roster[index]!.name)
  const hr = await hands.desk('employer', EMPLOYER)
  await hr.goto('/employer/applications?view=board')
  const column = (name: string) => hr.getByRole('region', { name: new RegExp(`^${name} `) })
  const card = (name: string, of: string) =>
    column(name).getByRole('listitem').filter({ hasText: KEPT }).filter({ hasText: of })
  const tick = async (name: string, ...those: (string | undefined)[]) => {
    for (const of of those) await card(name, of!).getByRole('checkbox').check()
  }
  await tick('待查看', one, two)
  await inspect(hr, 'board')
  await act(hr, '列入候选 2 人')
  await tick('进入候选', one, two)
  const day = addDays(dayInChina(new Date()), 8)
  await act(hr, '邀请面试 2 人', '发出面试邀请', async (dialog) => {
    await dialog.getByLabel('第 1 个开始时间').fill(`${day}T09:30`)
    await dialog.getByLabel('地点或会议链接、会议号').fill('一号楼 203')
    await dialog.getByText('给出了 1 个时间，少于 2 人').waitFor()
  })
  await tick('面试中', one)
  await act(hr, '婉拒 1 人', '婉拒 1 人', async (dialog) => {
    expect(await dialog.getByRole('textbox').inputValue()).toContain('感谢您的投递')
  })
  await card('已婉拒', one!).waitFor()
  const dataTransfer = await hr.evaluateHandle(() => new DataTransfer())
  await card('面试中', two!).dispatchEvent('dragstart', { dataTransfer })
  for (const event of ['dragover', 'drop']) await column('已提出录用').dispatchEvent(event, { dataTransfer })
  const dialog = hr.getByRole('dialog')
  await dialog.getByText(two!).waitFor()
  await dialog.getByRole('button', { name: '决定录用' }).click()
  await card('已提出录用', two!).waitFor()
  // By keys alone: the menu of a card leads to its page for the invitation.
  await card('已提出录用', two!)
    .getByRole('button', { name: `操作 ${two}` })
    .focus()
  await hr.keyboard.press('Enter')
  await hr.getByRole('menuitem', { name: '发出签约邀约' }).press('Enter')
  await hr.getByRole('heading', { name: `向 ${two} 发出签约邀约` }).waitFor()

  await hr.goto('/employer/applications?view=board')
  const downloaded = hr.waitForEvent('download')
  await hr.getByRole('button', { name: /^打包下载全部/ }).click()
  await inspect(hr, 'resumes-taken')
  await hr.getByRole('dialog').getByRole('button', { name: '下载', exact: true }).click()
  expect((await downloaded).suggestedFilename()).toMatch(/^应聘简历（\d+ 人）\.zip$/)

  const inHand = await site.visit(PHONE)
  await comeBack(inHand, 'employer', EMPLOYER)
  await inHand.goto('/employer/applications?view=board')
  await follow(inHand.getByRole('navigation', { name: '状态' }).getByRole('link', { name: /^已婉拒/ }))
  await inHand
    .getByRole('region', { name: /^已婉拒/ })
    .getByText(one!)
    .waitFor()
  expect(await inHand.getByRole('region').filter({ hasText: KEPT }).count()).toBe(1)
  await inspect(inHand, 'board-phone')
})
