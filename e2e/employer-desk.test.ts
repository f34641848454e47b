import { sql } from 'kysely'
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DEMO_SCHOOL, demoRoster } from '../src/server/demo/people.ts'
import { sign } from './hands.ts'
import { comeBack, DESK, follow, inspect, openSite, PHONE } from './site.ts'

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

async function enter(login: string, size = DESK, language = 'zh-CN'): Promise<Page> {
  const page = await site.visit(size, language)
  await comeBack(page, 'employer', login)
  return page
}
const numberOf = (index: number) => new RegExp(roster[index]!.studentNumber)
const rowOf = (page: Page, index: number) => page.getByRole('row', { name: numberOf(index) })
const part = (page: Page, name: string) => page.getByRole('region', { name })
const onDesk = (page: Page, name: string, index: number) =>
  part(page, name).getByRole('link', { name: numberOf(index) })
const toDesk = (page: Page) => follow(page.getByRole('link', { name: '工作台' }))

test('from the desk to a case, answered, gone from the desk and from the menu', async () => {
  const hr = await enter('hr2')
  await onDesk(hr, '等我办理', 16).getByText('等您答复').waitFor()
  await onDesk(hr, '等我办理', 16)
    .getByText(/还剩 \d 天|明天 24:00 截止|今天 24:00 截止/)
    .waitFor()
  await hr.getByRole('link', { name: '解约办理 1' }).waitFor()
  await inspect(hr, 'employer-desk')
  await onDesk(hr, '等我办理', 16).click()
  await hr.getByRole('heading', { name: '办理进度' }).waitFor()
  await hr.getByRole('button', { name: '同意', exact: true }).click()
  await hr.getByRole('dialog').getByRole('checkbox').check()
  await hr.getByRole('dialog').getByRole('button', { name: '同意解约' }).click()
  await sign(hr)
  await hr.getByText('您已同意解约，等学校审核').first().waitFor()
  await toDesk(hr)
  await onDesk(hr, '等待他人', 16).getByText('等学校审核').waitFor()
  expect(await onDesk(hr, '等我办理', 16).count()).toBe(0)
  await part(hr, '等我办理').getByText('现在没有等贵单位办理的事项').waitFor()
  await hr.getByRole('link', { name: '解约办理', exact: true }).waitFor()
  await inspect(hr, 'employer-desk-nothing')
})

test('a cancellation is answered from a phone, in the language of its reader', async () => {
  const hr = await enter('hr1', PHONE)
  await inspect(hr, 'employer-desk-phone')
  await onDesk(hr, '等我办理', 12).click()
  await hr.getByRole('button', { name: '不同意撤销' }).click()
  await hr.getByRole('dialog').getByRole('button', { name: '不同意撤销' }).click()
  await hr.getByText('等院系审核').first().waitFor()
  await hr.getByRole('button', { name: '返回' }).click()
  await onDesk(hr, '等待他人', 12).getByText('等院系审核').waitFor()
  expect(await onDesk(hr, '等我办理', 12).count()).toBe(0)
})

test.each(['hr1', 'hr2', 'hr3'])('every number on the desk of %s opens as many as it says', async (login) => {
  const hr = await enter(login)
  const numbers = part(hr, '全部数字').getByRole('link')
  await numbers.first().waitFor()
  const said = await numbers.allTextContents()
  expect(said).toHaveLength(13)
  for (const [at, text] of said.entries()) {
    await follow(numbers.nth(at))
    // Applicants and interviews are listed page by page without a total: those of the demo are on one.
    const isCounted = !/\/employer\/(applications|interviews)/.test(hr.url())
    if (isCounted) await hr.locator('.page-head .number').waitFor()
    const shown = isCounted
      ? await hr.locator('.page-head .number').textContent()
      : String(await hr.locator('main tbody tr').count())
    expect([text, shown]).toEqual([text, /\d+$/.exec(text)![0]])
    await toDesk(hr)
    await numbers.first().waitFor()
  }
})

test('an ended invitation is begun again with its terms; a day that is past is asked anew', async () => {
  const student = roster[6]!
  await sql`update invitations i set terms = jsonb_set(i.terms, '{reportBy}', '"2020-07-10"') from students s
    where s.school_id = i.school_id and s.id = i.student_id and s.student_number = ${student.studentNumber}`.execute(
    site.db,
  )
  const hr = await enter('hr2')
  await follow(hr.getByRole('link', { name: '已发邀约' }))
  await follow(rowOf(hr, 6).getByRole('link', { name: '再次邀约' }))
  await hr.getByRole('heading', { name: `再次邀请 ${student.name}` }).waitFor()
  await hr.getByText('上次的“报到期限”2020-07-10 已过，请重新填写').waitFor()
  expect(await hr.locator('#position').inputValue()).toBe('软件开发工程师')
  expect(await hr.locator('#reportBy').inputValue()).toBe('')
  await inspect(hr, 'invite-again')
  await hr.getByRole('button', { name: '预览邀请函' }).click()
  await hr.getByText('请填写“报到期限”').first().waitFor()
  await hr.locator('#reportBy').fill(`${student.graduationYear}-07-15`)
  await hr.getByRole('button', { name: '预览邀请函' }).click()
  await hr.getByRole('dialog').getByText(`${student.name}同学，你好！`).waitFor()
  await hr.getByRole('dialog').getByRole('button', { name: '发出邀请' }).dblclick()
  await sign(hr)
  // Pressed twice it is sent once, and nothing else is said of it.
  await hr.getByText('邀请已发出').first().waitFor()
  await hr
    .getByRole('heading', { name: new RegExp(student.name) })
    .first()
    .waitFor()
  expect(await hr.getByText('您对该学生已有一份有效邀约').count()).toBe(0)

  await hr.goto(`/employer/invitations?q=${student.studentNumber}&status=declined`)
  await follow(rowOf(hr, 6).getByRole('link', { name: '再次邀约' }))
  await hr.getByText('您对该学生已有一份有效邀约').waitFor()
  expect(await hr.locator('#position').count()).toBe(0)
  await inspect(hr, 'invite-again-refused')
  await follow(hr.getByRole('link', { name: '查看发给该学生的邀约' }))
  await hr
    .getByRole('row', { name: numberOf(6) })
    .nth(1)
    .waitFor()
})

