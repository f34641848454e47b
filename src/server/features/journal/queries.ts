import { sql } from 'kysely'
import type { Db } from '../../db/database.ts'

type Of =
  | { readonly studentId: string }
  | { readonly agreement: { readonly id: string; readonly invitationId: string | null } }
  | { readonly subject: string }

/** The student's whole history; an agreement's with the invitation before it and its dissolutions; or one case's. */
const subjectsOf = (school: string, of: Of) => {
  if ('subject' in of) return sql<string>`select ${of.subject}`
  if ('agreement' in of) {
    const { id, invitationId } = of.agreement
    return sql<string>`
      select unnest(${[`agreement:${id}`, ...(invitationId ? [`invitation:${invitationId}`] : [])]}::text[])
      union all select 'dissolution:' || id from dissolutions where school_id = ${school} and agreement_id = ${id}`
  }
  return sql<string>`
    select 'student:' || ${of.studentId}::text
    union all select 'invitation:' || id from invitations where school_id = ${school} and student_id = ${of.studentId}
    union all select 'agreement:' || id from agreements where school_id = ${school} and student_id = ${of.studentId}
    union all select 'dissolution:' || id from dissolutions where school_id = ${school} and student_id = ${of.studentId}
    union all select 'destination:' || id from destinations where school_id = ${school} and student_id = ${of.studentId}`
}

/** The acts on these subjects, oldest first, in the words the journal keeps; of very many the newest. */
export async function listTimeline(db: Db, school: string, of: Of) {
  const { rows } = await sql<{
    at: string
    action: string
    actorName: string
    actorRole: string
    reason: string | null
  }>`
    select entry->>'at' as at, entry->>'action' as action, entry->'actor'->>'name' as actor_name,
      entry->'actor'->>'role' as actor_role, entry->>'reason' as reason
    from journal where school_id = ${school} and subject in (${subjectsOf(school, of)})
    order by entry->>'at' desc, subject, seq desc limit 500
  `.execute(db)
  return rows.reverse()
}
