import { sql } from 'kysely'
import type { UndeliveredNotice } from '../../../contracts/message-channels.ts'
import { GIVEN_UP } from '../../../domain/message/delivery.ts'
import type { Db } from '../../db/database.ts'
import { type Paging, readPage } from '../../db/page.ts'
import { statusIn } from '../../db/status-in.ts'
import { readParams } from '../../db/stored.ts'

export const DAYS_BACK = 30

type Row = Omit<UndeliveredNotice, 'at' | 'params'> & { readonly at: Date; readonly params: unknown }

/** Copies and messages of a school's notices that were given up in the last days, the newest first. */
export async function listUndelivered(db: Db, school: string, paging: Paging, at: Date) {
  const since = new Date(at.getTime() - DAYS_BACK * 24 * 60 * 60 * 1000)
  const messages = sql`
    select o.id, o.channel, o.kind, o.at, o.failure, o.said, n.params, o.user_id
    from outgoing_messages o left join notifications n on n.user_id = o.user_id and n.id = o.notification_id
    where o.school_id = ${school} and ${statusIn('o.state', GIVEN_UP)} and o.at > ${since}`
  const copies = sql`
    select id, 'mail', kind, at, null, mail_error, params, user_id from notifications
    where school_id = ${school} and mail = 'failed' and at > ${since}`
  const { rows, ...page } = await readPage(
    paging,
    async ({ limit, offset }) =>
      (
        await sql<Row>`
          select f.id, f.channel, f.kind, f.at, f.fault, f.said, f.params, u.name, u.portal, st.student_number
          from (${messages} union all ${copies}) as f (id, channel, kind, at, fault, said, params, user_id)
          join users u on u.id = f.user_id
          left join students st on st.school_id = ${school} and st.id = u.student_id
          order by f.at desc, f.id, f.channel limit ${limit} offset ${offset}`.execute(db)
      ).rows,
    async () =>
      (
        await sql<{ total: number }>`
          select count(*) as total from (${messages} union all ${copies}) as f`.execute(db)
      ).rows[0]!,
  )
  const items = rows.map(({ at: toldAt, params, ...row }) => ({
    ...row,
    at: toldAt.toISOString(),
    params: params ? readParams(params) : {},
  }))
  return { items, ...page }
}
