import type { TopicPrint } from '../../../domain/audit/topics.ts'
import type { Db, Tx } from '../../db/database.ts'
import { readPrints } from '../../db/stored.ts'

/** Who has signed which content of a year, and when. */
export type Signing = {
  readonly schoolId: string
  readonly id: string
  readonly graduationYear: number
  readonly topics: readonly TopicPrint[]
  readonly hash: string
  readonly signedBy: string
  readonly signatory: string
  readonly signatoryPosition: string
  readonly signedAt: Date
}

/** As many as anybody looks back at. */
const MOST_SHOWN = 20

/** The sign-offs of a year, the latest first. */
export async function listSignings(db: Db, school: string, year: number): Promise<Signing[]> {
  const rows = await db
    .selectFrom('auditSignings')
    .where('schoolId', '=', school)
    .where('graduationYear', '=', year)
    .selectAll()
    .orderBy('signedAt', 'desc')
    .limit(MOST_SHOWN)
    .execute()
  return rows.map((row) => ({ ...row, topics: readPrints(row.topics) }))
}

/** The caller journals it. */
export const addSigning = (tx: Tx, { topics, ...signing }: Signing) =>
  tx
    .insertInto('auditSignings')
    .values({ ...signing, topics: JSON.stringify(topics) })
    .execute()
