import * as contract from '../../contracts/message-channels.ts'
import * as own from '../../contracts/own-messages.ts'
import type { Channel } from '../../domain/message/channel.ts'
import {
  goesOutByDefault,
  MESSAGE_KINDS,
  type MessageKind,
  PHONE_CODE,
} from '../../domain/message/notices.ts'
import { OUR_TEXTS } from '../../words/message-texts.ts'
import type { Visitor } from '../http/visitor.ts'
import type { Scenario } from './scenario.ts'

export const SIGNING_KEY = `whsec_${Buffer.from('a key for tests, of thirty bytes').toString('base64')}`
export const OTHER_KEY = `whsec_${Buffer.from('another key, of more than thirty').toString('base64')}`

const templateOf = (kind: MessageKind) => ({ kind, template: 'SMS_1', text: OUR_TEXTS[kind] })
/** What goes out where nothing else is chosen, in our own texts. */
export const usualTemplates = (channel: Channel) =>
  MESSAGE_KINDS.filter((kind) => goesOutByDefault(kind) && (channel === 'sms' || kind !== PHONE_CODE)).map(
    templateOf,
  )

/** As a page sends it for the first time. */
export const channelBody = (channel: Channel, server: string, key = SIGNING_KEY) => ({
  ...{ channel, seenVersion: 0, server, key, quietFrom: 22, quietUntil: 8 },
  templates: usualTemplates(channel),
})

/** Set, tried and opened by an administrator. */
export async function openChannel(
  by: Visitor,
  { school, channel, server, key }: { school: string; channel: Channel; server: string; key?: string },
): Promise<void> {
  const params = { school }
  await by.call(contract.saveMessageChannel, { params, body: channelBody(channel, server, key) })
  const seen = { channel, seenVersion: 1 }
  const { kind } = usualTemplates(channel)[0]!
  await by.call(contract.tryMessageChannel, { params, body: { ...seen, notice: kind, to: '13900000000' } })
  await by.call(contract.enableMessageChannel, { params, body: { ...seen, enabled: true } })
}

type Student = Awaited<ReturnType<Scenario['student']>>
export const allowWechat = (student: Student) =>
  student.first.call(own.allowMessages, {
    params: { school: student.school },
    body: { channel: 'wechat', digits: '' },
  })

/** As if the number on the roster had been confirmed. */
export async function allowSms(s: Scenario, student: Student): Promise<void> {
  const { phoneCipher } = await s.db
    .selectFrom('students')
    .where('schoolId', '=', student.school)
    .where('id', '=', student.id)
    .select('phoneCipher')
    .executeTakeFirstOrThrow()
  const consent = { schoolId: student.school, userId: student.userId, channel: 'sms', since: s.now() }
  await s.owner
    .insertInto('messageConsents')
    .values({ ...consent, phoneCipher })
    .execute()
}
