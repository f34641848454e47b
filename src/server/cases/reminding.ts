import { type SelectQueryBuilder, type SqlBool, sql } from 'kysely'
import type { Message } from '../../domain/notification.ts'
import type { Db, Tx } from '../db/database.ts'
import { schoolsWith } from '../db/school-by-school.ts'

export type Due = { readonly id: string; readonly message: Message & { readonly dedupe: string } }
export type Batch = {
  /** Where there is any of it, told or not. */
  readonly schools: (db: Db) => Promise<string[]>
  /** The next of what is due at a school, told or not, in the order of their keys, `limit` at most. */
  readonly next: (tx: Tx, school: string, after: string | null, limit: number) => Promise<Due[]>
}

/**
 * The rows of one table that something is due for, with its alias, and `more` as it is told by; gone on with after the last that
 * was read. `key` is the column beside the school, if it is not the id.
 */
export const batchOf = <
  DB,
  Table extends keyof DB,
  Found,
  AllDb,
  All extends keyof AllDb,
  Row extends { readonly id: string },
>(
  { table, key = 'id' }: { readonly table: string; readonly key?: string },
  due: (db: Db) => SelectQueryBuilder<DB, Table, Found>,
  more: (rows: SelectQueryBuilder<DB, Table, Found>, school: string) => SelectQueryBuilder<AllDb, All, Row>,
  tell: (row: Row) => Omit<Due['message'], 'school'>,
): Batch => ({
  schools: (db) => schoolsWith(due(db)),
  async next(tx, school, after, limit) {
    const id = sql.ref<string>(`${table}.${key}`)
    const rows = await more(due(tx).where(sql<SqlBool>`${sql.ref(`${table}.school_id`)} = ${school}`), school)
      .$if(after !== null, (query) => query.where(sql<SqlBool>`${id} > ${after}::uuid`))
      .orderBy(id)
      .limit(limit)
      .execute()
    return (rows as Row[]).map((row) => ({ id: row.id, message: { ...tell(row), school } }))
  },
})
