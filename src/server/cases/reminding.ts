import { type Expression, type SqlBool, sql } from 'kysely'
import type { Message } from '../../domain/notification.ts'
import type { Tx } from '../db/database.ts'

type RowKey = { readonly schoolId: string; readonly id: string }
export type Due = RowKey & { readonly message: Message }
/** The next of what is due, in the order of their keys, `limit` at most. */
export type Batch = (tx: Tx, after: RowKey | null, limit: number) => Promise<Due[]>

/** What comes after the last that was told of. */
export const beyond = (table: string, after: RowKey | null): Expression<SqlBool> =>
  after === null
    ? sql.lit(true)
    : sql`(${sql.table(table)}.school_id, ${sql.table(table)}.id) > (${after.schoolId}, ${after.id}::uuid)`
