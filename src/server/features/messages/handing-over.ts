import { sql } from 'kysely'
import type { Channel } from '../../../domain/message/channel.ts'
import {
  GIVEN_UP,
  isOnItsWay,
  type MessageFault,
  type MessageState,
  WAITING,
} from '../../../domain/message/delivery.ts'
import { deadlineIn, lastDayIn, type MessageKind, PHONE_CODE } from '../../../domain/message/notices.ts'
import { goesAt } from '../../../domain/message/quiet-hours.ts'
import { deadlineText } from '../../../words/figures.ts'
import * as acrossSchools from '../../db/across-schools.ts'
import { type Db, inTransaction } from '../../db/database.ts'
import { statusIn } from '../../db/status-in.ts'
import { readParams } from '../../db/stored.ts'
import type { Services } from '../../services/services.ts'
import { templatesFrom } from './channels.ts'
import { handToGateway } from './gateway.ts'
import { codeIn, MINUTES } from './phone-codes.ts'
import { enqueueMessages, type MessageKey } from './queueing.ts'

type Sending = Pick<Services, 'db' | 'secrets' | 'outward' | 'jobs' | 'now'>
type End = { readonly key: MessageKey } & (
  | { readonly state: MessageState; readonly fault: MessageFault | null; readonly said: string | null }
  | { readonly until: Date }
  | { readonly unwanted: true }
)

/**
 * Tries to hand these over. Each is marked after its gateway took it, so a crash in between hands it over once more, under
 * the same id, and never loses it. Answers what went wrong with those that are to be tried again, by their ids.
 */
export async function handOver(sending: Sending, keys: readonly MessageKey[]): Promise<Map<string, string>> {
  const { db, jobs } = sending
  const at = sending.now()
  const rows = await listWaiting(db, keys)
  const ends = await Promise.all(rows.map((row) => endOf(sending, row, at)))
  await inTransaction(db, async (tx) => {
    await mark(tx, ends)
    await forget(tx, ends)
    const later = Map.groupBy(ends, (one) => ('until' in one ? one.until.getTime() : 0))
    later.delete(0)
    for (const [until, waiting] of later) {
      const keysLater = waiting.map(({ key }) => key)
      await enqueueMessages(tx, jobs, keysLater, Math.ceil((until - at.getTime()) / 1000))
    }
  })
  return new Map(
    ends.flatMap((one) =>
      'state' in one && isOnItsWay(one.state) ? [[one.key.id, one.said ?? one.fault ?? '']] : [],
    ),
  )
}

type Row = Awaited<ReturnType<typeof listWaiting>>[number]

async function endOf(sending: Sending, row: Row, at: Date): Promise<End> {
  const { secrets, outward } = sending
  const { key, kind, channel, recipientCipher, studentNumber, told } = row
  const failed = (fault: MessageFault) => ({ key, state: 'failed' as const, fault, said: null })
  if (!row.wanted) return { key, unwanted: true }
  if (!row.setting?.enabled) return failed('channel-off')
  const template = row.setting.templates.find((one) => one.kind === kind)
  if (!template) return failed('channel-off')
  if (row.deadline && row.deadline <= at) return failed('too-late')
  const until = kind === PHONE_CODE ? at : goesAt(row.setting, at, row.deadline)
  if (until > at) return { key, until }
  const values =
    kind === PHONE_CODE
      ? { code: codeIn(secrets, key.id), minutes: String(MINUTES) }
      : shownParams(told.params, told.at)
  const handed = await handToGateway(
    { server: row.setting.server, key: secrets.open(row.setting.key), outward },
    {
      ...{ id: key.id, school: key.school, channel, template: template.template, text: template.text },
      recipient: channel === 'sms' ? { mobile: secrets.open(recipientCipher!) } : { studentNumber },
      values: { ...values, school: row.schoolName },
      ...{ toldAt: told.at, deadline: row.deadline, isTrial: false },
    },
    at,
  )
  if (handed.end === 'taken') return { key, state: 'handed-over', fault: null, said: null }
  const state = handed.end === 'refused' ? 'failed' : 'waiting'
  return { key, state, fault: handed.fault, said: handed.said }
}

/** As a sentence says them: the day as a deadline. */
function shownParams(params: Readonly<Record<string, string>>, toldAt: Date) {
  const last = lastDayIn(params, toldAt)
  return { ...params, ...(params.day && last && { day: deadlineText(last, 'zh-CN') }) }
}

