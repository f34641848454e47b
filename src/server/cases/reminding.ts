import { type SelectQueryBuilder, type SqlBool, sql } from 'kysely'
import type { Message } from '../../domain/notification.ts'
import type { Tx } from '../db/database.ts'

type RowKey = { readonly schoolId: string; readonly id: string }
export type Due = RowKey & { readonly message: Message }
/** The next of what is due, in the order of their keys, `limit` at most. */
export type Batch = (tx: Tx, after: RowKey | null, limit: number) => Promise<Due[]>

/**
 * What a statement finds, gone on with after the last that was told of; `table` is the alias of those whose keys order it,
 * and `key` the column beside the school, if it is not the id.
 */
export const batchOf =
  <DB, TB extends keyof DB, Row extends RowKey>(
    { table, key = 'id' }: { readonly table: string; readonly key?: string },
    select: (tx: Tx) => SelectQueryBuilder<DB, TB, Row>,
    tell: (row: Row) => Omit<Message, 'school'>,
  ): Batch =>
  async (tx, after, limit) => {
    const [school, id] = [sql.ref<string>(`${table}.school_id`), sql.ref<string>(`${table}.${key}`)]
    const beyond = sql<SqlBool>`(${school}, ${id}) > (${after?.schoolId}, ${after?.id}::uuid)`
    const rows = await select(tx)
      .$if(after !== null, (query) => query.where(beyond))
      .orderBy(school)
      .orderBy(id)
      .limit(limit)
      .execute()
    return (rows as Row[]).map((row) => {
      const { schoolId } = row
      return { schoolId, id: row.id, message: { ...tell(row), school: schoolId } }
    })
  }
