import { type RawBuilder, sql } from 'kysely'
import type { ArchiveFilter, ArchivePart, Span } from '../../../contracts/evidence-archives.ts'
import type { DocumentKind } from '../../../domain/document/kind.ts'
import {
  type Archived,
  documentsOf,
  PART_OF_ARCHIVE,
  SETTLED,
} from '../../../domain/evidence-archive/archive.ts'
import type { Db } from '../../db/database.ts'
import { statusIn } from '../../db/status-in.ts'
import { withinColleges } from '../reviews/queue.ts'

/** Whose cases: of a school, of these students by their numbers; a college reviewer's scope cannot be left. */
export type Chosen = {
  readonly school: string
  readonly filter: ArchiveFilter
  /** The college whose reviewer reads; null for who reads all of the school's. */
  readonly reader: string | null
  /** Null for all. */
  readonly span: Span | null
}

const TABLE = { agreement: 'agreements', destination: 'destinations', dissolution: 'dissolutions' } as const
/** By which number a case is known outside. */
const NUMBER: Readonly<Record<Archived, RawBuilder<string>>> = {
  agreement: sql`c.number`,
  destination: sql`''`,
  dissolution: sql`(select a.number from agreements a where a.school_id = c.school_id and a.id = c.agreement_id)`,
}

/** The cases `c` with their students `st`, and what is joined beside. */
const casesOf = (
  { school, filter: { kind, which, college, year }, reader, span }: Chosen,
  beside: RawBuilder<unknown> = sql``,
) => sql`
  ${sql.table(TABLE[kind])} c join students st on st.school_id = ${school} and st.id = c.student_id ${beside}
  where c.school_id = ${school} and ${withinColleges('c', { college, reader: reader ?? undefined })}
    and ${which === 'settled' ? statusIn('c.status', SETTLED[kind]) : sql`true`}
    and ${year === undefined ? sql`true` : sql`st.graduation_year = ${year}`}
    and ${span ? sql`st.student_number between ${span.from} and ${span.to}` : sql`true`}`

/** The files `f` of a case `c`: what was uploaded and counts, and the newest of each kind that was sealed. A case without any stays. */
const files = (school: string, kind: Archived) => sql`
  left join lateral (
    select e.id::text as file, null as document, e.name, e.media_type, e.size, e.sha256, 1 as rank, e.position
    from evidence e where e.school_id = ${school} and e.subject = ${`${kind}:`}::text || c.id
      and e.superseded_at is null and e.state = 'ready'
    union all
    select * from (
      select distinct on (kind) file::text, kind, '', 'application/pdf' as media_type, size::bigint, sha256, 0, 0
      from documents where school_id = ${school} and subject_id = c.id and kind = any(${documentsOf(kind)}::text[])
        and sealed_at is not null and removed_at is null order by kind, version desc) sealed
  ) f on true`

/**
 * The parts of an archive, in the order of student numbers: each begins where the one before is full. A student's files are never in
 * two, so that one who has more than a part's measure is a part of their own.
 */
export async function weigh(db: Db, chosen: Chosen): Promise<ArchivePart[]> {
  const most = PART_OF_ARCHIVE
  const { rows } = await sql<Span & Record<Exclude<keyof ArchivePart, keyof Span>, unknown>>`
    select min(number) as "from", max(number) as "to", count(*) as students, sum(cases) as cases, sum(files) as files,
      sum(bytes) as bytes
    from (
      select *, div(sum(bytes) over so_far - bytes, ${most.bytes}::numeric) + div(sum(files) over so_far - files, ${most.files}::numeric) as part
      from (
        select st.student_number as number, count(distinct c.id) as cases, count(f.file) as files,
          coalesce(sum(f.size), 0) as bytes
        from ${casesOf(chosen, files(chosen.school, chosen.filter.kind))}
        group by 1) student
      window so_far as (order by number)) placed
    group by part order by part`.execute(db)
  return rows.map(({ from, to, students, cases, files: many, bytes }) => ({
    ...{ from, to },
    ...{ students: Number(students), cases: Number(cases), files: Number(many), bytes: Number(bytes) },
  }))
}

/** Of whom a part has files. */
export async function listStudentIds(db: Db, chosen: Chosen): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct st.id from ${casesOf(chosen, files(chosen.school, chosen.filter.kind))} and f.file is not null`.execute(
    db,
  )
  return rows.map(({ id }) => id)
}

/** A file of a case, or a case without any (`file` null), with whose it is. */
export type ArchiveItem = {
  readonly caseId: string
  readonly caseNumber: string
  readonly number: string
  readonly name: string
  readonly college: string
  readonly major: string
  readonly className: string
  readonly year: number
  /** The id of what was uploaded, or where what was sealed is kept; `document` says which kind that is. */
  readonly file: string | null
  readonly document: DocumentKind | null
  readonly uploadedAs: string
  readonly mediaType: string
  readonly size: number
  readonly sha256: string
}

const CASES_AT_ONCE = 200

/** All of a part by student number and case, some at a time, so that few are in memory. */
export async function* listItems(db: Db, chosen: Chosen): AsyncGenerator<ArchiveItem> {
  const { school, filter } = chosen
  for (let after: readonly [number: string, id: string] | null = null; ; ) {
    const { rows }: { rows: (Omit<ArchiveItem, 'size'> & { size: unknown })[] } = await sql<
      Omit<ArchiveItem, 'size'> & { size: unknown }
    >`
      with page as (
        select c.*, st.student_number, st.name as student, st.major_name, st.class_name, st.graduation_year
        from ${casesOf(chosen)} and ${after ? sql`(st.student_number, c.id) > (${after[0]}, ${after[1]}::uuid)` : sql`true`}
        order by st.student_number, c.id limit ${CASES_AT_ONCE})
      select c.id as case_id, coalesce(${NUMBER[filter.kind]}, '') as case_number, c.student_number as number, c.student as name,
        college.name as college, c.major_name as major, c.class_name, c.graduation_year as year, f.file, f.document,
        coalesce(f.name, '') as uploaded_as, coalesce(f.media_type, '') as media_type, coalesce(f.size, 0) as size,
        coalesce(f.sha256, '') as sha256
      from page c join colleges college on college.school_id = ${school} and college.id = c.college_id
      ${files(school, filter.kind)}
      order by c.student_number, c.id, f.rank, f.position, f.file`.execute(db)
    for (const { size, ...item } of rows) yield { ...item, size: Number(size) }
    const last = rows.at(-1)
    if (!last) return
    after = [last.number, last.caseId]
  }
}
