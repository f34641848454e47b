import { readFile } from 'node:fs/promises'
import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { act, handsOn } from './hands.ts'
import { follow, inspect, openSite, PHONE, type Site } from './site.ts'

let site: Site
let hands: ReturnType<typeof handsOn>
beforeAll(async () => {
  site = await openSite()
  hands = handsOn(site)
})
afterAll(() => site?.close())

const TABLET = { width: 820, height: 1180 }

test('staff see what became of a year, open who a number counts, narrow to a college, and take pictures and tables', async () => {
  const desk = await hands.desk('school', 'reviewer')
  await desk.goto('/school/figures')
  await desk
    .getByRole('img', { name: /^去向构成：协议和合同就业率 \d+ / })
    .locator('svg')
    .waitFor()
  await desk
    .getByRole('img', { name: /^落实率变化与往届同期：/ })
    .locator('svg')
    .waitFor()
  await inspect(desk, 'figures')

  const save = async (label: string, nth = 0) => {
    const [file] = await Promise.all([
      desk.waitForEvent('download'),
      desk.getByRole('button', { name: label }).nth(nth).click(),
    ])
    return readFile(await file.path())
  }
  expect((await save('存为 SVG')).toString()).toMatch(/^<svg.*<\/svg>$/s)
  expect((await save('存为 PNG', 1)).subarray(1, 4).toString()).toBe('PNG')
  const table = (await readXlsx(await save('下载 xlsx'))).sheets[0]!.rows
  const all = table.find(([name]) => name === '合计')!
  const placed = desk.getByRole('link', { name: new RegExp(`^毕业去向落实率：查看这 ${all[2]} 人$`) })
  expect(await placed.textContent()).toBe(`${all[2]} / ${all[1]} 人`)

  await follow(placed)
  await desk.getByRole('heading', { name: '毕业去向落实率：名单' }).waitFor()
  await desk
    .getByRole('img', { name: new RegExp(`${all[2]}`) })
    .first()
    .waitFor()
  await inspect(desk, 'figure-rows')
  await act(desk, '下载名单', '下载', (dialog) => dialog.getByRole('radio', { name: '按规定上报' }).check())
  await follow(desk.getByRole('link', { name: '返回就业数据' }))
  await desk.getByRole('link', { name: /^只看/ }).first().click()
  await desk.getByRole('button', { name: /^取消筛选：院系/ }).waitFor()
  expect(new URL(desk.url()).searchParams.get('college')).not.toBeNull()

  await desk.setViewportSize(TABLET)
  await desk.goto('/school/figures?by=home')
  await desk.getByRole('img', { name: /^各组去向构成（生源地）/ }).waitFor()
  await inspect(desk, 'figures-tablet')
  await desk.setViewportSize(PHONE)
  await inspect(desk, 'figures-phone')
})

test('a college’s reviewer reads their college in English, and an empty year says so', async () => {
  const desk = await hands.desk('school', 'college01')
  await desk.goto('/school/figures?by=region')
  await desk.getByRole('button', { name: 'English' }).first().click()
  await desk.getByRole('heading', { name: 'Figures', exact: true }).waitFor()
  await desk.getByText('Placement rate', { exact: true }).first().waitFor()
  await inspect(desk, 'figures-english')
  await desk.goto('/school/figures?year=1999')
  await desk.getByText('There are no graduates of this year yet').waitFor()
})

test('a moment is kept, read as it was, compared with now and reported, on a desk and on a phone', async () => {
  const desk = await hands.desk('school', 'reviewer')
  await desk.goto('/school/moments')
  await desk.getByRole('heading', { name: '定格与周报' }).waitFor()
  await act(desk, '定格', '确定', (dialog) => dialog.getByLabel('名称').fill('第一周'))
  await desk.getByRole('heading', { name: '第一周' }).waitFor()
  const page = new URL(desk.url()).pathname
  await inspect(desk, 'moment')
  await follow(desk.getByRole('link', { name: '查看当时的数据' }))
  await desk.getByText('看现在的数据').waitFor()
  await follow(desk.getByRole('link', { name: /^毕业去向落实率：查看这 \d+ 人$/ }))
  await desk.getByRole('heading', { name: '毕业去向落实率：名单' }).waitFor()
  await inspect(desk, 'kept-rows')
  await desk.goto(`${page}/comparison`)
  await desk.getByText('两个时刻之间没有人的归类发生变化').waitFor()
  await inspect(desk, 'comparison')
  await desk.setViewportSize(PHONE)
  await desk.goto(`${page}/report`)
  await desk.getByRole('heading', { name: '各项指标' }).waitFor()
  await inspect(desk, 'report-phone')
  const [file] = await Promise.all([
    desk.waitForEvent('download'),
    desk.getByRole('button', { name: '下载 PDF' }).click(),
  ])
  expect((await readFile(await file.path())).subarray(0, 5).toString()).toBe('%PDF-')
})

