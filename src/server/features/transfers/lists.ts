import { type SqlBool, sql } from 'kysely'
import type { TransferPage, TransferRow } from '../../../contracts/transfers.ts'
import { type Day, dayInChina } from '../../../domain/day.ts'
import {
  isOnItsWay,
  isTransferOpen,
  TRANSFER_ON_ITS_WAY,
  type TransferKind,
  type TransferStatus,
} from '../../../domain/transfer/life.ts'
import { type TransferWarning, warningsOfKind } from '../../../domain/transfer/receiver.ts'
import { isSourceChanged } from '../../../domain/transfer/record.ts'
import type { TransferChannel } from '../../../domain/transfer/way.ts'
import type { Db } from '../../db/database.ts'
import { type Paging, readPage } from '../../db/page.ts'
import { beginsWith, numberBeginsWith } from '../../db/search-pattern.ts'
import { statusIn } from '../../db/status-in.ts'
import { listColleges } from '../schools/queries.ts'
import type { RosterScope } from '../students/roster-list.ts'
import { type FoundTransfer, parseTransfer, selectTransfers } from './queries.ts'

/** What is to be looked at: before it goes all that receivers refuse, and as long as it has not come whether the student goes elsewhere now. */
function warningsOf(of: FoundTransfer): TransferWarning[] {
  const before = isTransferOpen(of.status)
    ? warningsOfKind(of.kind, { student: of.snapshot.name, file: of, nature: of.nature })
    : []
  const isAway = isTransferOpen(of.status) || isOnItsWay(of.status)
  return isAway && isSourceChanged(of.source, of.said) ? [...before, 'destination-changed'] : before
}

/** A record as lists show it, on this day. */
export const rowOf = (of: FoundTransfer, today: Day): TransferRow => ({
  id: of.id,
  kind: of.kind,
  dispatchNumber: of.dispatchNumber,
  nth: of.nth,
  student: of.snapshot,
  studentId: of.studentId,
  status: of.status,
  version: of.version,
  method: of.method,
  receiver: of.receiver,
  address: of.address,
  postcode: of.postcode,
  contactName: of.contactName,
  contactPhone: of.contactPhone,
  channel: of.channel,
  envelope: of.envelope,
  batch: of.batch,
  numbers: { ...of.numbers },
  preparedAt: of.preparedAt.toISOString(),
  sentOn: of.sentOn,
  receivedOn: of.receivedOn,
  returnedOn: of.returnedOn,
  reason: of.reason,
  warnings: warningsOf(of),
  isUnconfirmed: isOnItsWay(of.status) && of.tellOn !== null && of.tellOn <= today,
})

export type TransferFilter = {
  readonly kind: TransferKind
  readonly q: string
  readonly status?: TransferStatus | undefined
  readonly channel?: TransferChannel | undefined
  readonly college?: string | undefined
  readonly batch?: string | undefined
  readonly only?: 'unconfirmed' | undefined
}

/** Of records `t` beside their students `st`. */
function conditionsOf({ school, college: scope }: RosterScope, of: TransferFilter, today: Day) {
  const { kind, q, status, channel, college, batch, only } = of
  return sql.join(
    [
      sql`t.school_id = ${school} and t.kind = ${kind}`,
      ...[scope, college].filter(Boolean).map((one) => sql`st.college_id = ${one}`),
      ...(status ? [sql`t.status = ${status}`] : []),
      ...(channel ? [sql`t.channel = ${channel}`] : []),
      ...(batch ? [sql`t.batch = ${batch}`] : []),
      ...(only ? [sql`${statusIn('t.status', TRANSFER_ON_ITS_WAY)} and t.tell_on <= ${today}`] : []),
      ...(q
        ? [
            sql`(t.student_folded like ${beginsWith(q)} or lower(t.snapshot->>'studentNumber') like ${numberBeginsWith(q)}
              or lower(t.dispatch_number) like ${numberBeginsWith(q)} or lower(t.tracking_number) like ${numberBeginsWith(q)})`,
          ]
        : []),
    ],
    sql` and `,
  )
}
const AMONG = sql`from transfers t join students st on st.school_id = t.school_id and st.id = t.student_id where `

type Place = { readonly after?: string | undefined; readonly before?: string | undefined }

/** A page of what was sent, the latest first: what is made later has a greater id. */
export async function listTransfers(
  db: Db,
  scope: RosterScope,
  { page, pageSize, after, before, ...filter }: TransferFilter & Paging & Place,
  at: Date,
): Promise<TransferPage> {
  const today = dayInChina(at)
  const conditions = conditionsOf(scope, filter, today)
  const isBack = after === undefined && before !== undefined
  const [{ rows, ...paged }, counts, colleges] = await Promise.all([
    readPage(
      { page, pageSize },
      async ({ limit, offset }) => {
        const found = await selectTransfers(db, scope.school)
          .where(sql<SqlBool>`${conditions}`)
          .$if(after !== undefined, (of) => of.where('t.id', '<', after!))
          .$if(isBack, (of) => of.where('t.id', '>', before!))
          .orderBy('t.id', isBack ? 'asc' : 'desc')
          .limit(limit)
          .offset(after || before ? 0 : offset)
          .execute()
        return isBack ? found.reverse() : found
      },
      async () => {
        const { rows } = await sql<{ total: number }>`select count(*) as total ${AMONG}${conditions}`.execute(
          db,
        )
        return rows[0]!
      },
    ),
    countTransfers(db, scope, filter.kind),
    listColleges(db, scope.school, scope.college),
  ])
  return {
    items: rows.map((row) => rowOf(parseTransfer(row), today)),
    ...paged,
    counts,
    colleges: colleges.map(({ id, name }) => ({ id, name })),
  }
}

async function countTransfers(
  db: Db,
  { school, college }: RosterScope,
  kind: TransferKind,
): Promise<TransferPage['counts']> {
  const { rows } = await sql<{ status: TransferStatus; n: number }>`
    select t.status, count(*) as n from transfers t
    where t.school_id = ${school} and t.kind = ${kind} and (${college}::text is null or exists
      (select from students st where st.school_id = ${school} and st.id = t.student_id and st.college_id = ${college}))
    group by t.status`.execute(db)
  const none = { prepared: 0, sent: 0, received: 0, returned: 0, cancelled: 0 }
  return { ...none, ...Object.fromEntries(rows.map(({ status, n }) => [status, n])) }
}

/** The ids of whose records a filter means, and how many records these are. */
export async function whoseMeant(db: Db, scope: RosterScope, filter: TransferFilter, at: Date) {
  const { rows } = await sql<{ studentId: string }>`
    select t.student_id ${AMONG}${conditionsOf(scope, filter, dayInChina(at))}`.execute(db)
  return { rows: rows.length, students: [...new Set(rows.map(({ studentId }) => studentId))] }
}

/** So many rows are read at a time for a sheet. */
const AT_ONCE = 500

/** All that a filter means, the first that was made first. */
export async function* allTransfers(db: Db, scope: RosterScope, filter: TransferFilter, at: Date) {
  const conditions = conditionsOf(scope, filter, dayInChina(at))
  for (let after = ''; ; ) {
    const rows = await selectTransfers(db, scope.school)
      .where(sql<SqlBool>`${conditions}`)
      .$if(after !== '', (of) => of.where('t.id', '>', after))
      .orderBy('t.id')
      .limit(AT_ONCE)
      .execute()
    for (const row of rows) yield parseTransfer(row)
    const last = rows.at(-1)
    if (!last || rows.length < AT_ONCE) return
    after = last.id
  }
}
