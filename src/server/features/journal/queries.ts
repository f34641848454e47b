import { type RawBuilder, sql } from 'kysely'
import type { EventName } from '../../../domain/event.ts'
import type { Db } from '../../db/database.ts'

/** The acts on these subjects, oldest first, in the words the journal keeps; of very many the newest. */
async function listActs(db: Db, school: string, subjects: RawBuilder<string>) {
  const { rows } = await sql<{
    at: string
    action: EventName
    actorName: string
    actorRole: string
    reason: string | null
  }>`
    select entry->>'at' as at, entry->>'action' as action, entry->'actor'->>'name' as actor_name,
      entry->'actor'->>'role' as actor_role, entry->>'reason' as reason
    from journal where school_id = ${school} and subject in (${subjects})
    order by entry->>'at' desc, subject, seq desc limit 500
  `.execute(db)
  return rows.reverse()
}

type Of =
  | { readonly agreement: { readonly id: string; readonly invitationId: string | null } }
  | { readonly subject: string }

/** An agreement's acts with the invitation before it and its dissolutions; or one case's. */
export function listTimeline(db: Db, school: string, of: Of) {
  if ('subject' in of) return listActs(db, school, sql`select ${of.subject}`)
  const { id, invitationId } = of.agreement
  const own = [`agreement:${id}`, ...(invitationId ? [`invitation:${invitationId}`] : [])]
  return listActs(
    db,
    school,
    sql`select unnest(${own}::text[])
      union all select 'dissolution:' || id from dissolutions where school_id = ${school} and agreement_id = ${id}`,
  )
}

/** A student's whole history; `tables` are the tables of cases by their kinds. */
export const listHistoryOfStudent = (
  db: Db,
  school: string,
  studentId: string,
  tables: Readonly<Record<string, string>>,
) =>
  listActs(
    db,
    school,
    sql.join(
      [
        sql`select 'student:' || ${studentId}::text`,
        ...Object.entries(tables).map(
          ([kind, table]) =>
            sql`select ${kind}::text || ':' || id from ${sql.table(table)} where school_id = ${school} and student_id = ${studentId}`,
        ),
      ],
      sql` union all `,
    ),
  )