test('an administrator copies a template, changes a column, takes the file, and takes over what comes back', async () => {
  const desk = await hands.desk('school', 'admin')
  await desk.goto('/school/exports')
  await inspect(desk, 'exports')
  await follow(desk.getByRole('link', { name: /^复制/ }).first())
  await desk.getByRole('button', { name: '修改 第 2 列 姓名' }).click()
  await desk.getByLabel('表头', { exact: true }).fill('毕业生姓名')
  await desk.getByRole('button', { name: '删除 第 3 列 性别' }).click()
  await inspect(desk, 'export-template')
  await desk.getByRole('button', { name: '保存', exact: true }).click()
  await desk.getByRole('columnheader', { name: '毕业生姓名' }).waitFor()
  await desk.getByText(/^\d+ 人缺“生源地代码”/).waitFor()
  await inspect(desk, 'export')
  const [file] = await Promise.all([
    desk.waitForEvent('download'),
    act(desk, '导出文件', '导出', async (dialog) => {
      await dialog.getByRole('radio', { name: 'CSV（UTF-8）' }).check()
      await dialog.getByRole('radio', { name: '按规定上报' }).check()
    }),
  ])
  const [headings = '', first = '', ...rest] = (await readFile(await file.path(), 'utf8')).split('\r\n')
  const [, number, name] = /^"([^"]*)","([^"]*)"/.exec(first) ?? []
  const returned = [headings, first.replace(`"${name}"`, `"${name}一"`), ...rest].join('\r\n')

  await follow(desk.getByRole('link', { name: '读回更正文件' }))
  await desk
    .locator('input[type=file]')
    .setInputFiles({ name: '退回.csv', mimeType: 'text/csv', buffer: Buffer.from(returned) })
  await desk.getByText(`姓名：${name} → ${name}一`).waitFor()
  await inspect(desk, 'export-returned')
  await act(desk, `采用 ${name}`, '采用', async () => {})
  await desk.getByText('没有要处理的差异').waitFor()
  await desk.setViewportSize(PHONE)
  await inspect(desk, 'export-returned-phone')
  await desk.goto(`/school/students?q=${number}`)
  await desk.getByText(`${name}一`).first().waitFor()
})

test('a counsellor writes what a contact came to and sends a word; the graduate reads both', async () => {
  const desk = await hands.desk('school', 'reviewer')
  await desk.goto('/school/help')
  // Whose next step is due stands first.
  await desk.getByText(/到期$/).first().waitFor()
  await inspect(desk, 'help')
  await desk.getByRole('checkbox', { name: new RegExp(site.roster[9]!.studentNumber) }).check()
  await act(desk, '给所选毕业生发通知', '发送', (dialog) =>
    dialog.getByRole('textbox').fill('周五下午有专场宣讲会'),
  )
  await desk.goto(`/school/help?q=${site.roster[9]!.studentNumber}`)
  await follow(hands.rowOf(desk, 9).getByRole('link').first())
  await desk.getByText('周五下午有专场宣讲会').waitFor()
  await act(desk, '写帮扶记录', '保存', async (dialog) => {
    await dialog.getByLabel('沟通情况和提供的帮助').fill('推荐了两个岗位')
    await dialog.getByLabel('下一步（选填）').fill('回访')
    await dialog.getByRole('button', { name: '保存' }).click()
    await dialog.getByText('请填写“下一步日期”').first().waitFor()
    await dialog.getByLabel('下一步（选填）').fill('')
  })
  const correct = await desk.getByRole('button', { name: /^更正 / }).getAttribute('aria-label')
  await act(desk, correct!, '保存', (dialog) =>
    dialog.getByLabel('沟通情况和提供的帮助').fill('推荐了三个岗位'),
  )
  await desk.getByText('更正前的内容（1 次）').click()
  await inspect(desk, 'helped')
  const phone = await hands.student(9)
  await phone.goto('/student/help')
  await phone.getByText('推荐了三个岗位').waitFor()
  await phone.getByText('周五下午有专场宣讲会').waitFor()
  await inspect(phone, 'my-help-phone')
})
