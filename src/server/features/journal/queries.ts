import { sql } from 'kysely'
import type { Db } from '../../db/database.ts'

type Of = { studentId: string } | { subjects: readonly string[] }

/** The acts on these subjects, oldest first, in the words the journal keeps. */
export async function listTimeline(db: Db, school: string, of: Of) {
  const subjects =
    'subjects' in of
      ? sql<string>`select unnest(${of.subjects}::text[])`
      : sql<string>`
          select 'student:' || ${of.studentId}::text
          union all select 'invitation:' || id from invitations where school_id = ${school} and student_id = ${of.studentId}
          union all select 'agreement:' || id from agreements where school_id = ${school} and student_id = ${of.studentId}`
  const { rows } = await sql<{
    at: string
    action: string
    actorName: string
    actorRole: string
    reason: string | null
  }>`
    select entry->>'at' as at, entry->>'action' as action, entry->'actor'->>'name' as actor_name,
      entry->'actor'->>'role' as actor_role, entry->>'reason' as reason
    from journal where school_id = ${school} and subject in (${subjects})
    order by entry->>'at', subject desc, seq limit 500
  `.execute(db)
  return rows
}
