import { sql } from 'kysely'
import { subjectOf } from '../../../domain/case.ts'
import { DOCUMENT_KINDS, DOCUMENT_SUBJECT, type DocumentKind } from '../../../domain/document/kind.ts'
import type { Db, Tx } from '../../db/database.ts'
import { CLOCK, record } from '../../db/journal.ts'
import { isAtRest } from '../../db/student-at-rest.ts'

export type OfYears = { readonly school: string; readonly lastYear: number }

/** The sealed and ordered documents `d` of these students, `students` being a set of ids. */
const areOf = (school: string, students: ReturnType<typeof sql>) => sql<boolean>`
  d.school_id = ${school} and d.kind = any(${[...DOCUMENT_KINDS]}::text[]) and d.subject_id in (
    select id from agreements where school_id = ${school} and student_id in (${students})
    union all select id from dissolutions where school_id = ${school} and student_id in (${students})
    union all select id from destinations where school_id = ${school} and student_id in (${students})
    union all select id from recommendations where school_id = ${school} and student_id in (${students}))`

/** Students of these years whose account is closed, of whom nothing runs, and of whom some document says something and none waits. */
const gone = ({ school, lastYear }: OfYears) => sql`
  from students st
  where st.school_id = ${school} and st.graduation_year <= ${lastYear} and ${isAtRest(school)}
    and not exists (select from users u where u.school_id = st.school_id and u.student_id = st.id and u.disabled_at is null)
    and (select count(*) filter (where d.removed_at is null) > 0 and bool_and(d.sealed_at is not null)
      from documents d where ${areOf(school, sql`st.id`)})`

export async function countKept(db: Db, of: OfYears): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n ${gone(of)}`.execute(db)
  return rows[0]!.n
}

/**
 * Some of these students, held: all that was sealed of them says nothing any more. The rows stay with the SHA-256 by which a
 * file is known again, and each chain of the journal names what went. It is out of every reader's reach at once; files go by the
 * sweep (`removal.ts`). Of a student all together, so that no package of evidence lacks a part.
 */
export async function letGoOfDocuments(
  tx: Tx,
  { at, ...of }: OfYears & { readonly at: Date },
  most: number,
): Promise<string[]> {
  const { school } = of
  const held = await sql<{ id: string }>`
    select st.id ${gone(of)} order by st.id limit ${most} for update of st skip locked`.execute(tx)
  const students = held.rows.map(({ id }) => id)
  if (students.length === 0) return students
  const { rows } = await sql<{ kind: DocumentKind; id: string; sha256: string }>`
    update documents d set content = null, removed_at = ${at}
    where ${areOf(school, sql`select unnest(${students}::uuid[])`)} and d.removed_at is null
    returning d.kind, d.subject_id as id, d.sha256`.execute(tx)
  const bySubject = Map.groupBy(rows, ({ kind, id }) => subjectOf({ kind: DOCUMENT_SUBJECT[kind], id }))
  await record(
    tx,
    [...bySubject].map(([subject, documents]) => ({
      school,
      subject,
      action: `${DOCUMENT_SUBJECT[documents[0]!.kind]}.remove-documents`,
      at,
      actor: CLOCK,
      from: null,
      to: null,
      reason: null,
      data: { sha256: documents.map(({ sha256 }) => sha256).join(' ') },
    })),
  )
  return students
}
