import type { Channel } from '../../../domain/message/channel.ts'
import { MESSAGE_KINDS } from '../../../domain/message/notices.ts'
import type { QuietHours } from '../../../domain/message/quiet-hours.ts'
import type { Template } from '../../../domain/message/template.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { Db, Tx } from '../../db/database.ts'
import { readMessageTemplates } from '../../db/stored.ts'
import type { Secrets } from '../../services/secrets.ts'

export type ChannelSetting = QuietHours & {
  readonly channel: Channel
  readonly server: string
  readonly templates: readonly Template[]
}
export type KeptChannel = ChannelSetting & {
  /** Sealed. */
  readonly key: Buffer
  readonly triedAt: Date | null
  readonly enabled: boolean
  readonly version: number
}

/** In the order of the kinds; what this version no longer sends is left out. */
export function templatesFrom(json: unknown): Template[] {
  const kept = readMessageTemplates(json)
  return MESSAGE_KINDS.flatMap((kind) => (kept[kind] ? [{ kind, ...kept[kind] }] : []))
}

const ofSchool = (db: Db, school: string) =>
  db
    .selectFrom('messageChannels')
    .where('schoolId', '=', school)
    .select(['channel', 'server', 'key', 'quietFrom', 'quietUntil', 'templates'])
    .select(['triedAt', 'enabled', 'version'])

const read = <R extends { channel: string; templates: unknown }>({ channel, templates, ...row }: R) => ({
  ...row,
  channel: channel as Channel,
  templates: templatesFrom(templates),
})

export const listChannels = async (db: Db, school: string): Promise<KeptChannel[]> =>
  (await ofSchool(db, school).orderBy('channel').execute()).map(read)

/** Null where the school has set nothing. */
export async function findChannel(db: Db, school: string, channel: Channel): Promise<KeptChannel | null> {
  const row = await ofSchool(db, school).where('channel', '=', channel).executeTakeFirst()
  return row ? read(row) : null
}
export async function lockChannel(tx: Tx, school: string, channel: Channel): Promise<KeptChannel | null> {
  const row = await ofSchool(tx, school).where('channel', '=', channel).forUpdate().executeTakeFirst()
  return row ? read(row) : null
}

type Saving = {
  readonly school: string
  readonly before: KeptChannel | null
  /** Empty: the one that is kept. */
  readonly key: string
}

/** Tried again where messages go elsewhere or are signed otherwise, and closed until then; one more version. */
export async function saveChannel(
  tx: Tx,
  secrets: Secrets,
  { channel, server, quietFrom, quietUntil, templates }: ChannelSetting,
  { school, before, key }: Saving,
): Promise<void> {
  const isSamePlace = before?.server === server && key === ''
  const row = {
    ...{ server, quietFrom, quietUntil },
    key: key === '' && before ? before.key : secrets.seal(key),
    templates: JSON.stringify(
      Object.fromEntries(templates.map(({ kind, template, text }) => [kind, { template, text }])),
    ),
    triedAt: isSamePlace ? before.triedAt : null,
    enabled: isSamePlace && before.enabled,
    version: (before?.version ?? 0) + 1,
  }
  await tx
    .insertInto('messageChannels')
    .values({ schoolId: school, channel, ...row })
    .onConflict((on) => on.columns(['schoolId', 'channel']).doUpdateSet(row))
    .execute()
}

export const saveChannelEnabled = (tx: Tx, school: string, channel: Channel, enabled: boolean) =>
  tx
    .updateTable('messageChannels')
    .set((of) => ({ enabled, version: of('version', '+', 1) }))
    .where('schoolId', '=', school)
    .where('channel', '=', channel)
    .execute()

/** The gateway has taken a message with just these settings. */
export const saveChannelTried = (db: Db, school: string, { channel, version }: KeptChannel, at: Date) =>
  db
    .updateTable('messageChannels')
    .set({ triedAt: at })
    .where('schoolId', '=', school)
    .where('channel', '=', channel)
    .where('version', '=', version)
    .execute()

export async function removeChannel(tx: Tx, school: string, channel: Channel): Promise<void> {
  const gone = await tx
    .deleteFrom('messageChannels')
    .where('schoolId', '=', school)
    .where('channel', '=', channel)
    .executeTakeFirst()
  if (gone.numDeletedRows === 0n) throw new Refusal('not-found')
}
