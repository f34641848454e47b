import { afterAll, beforeAll, expect, test } from 'vitest'
import { choose, fileRow, handsOn } from './hands.ts'
import { heic, png } from './scans.ts'
import { back, follow, inspect, openByMenu, openSite, type Site } from './site.ts'

let site: Site
let hands: ReturnType<typeof handsOn>
beforeAll(async () => {
  site = await openSite()
  hands = handsOn(site)
})
afterAll(() => site?.close())

test('from being declared unplaced to a registered destination, and to its end', async () => {
  const { collegeId, graduationYear } = site.roster[51]!
  const phone = await hands.newcomer(51)
  await phone.goto('/student')
  await openByMenu(phone, '签约', '其他去向')
  await phone.getByText('一律不能作为就业证明材料').waitFor()
  await inspect(phone, 'destinations-phone')
  await follow(phone.getByRole('link', { name: '登记去向' }))
  await phone.getByRole('heading', { name: '尚未落实去向' }).waitFor()
  await inspect(phone, 'categories-phone')
  await follow(phone.getByRole('link', { name: '待就业' }))
  await phone.getByText('提交后立即记录').waitFor()
  expect(await phone.getByText('需要的材料').count()).toBe(0)
  await inspect(phone, 'declaration-phone')
  await phone.getByRole('button', { name: '核对并申报' }).click()
  await phone.getByRole('button', { name: '确认申报' }).click()
  await phone.getByText('已记录').waitFor()
  await phone.getByText('学生申报', { exact: false }).waitFor()
  await phone.getByRole('button', { name: '撤回登记' }).waitFor()

  await phone.goto('/student/destinations')
  await follow(phone.getByRole('link', { name: '登记去向' }))
  await follow(phone.getByRole('link', { name: '研究生' }))
  await phone.getByText('需要的材料：录取通知书').waitFor()
  await phone.locator('#details_schoolName').fill('江城大学')
  await follow(phone.getByRole('link', { name: '重新选择类别' }))
  await follow(phone.getByRole('link', { name: '第二学士学位' }))
  expect(await phone.locator('#details_schoolName').inputValue()).toBe('江城大学')
  await back(phone)
  await back(phone)
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

  const [college, school] = [
    await hands.desk('school', `college${collegeId}`),
    await hands.desk('school', 'reviewer'),
  ]
  const queue = '/school/destinations'
  await hands.review(college, queue, 51, '退回补正', '请上传录取通知书原件照片')
  await phone.reload()
  await phone.getByRole('alert').filter({ hasText: '请上传录取通知书原件照片' }).waitFor()
  await follow(phone.getByRole('link', { name: '更正' }))
  await phone.locator('#details_major').fill('软件工程')
  await choose(phone, heic('IMG_0042.HEIC'))
  await expect
    .poll(
      () =>
        fileRow(phone, 'IMG_0042.HEIC')
          .locator('img')
          .evaluate((img: HTMLImageElement) => img.naturalWidth),
      { timeout: 15_000 },
    )
    .toBe(160)
  await inspect(phone, 'destination-correct-phone')
  await phone.getByRole('button', { name: '重新提交审核' }).click()
  await phone.getByText('已更正，重新提交审核').waitFor()
  await hands.review(college, queue, 51, '通过')
  await hands.review(school, queue, 51, '通过')
  await inspect(school, 'destination-review')
  await phone.reload()
  await phone.getByText('审核通过', { exact: true }).waitFor()

  await phone.getByRole('button', { name: '申请作废' }).click()
  await phone.getByRole('dialog').getByRole('textbox').fill('放弃入学，准备就业')
  await phone.getByRole('dialog').getByRole('button', { name: '申请作废' }).click()
  await phone.getByText('作废审核中').waitFor()
  await hands.review(college, queue, 51, '同意作废')
  await hands.review(school, queue, 51, '同意作废')
  await phone.reload()
  await phone.getByText('已作废', { exact: true }).waitFor()
  await phone.goto('/student/destinations')
  await phone.getByRole('link', { name: '登记去向' }).waitFor()
})

test('a draft stays on the device until its author begins anew or signs out', async () => {
  const phone = await hands.newcomer(55)
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

test('destinations in English', async () => {
  const phone = await hands.newcomer(54)
  await phone.goto('/student/data')
  await phone.getByRole('button', { name: 'English' }).click()
  await openByMenu(phone, 'Signing', 'Other destinations')
  await follow(phone.getByRole('link', { name: 'Register a destination' }))
  await phone.getByRole('link', { name: 'Compulsory military service' }).waitFor()
  await inspect(phone, 'categories-english')
  await follow(phone.getByRole('link', { name: 'Compulsory military service' }))
  await phone.getByText('Evidence needed: Notice of provisional enlistment').waitFor()
  await inspect(phone, 'destination-form-english')
})
