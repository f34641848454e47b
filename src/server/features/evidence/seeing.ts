import { type RawBuilder, sql } from 'kysely'
import { CASE_KINDS, type SubjectKind } from '../../../domain/case.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { CASES } from '../../cases/all.ts'
import type { Db } from '../../db/database.ts'
import type { Key } from '../../db/key.ts'
import type { Person } from '../../http/person.ts'
import type { FoundFile } from './showing.ts'

/** Who sees the case that a file `e` of this school is with, by its kind. */
const scopesIn = (school: string) => {
  const id = sql<string>`split_part(e.subject, ':', 2)::uuid`
  const parts = CASE_KINDS.flatMap((kind): RawBuilder<unknown>[] => {
    const scope = CASES[kind].evidenceScope?.(sql`${school}`, id)
    return scope ? [sql`select s.* from (${scope}) s where e.subject like ${`${kind}:%`}`] : []
  })
  // Of no student and no college: the employer's, and the school's own staff's.
  const admission = 'admission' satisfies SubjectKind
  parts.push(sql`select null::uuid as student_id, '{}'::text[] as read_by, ${id} as employer_id
    where e.subject like ${`${admission}:%`}`)
  // Of the school alone: what it says on its public site, and prepares to say.
  for (const kind of ['announcement', 'site'])
    parts.push(sql`select null::uuid as student_id, '{}'::text[] as read_by, null::uuid as employer_id
      where e.subject like ${`${kind}:%`}`)
  // Of a student's résumés, and nobody else's by this way: an employer is shown them by the résumé's own.
  parts.push(sql`select ${id} as student_id, null::text[] as read_by, null::uuid as employer_id
    where e.subject like 'resume:%'`)
  return sql.join(parts, sql` union all `)
}

/**
 * Reads take the person. An unused file is its uploader's alone; one that a case has is the student's, staff's in whose
 * scope the student is, and, where the case says so, the employer's; one set aside is staff's and its uploader's.
 */
export async function findEvidence(db: Db, { school, id }: Key, person: Person): Promise<FoundFile> {
  const { userId, studentId, collegeId } = person
  const { rows } = await sql<Omit<FoundFile, 'size' | 'isStaff'> & { size: string }>`
    select e.school_id as school, e.id, e.name, e.media_type, e.size, e.sha256, e.subject, e.view_size, e.small_size,
      e.uploaded_by = ${userId} as is_uploader, o.opened_at
    from evidence e
    left join evidence_openings o on o.school_id = ${school} and o.evidence_id = e.id and o.user_id = ${userId}
    left join lateral (${scopesIn(school)}) c on true
    where e.school_id = ${school} and e.id = ${id} and e.state = 'ready' and (
      (e.uploaded_by = ${userId} and (e.subject is null or e.superseded_at is not null))
      or (${person.portal === 'school'} and (${collegeId} = any(c.read_by) or (c.read_by is not null and ${collegeId}::text is null)))
      or (e.superseded_at is null and (c.student_id = ${studentId} or c.employer_id = ${person.employer?.id ?? null}))
    )
  `.execute(db)
  if (!rows[0]) throw new Refusal('not-found')
  return { ...rows[0], size: Number(rows[0].size), isStaff: person.portal === 'school' }
}