/** Those still to be handed over, with how their school and their reader have it now. */
async function listWaiting(db: Db, keys: readonly MessageKey[]) {
  const { rows } = await sql<{
    readonly schoolId: string
    readonly id: string
    readonly channel: Channel
    readonly kind: MessageKind
    readonly at: Date
    readonly codeUntil: Date | null
    readonly params: unknown
    readonly notedAt: Date | null
    readonly schoolName: string
    readonly studentNumber: string
    readonly recipientCipher: Buffer | null
    readonly wanted: boolean
    readonly server: string | null
    readonly key: Buffer
    readonly quietFrom: number
    readonly quietUntil: number
    readonly templates: unknown
    readonly enabled: boolean
  }>`
    select o.school_id, o.id, o.channel, o.kind, o.at, o.code_until, n.params, n.at as noted_at, sc.name as school_name,
      st.student_number, coalesce(o.phone_cipher, c.phone_cipher) as recipient_cipher,
      u.disabled_at is null and case when o.kind = ${PHONE_CODE}
          then o.code_until is not null and o.phone_cipher = st.phone_cipher
        else c.channel is not null and (c.phone_cipher is null or c.phone_cipher = st.phone_cipher) end as wanted,
      ch.server, ch.key, ch.quiet_from, ch.quiet_until, ch.templates, ch.enabled
    from outgoing_messages o
    join unnest(${keys.map(({ school }) => school)}::text[], ${keys.map(({ id }) => id)}::uuid[]) as k (school_id, id)
      on k.school_id = o.school_id and k.id = o.id
    join users u on u.id = o.user_id
    join students st on st.school_id = o.school_id and st.id = u.student_id
    join schools sc on sc.id = o.school_id
    left join message_channels ch on ch.school_id = o.school_id and ch.channel = o.channel
    left join message_consents c on c.school_id = o.school_id and c.user_id = o.user_id and c.channel = o.channel
    left join notifications n on n.user_id = o.user_id and n.id = o.notification_id
    where ${statusIn('o.state', WAITING)}
    ${acrossSchools.messages}`.execute(db)
  return rows.map(({ schoolId, id, server, key, quietFrom, quietUntil, templates, enabled, ...row }) => {
    const told = { params: row.params ? readParams(row.params) : {}, at: row.notedAt ?? row.at }
    return {
      ...row,
      key: { school: schoolId, id },
      told,
      deadline: row.kind === PHONE_CODE ? row.codeUntil : deadlineIn(row.kind, told.params, told.at),
      setting:
        server === null
          ? null
          : { server, key, quietFrom, quietUntil, enabled, templates: templatesFrom(templates) },
    }
  })
}

/** The visible state of each, and the last fault for whoever looks into it. */
async function mark(db: Db, ends: readonly End[]): Promise<void> {
  const rows = ends.flatMap((one) =>
    'state' in one ? [{ ...one.key, state: one.state, fault: one.fault, said: one.said }] : [],
  )
  if (rows.length === 0) return
  await sql`
    update outgoing_messages o set state = e.state, failure = e.fault, said = e.said,
      code_until = case when ${statusIn('e.state', GIVEN_UP)} then null else o.code_until end
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as e (school text, id uuid, state text, fault text, said text)
    where o.school_id = e.school and o.id = e.id and ${statusIn('o.state', WAITING)}
    ${acrossSchools.messages}`.execute(db)
}

/** Whoever wants them no more sees nothing of them. */
async function forget(db: Db, ends: readonly End[]): Promise<void> {
  const keys = ends.flatMap((one) => ('unwanted' in one ? [one.key] : []))
  if (keys.length === 0) return
  await sql`
    delete from outgoing_messages o
    using unnest(${keys.map(({ school }) => school)}::text[], ${keys.map(({ id }) => id)}::uuid[]) as k (school_id, id)
    where o.school_id = k.school_id and o.id = k.id and ${statusIn('o.state', WAITING)}
    ${acrossSchools.messages}`.execute(db)
}

/** Nobody tries these any more: their people and the school see so, with why the last try failed. */
export const giveUpMessages = ({ db }: Pick<Services, 'db'>, keys: readonly MessageKey[]) =>
  sql`
    update outgoing_messages o set state = 'failed', failure = coalesce(o.failure, 'not-taken'), code_until = null
    from unnest(${keys.map(({ school }) => school)}::text[], ${keys.map(({ id }) => id)}::uuid[]) as k (school_id, id)
    where o.school_id = k.school_id and o.id = k.id and ${statusIn('o.state', WAITING)}
    ${acrossSchools.messages}`.execute(db)
