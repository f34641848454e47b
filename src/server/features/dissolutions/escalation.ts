import { sql } from 'kysely'
import { dayInChina, endOfDayInChina } from '../../../domain/day.ts'
import type { Tx } from '../../db/database.ts'
import { CLOCK, record, stepLine } from '../../db/journal.ts'
import type { Jobs } from '../../services/jobs.ts'
import { tellAll } from '../notifications/tell.ts'
import { noticesOf } from './notices.ts'
import { parseDissolution } from './queries.ts'

/**
 * Journals and tells that the school mediates what nobody answered in time, the oldest `limit` of them; answers how
 * many. The status is computed when it is read, so nothing depends on this having run.
 */
export async function escalateDissolutions(tx: Tx, jobs: Jobs, at: Date, limit: number): Promise<number> {
  const found = await tx
    .selectFrom('agreements as a')
    .innerJoin('dissolutions as d', (on) =>
      on.onRef('d.schoolId', '=', 'a.schoolId').onRef('d.agreementId', '=', 'a.id'),
    )
    .innerJoin('schools as s', 's.id', 'd.schoolId')
    .where('d.status', '=', 'awaiting_counterparty')
    .where('d.answerBy', '<', dayInChina(at))
    .selectAll('d')
    .select(['a.number', 'a.kind as agreementKind', 'a.status as agreementStatus', 'a.snapshot'])
    .select(['a.version as agreementVersion', 's.name as schoolName'])
    .orderBy('d.answerBy')
    .limit(limit)
    .forUpdate('d')
    .skipLocked()
    .execute()
  if (found.length === 0) return 0
  const rows = found.map(parseDissolution)
  await sql`
    update dissolutions d set status = 'in_mediation', waiting_for = 'school', waiting_since = late.since
    from unnest(${rows.map((row) => row.schoolId)}::text[], ${rows.map((row) => row.id)}::uuid[],
      ${rows.map((row) => endOfDayInChina(row.answerBy!))}::timestamptz[]) as late (school_id, id, since)
    where d.school_id = late.school_id and d.id = late.id
  `.execute(tx)
  const step = {
    action: 'escalate' as const,
    from: 'awaiting_counterparty' as const,
    to: 'in_mediation' as const,
    reason: null,
    at,
  }
  await record(
    tx,
    rows.map(({ schoolId: school, id, version }) =>
      stepLine('dissolution', { school, id }, step, CLOCK, { version }),
    ),
  )
  const told = rows.flatMap((row) =>
    noticesOf(row, step).map((message) => ({ ...message, school: row.schoolId })),
  )
  await tellAll(tx, jobs, told, at)
  return rows.length
}
