import { afterAll, beforeAll, expect, test } from 'vitest'
import { EVIDENCE } from '../src/contracts/evidence.ts'
import { choose, fileRow, handsOn, opened } from './hands.ts'
import { disguised, locked, pdf, png, text } from './scans.ts'
import { inspect, openSite, type Site } from './site.ts'

let site: Site
let hands: ReturnType<typeof handsOn>
beforeAll(async () => {
  site = await openSite()
  hands = handsOn(site)
})
afterAll(() => site?.close())

test('a file of the wrong kind, too big, or one too many says so; the others go up in their order', async () => {
  const phone = await hands.newcomer(52)
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
  const phone = await hands.newcomer(53)
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
