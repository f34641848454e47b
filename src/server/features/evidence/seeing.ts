import { sql } from 'kysely'
import { Refusal } from '../../../domain/refusal.ts'
import type { Db } from '../../db/database.ts'
import type { Person } from '../accounts/sessions.ts'
import type { Key } from '../invitations/queries.ts'

/**
 * Reads take the person. An unused file is its uploader's alone; one that a case has is the student's, staff's in whose
 * scope the student is, and for a dissolution the employer's of an online agreement; one set aside is staff's and its
 * uploader's.
 */
export async function findEvidence(db: Db, { school, id }: Key, person: Person) {
  const { userId, studentId, collegeId } = person
  const { rows } = await sql<{ name: string; mediaType: string; size: number }>`
    select e.name, e.media_type, e.size
    from evidence e
    left join lateral (
      select a.student_id, a.college_id, null::uuid as employer_id from agreements a
        where e.subject like 'agreement:%' and a.school_id = e.school_id and a.id = split_part(e.subject, ':', 2)::uuid
      union all
      select t.student_id, t.college_id, null from destinations t
        where e.subject like 'destination:%' and t.school_id = e.school_id and t.id = split_part(e.subject, ':', 2)::uuid
      union all
      select d.student_id, d.college_id, case when a.kind = 'online' then a.employer_id end from dissolutions d
        join agreements a on a.school_id = d.school_id and a.id = d.agreement_id
        where e.subject like 'dissolution:%' and d.school_id = e.school_id and d.id = split_part(e.subject, ':', 2)::uuid
    ) c on true
    where e.school_id = ${school} and e.id = ${id} and e.state = 'ready' and (
      (e.uploaded_by = ${userId} and (e.subject is null or e.superseded_at is not null))
      or (${person.portal === 'school'} and (c.college_id = ${collegeId} or (c.college_id is not null and ${collegeId}::text is null)))
      or (e.superseded_at is null and (c.student_id = ${studentId} or c.employer_id = ${person.employer?.id ?? null}))
    )
  `.execute(db)
  if (!rows[0]) throw new Refusal('not-found')
  return rows[0]
}
