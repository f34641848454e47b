import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { numberOf } from '../src/domain/agreement/number-pattern.ts'
import { APPLICATION_ROLE, type Db } from '../src/server/db/database.ts'
import { sha256 } from '../src/server/db/journal.ts'
import type { Invited } from '../tests/crashes/crowd.ts'
import { inParallel } from './load.ts'

type Statement = { readonly sql: string; readonly parameters: readonly unknown[] }
export type Recorded = {
  readonly statements: readonly Statement[]
  readonly of: Invited
  readonly agreementId: string
  readonly number: string
}

/** One acceptance's statements as they went to the database, with what was particular to it. */
export async function recordAccept(db: Db, of: Invited, statements: readonly Statement[]): Promise<Recorded> {
  const agreement = await db
    .selectFrom('agreements')
    .where('invitationId', '=', of.params.id)
    .select(['id', 'number'])
    .executeTakeFirstOrThrow()
  return { statements: [...statements], of, agreementId: agreement.id, number: agreement.number }
}

/** The same statements for other students, sent by `users` connections without HTTP, contracts or rules: the ceiling. */
export async function replayAccepts(url: string, recorded: Recorded, users: number, work: Invited[]) {
  const pool = new pg.Pool({ connectionString: url, max: users, options: `-c role=${APPLICATION_ROLE}` })
  const { of, statements } = recorded
  const result = await inParallel(users, work, async (one) => {
    let number = recorded.number
    const swaps: [string, () => string][] = [
      [of.params.id, () => one.params.id],
      [of.studentId, () => one.studentId],
      [recorded.agreementId, () => agreementId],
      [recorded.number, () => number],
    ]
    const agreementId = randomUUID()
    const swap = (value: unknown): unknown => {
      if (typeof value === 'string')
        return swaps.reduce((text, [from, to]) => text.replaceAll(from, to()), value)
      if (Buffer.isBuffer(value)) return value.equals(sha256(of.token)) ? sha256(one.token) : value
      return Array.isArray(value) ? value.map(swap) : value
    }
    const client = await pool.connect()
    try {
      let open = false
      for (const [step, { sql, parameters }] of statements.entries()) {
        if (/^(begin|commit|start)/.test(sql)) continue
        if (!open && /for update/.test(sql)) {
          await client.query('begin')
          open = true
        }
        const { rows } = await client.query({ name: `s${step}`, text: sql, values: parameters.map(swap) })
        if (sql.includes('insert into "agreement_serials"')) {
          number = numberOf(String(parameters[1]), rows[0].last)
        }
      }
      await client.query('commit')
    } finally {
      client.release()
    }
  })
  await pool.end()
  return result
}
