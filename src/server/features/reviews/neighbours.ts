import { type Expression, type SelectQueryBuilder, sql } from 'kysely'
import type { Queue } from '../../../contracts/desk.ts'
import type { Placed } from '../../../contracts/review.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { Key } from '../../db/key.ts'
import { readBy } from '../../db/read-by.ts'
import type { Reading } from '../../http/doing.ts'
import type { Order } from './queue.ts'

/** A case, and the instant at which it stood in the order of its queue; null where it stands now is meant. */
export type Place = Key & { readonly at: Date | null }
export const placeOf = (key: Key, at: string | undefined): Place => ({ ...key, at: at ? new Date(at) : null })

type Queued<DB, TB extends keyof DB> = {
  /** All of the queue, as it is narrowed. */
  readonly rows: SelectQueryBuilder<DB, TB, object>
  readonly order: Order
  readonly student: Expression<string>
}
type Beside = Omit<Placed, 'at'> & { readonly at: string }

/**
 * What stands before and after a place in a queue, in one statement: by the keys of the order and not by counting rows,
 * so that nothing is passed over or met twice while others decide. Refuses a case that this person does not read.
 */
export async function findNeighbours<DB, TB extends keyof DB>(
  { db, person }: Reading,
  table: Queue,
  { school, id, at }: Place,
  { rows, order, student }: Queued<DB, TB>,
) {
  const { by, direction } = order
  const onward = direction === 'asc'
  const since = sql`coalesce(${at}::timestamptz, (select since from here))`
  const isBeyond = (further: boolean) =>
    sql<boolean>`(${by}, ${order.id}) ${sql.raw(further === onward ? '>' : '<')} (${since}, ${id}::uuid)`
  const nearest = (further: boolean) =>
    rows
      .where(isBeyond(further))
      .select(sql<Beside>`json_build_object('id', ${order.id}, 'at', ${by}, 'student', ${student})`.as('one'))
      .orderBy(by, further === onward ? 'asc' : 'desc')
      .orderBy(order.id, further === onward ? 'asc' : 'desc')
      .limit(1)
  const count = (of: typeof rows) => of.select(sql<number>`count(*)`.as('n'))
  const { rows: found } = await sql<{
    isHere: boolean
    previous: Beside | null
    next: Beside | null
    before: number
    total: number
  }>`
    with here as (
      select ${by} as since from ${sql.table(table)} ${sql.ref(order.table)}
      where ${sql.ref(`${order.table}.school_id`)} = ${school} and ${order.id} = ${id}
        and ${person.collegeId === null ? sql`true` : readBy(order.table, person.collegeId)}
    )
    select (${nearest(false)}) as previous, (${nearest(true)}) as next,
      (${count(rows.where(isBeyond(false)))}) as before, (${count(rows)}) as total,
      exists (${rows.where(sql<boolean>`${order.id} = ${id}::uuid`).select(sql`1`.as('one'))}) as is_here
    from here
  `.execute(db)
  const [beside] = found
  if (!beside) throw new Refusal('not-found')
  const { previous, next, ...rest } = beside
  return { ...rest, previous: previous && placed(previous), next: next && placed(next) }
}

const placed = ({ at, ...of }: Beside): Placed => ({ ...of, at: new Date(at).toISOString() })
