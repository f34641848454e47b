import { afterAll, beforeAll, expect, test } from 'vitest'
import { addressOf } from '../src/contracts/address.ts'
import { sendInvitation } from '../src/contracts/invitations.ts'
import { saveMessageChannel } from '../src/contracts/message-channels.ts'
import { addDays, dayInChina } from '../src/domain/day.ts'
import { DEMO_SCHOOL } from '../src/server/demo/people.ts'
import { sampleTerms } from '../src/server/demo/terms.ts'
import { handOver } from '../src/server/features/messages/handing-over.ts'
import { type Gateway, startGateway } from '../src/server/testing/gateway.ts'
import { channelBody } from '../src/server/testing/message-channels.ts'
import { act, handsOn, post } from './hands.ts'
import { comeBack, follow, inspect, openSite, PHONE, type Site } from './site.ts'

const SCHOOL = DEMO_SCHOOL.code
let site: Site
let gateway: Gateway | undefined
beforeAll(async () => {
  site = await openSite()
})
afterAll(async () => {
  await gateway?.stop()
  await site?.close()
})

/** What the workers do, of whom there are none here; in the night too. */
async function handAllOver() {
  await site.db
    .updateTable('messageChannels')
    .set({ quietFrom: 0, quietUntil: 0 })
    .where('schoolId', '=', SCHOOL)
    .execute()
  const waiting = await site.db
    .selectFrom('outgoingMessages')
    .where('schoolId', '=', SCHOOL)
    .where('state', '=', 'waiting')
    .select('id')
    .execute()
  await handOver(
    site.services,
    waiting.map(({ id }) => ({ school: SCHOOL, id })),
  )
}

test('a school sets its SMS gateway and tries it; a student confirms a number; both see what was not delivered', async () => {
  const { desk } = handsOn(site)
  const office = await desk('school', 'admin')
  // Twenty templates are typed once in a school's life, and not here.
  const set = await office.request.put(addressOf(saveMessageChannel, { params: { school: SCHOOL } }), {
    data: channelBody('sms', 'https://sms.example.edu.cn/messages'),
  })
  expect(set.status()).toBe(200)
  await office.goto('/school/messages')
  await office.getByRole('heading', { name: '消息渠道' }).waitFor()
  await office.getByRole('button', { name: '生成密钥' }).click()
  const key = await office.getByLabel('签名密钥').inputValue()
  gateway = await startGateway(key)
  await office.getByLabel('网关地址').fill('https://10.0.0.1/sms')
  const text = office.locator('[id="sms_text_agreement.effective"]')
  const ours = await text.inputValue()
  await text.fill('{{student}}，协议已生效')
  const save = office.getByRole('button', { name: '保存' })
  await save.click()
  await office.getByText('并能从公网访问').first().waitFor()
  await office.getByLabel('网关地址').fill(gateway.address)
  await save.click()
  await office.getByText('这类消息没有数据项“student”').first().waitFor()
  await text.fill(ours)
  await save.click()
  await office.getByText('已保存', { exact: true }).waitFor()
  expect(await office.getByLabel('签名密钥').inputValue()).toBe('')
  await office.getByLabel('手机号', { exact: true }).fill('13900000000')
  await office.getByRole('button', { name: '试发', exact: true }).click()
  await office.getByText('网关已接收（200）').waitFor()
  await inspect(office, 'message-channels-tried')
  await act(office, '启用')
  await office.getByText('已启用', { exact: true }).first().waitFor()

  const { studentNumber, name } = site.roster[7]!
  const phone = await site.visit(PHONE)
  await comeBack(phone, 'student', studentNumber)
  await phone.goto('/student/account')
  await phone.getByRole('button', { name: '发送验证码' }).click()
  await phone.getByText('短信等待发送').waitFor()
  await handAllOver()
  await phone.getByText('短信已交网关').waitFor()
  await phone.getByLabel('短信验证码').fill(gateway.received.at(-1)!.data.values.code!)
  await inspect(phone, 'own-message-channels')
  await phone.getByRole('button', { name: '确认并开启' }).click()
  await phone.getByRole('button', { name: '停止短信提醒' }).waitFor()

  gateway.answer(() => [422, { reason: 'quota-used-up' }])
  const hr = await desk('employer', 'hr5')
  const student = await site.db
    .selectFrom('students')
    .where('schoolId', '=', SCHOOL)
    .where('studentNumber', '=', studentNumber)
    .select(['id', 'graduationYear'])
    .executeTakeFirstOrThrow()
  await post(hr, sendInvitation, {
    params: { school: SCHOOL },
    body: {
      studentId: student.id,
      studentName: name,
      noticeVersion: 1,
      respondBy: addDays(dayInChina(new Date()), 5),
      terms: sampleTerms(`${student.graduationYear}-07-15`),
    },
  })
  await handAllOver()
  await phone.goto('/student/notices')
  await phone.getByText('短信未送达（学校的发送额度已用完）').waitFor()
  await inspect(phone, 'notices-with-messages')

  await follow(office.getByRole('link', { name: '未送达' }))
  await office.getByText(studentNumber).first().waitFor()
  await office.getByText('学校的发送额度已用完').first().waitFor()
  await inspect(office, 'undelivered-notices')
  const small = await site.visit(PHONE)
  await comeBack(small, 'school', 'admin')
  for (const [address, picture] of [
    ['/school/messages', 'message-channels-phone'],
    ['/school/messages?tab=undelivered', 'undelivered-notices-phone'],
  ] as const) {
    await small.goto(address)
    await small.getByRole('heading', { name: '消息渠道' }).waitFor()
    await inspect(small, picture)
  }
})