test('inviting another student: what stands in the way is told before anything is typed, and the last terms can be used', async () => {
  const hr = await enter('hr2')
  await follow(hr.getByRole('link', { name: '邀请学生' }).first())
  const find = async (index: number) => {
    await hr.locator('#name').fill(roster[index]!.name)
    await hr.locator('#studentNumber').fill(roster[index]!.studentNumber)
    await hr.getByRole('button', { name: '查找' }).click()
    await hr.getByText(roster[index]!.studentNumber).first().waitFor()
  }
  await find(0)
  await hr.getByText('您对该学生已有一份有效邀约').waitFor()
  expect(await hr.locator('#position').count()).toBe(0)
  await inspect(hr, 'invite-refused')
  await find(30)
  await hr.getByRole('button', { name: '沿用上次条款' }).click()
  await hr.getByText('已填入上次邀约的条款，请核对后再发出').waitFor()
  expect(await hr.locator('#position').inputValue()).toBe('软件开发工程师')
  await inspect(hr, 'invite-last-terms')
  // What cannot be meant is said at its field when it is left, and nothing is sent.
  const asked: string[] = []
  hr.on('request', (request) => request.method() === 'POST' && asked.push(request.url()))
  for (const [field, wrong, said] of [
    ['#reportBy', '2020-01-01', '日期须在'],
    ['#respondBy', '2099-01-01', '应约期限须在'],
    ['#probationDays', '360', '试用期包含在合同期限内'],
  ] as const) {
    const right = await hr.locator(field).inputValue()
    await hr.locator('#contractMonths').fill('6')
    await hr.locator(field).fill(wrong)
    await hr.locator(field).blur()
    await hr.locator('.ant-form-item-explain-error').filter({ hasText: said }).waitFor()
    await hr.locator(field).fill(right)
    await hr.locator(field).blur()
    await hr.locator('.ant-form-item-explain-error').waitFor({ state: 'hidden' })
  }
  expect(asked).toEqual([])
  await hr.locator('#position').fill('测试开发工程师')
  await hr.getByRole('button', { name: '预览邀请函' }).click()
  await hr.getByRole('dialog').getByRole('button', { name: '发出邀请' }).click()
  await sign(hr)
  await hr.getByText('邀请已发出').waitFor()
  await hr.getByRole('heading', { name: /测试开发工程师/ }).waitFor()
})

test('the desk and its lists on a phone and in English', async () => {
  const hr = await enter('hr2', PHONE)
  for (const [name, address] of [
    ['desk', '/employer'],
    ['requests', '/employer/dissolutions'],
    ['signed', '/employer/dissolutions?tab=signed'],
    ['all', '/employer/dissolutions?tab=all&turn=school'],
    ['sent', '/employer/invitations?ended=lately'],
    ['agreements', '/employer/agreements?turn=school'],
    ['invite', '/employer/invite'],
  ] as const) {
    await hr.goto(address)
    await hr.locator('main h1').first().waitFor({ state: 'attached' })
    await inspect(hr, `employer-${name}-phone`)
  }
  await hr.goto('/employer/account')
  await hr.getByRole('button', { name: 'English' }).click()
  await hr.goto('/employer')
  await part(hr, 'Waits for others').getByText('the student is to answer').first().waitFor()
  await inspect(hr, 'employer-desk-english-phone')
})

test('in English the school has its English name, on every page of an employer and of a student', async () => {
  const pages = {
    employer: ['', '/invite', '/invitations', '/agreements', '/dissolutions', '/dissolutions?tab=signed'],
    student: ['', '/data', '/account'],
    school: ['', '/activation-codes'],
  } as const
  const logins = { employer: 'hr2', student: roster[1]!.studentNumber, school: 'admin' } as const
  for (const portal of ['employer', 'student', 'school'] as const) {
    const page = await site.visit(DESK)
    await comeBack(page, portal, logins[portal])
    // As on a device where somebody chose it: the account stays as the other tests expect it.
    await page.evaluate(() => localStorage.setItem('qianyue.language', 'en'))
    for (const path of pages[portal]) {
      await page.goto(`/${portal}${path}`)
      await page.getByRole('heading', { level: 1 }).waitFor()
      const said = await page.locator('body').innerText()
      expect([portal, path, said.includes(DEMO_SCHOOL.name)]).toEqual([portal, path, false])
      if (path === '') expect(said).toContain(DEMO_SCHOOL.nameEn)
    }
    await page.context().close()
  }
})
