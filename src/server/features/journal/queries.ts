import { type RawBuilder, sql } from 'kysely'
import type { EventName } from '../../../domain/event.ts'
import type { SealMark } from '../../../domain/seal/seal.ts'
import type { ActSigned, SigningMethod } from '../../../domain/signing/bound.ts'
import { markOf } from '../../../domain/signing/drawing.ts'
import type { Db } from '../../db/database.ts'
import { type Paging, readPage } from '../../db/page.ts'
import { sealMarked } from '../seals/queries.ts'
import { drawingOf } from '../signing/drawings.ts'

export type RosterLine = {
  readonly id: string
  readonly at: string
  readonly action: EventName
  readonly actorName: string
  readonly actorRole: string
  readonly reason: string | null
  readonly from: string | null
  readonly to: string | null
  readonly data: unknown
}

/** The acts on these subjects, oldest first, in the words the journal keeps; of very many the newest. */
async function listActs(db: Db, school: string, subjects: RawBuilder<string>) {
  const { rows } = await sql<{
    at: string
    action: EventName
    actorName: string
    actorRole: string
    reason: string | null
    method: SigningMethod | null
    fingerprint: string
    drawingKind: string | null
    strokes: unknown
    name: string | null
    seal: SealMark | null
  }>`
    select entry->>'at' as at, entry->>'action' as action, entry->'actor'->>'name' as actor_name,
      entry->'actor'->>'role' as actor_role, entry->>'reason' as reason,
      entry->'data'->>'method' as method, entry->'data'->>'fingerprint' as fingerprint,
      d.kind as drawing_kind, d.strokes, d.name, ${sealMarked(sql`g.seal_id`)} as seal
    from journal j
    left join signatures g on g.id = (entry->'data'->>'signature')::uuid
    left join drawings d on d.id = g.drawing_id and d.removed_at is null
    where j.school_id = ${school} and j.subject in (${subjects})
    order by entry->>'at' desc, j.subject, seq desc limit 500
  `.execute(db)
  return rows.reverse().map(({ method, fingerprint, drawingKind, strokes, name, seal, ...act }) => {
    const drawing = drawingKind === null ? null : markOf(drawingOf({ strokes, name }))
    const signed: ActSigned | null = method && { method, fingerprint, drawing, ...(seal && { seal }) }
    return { ...act, signed }
  })
}

/** Of which case. */
export type Of = { readonly agreement: OfAgreement } | { readonly subject: string }

type OfAgreement = { readonly id: string; readonly invitationId: string | null }

/** The chains that tell of an agreement: its own, that of the invitation before it, and of its dissolutions. */
const subjectsOf = (school: string, { id, invitationId }: OfAgreement) => {
  const own = [`agreement:${id}`, ...(invitationId ? [`invitation:${invitationId}`] : [])]
  return sql<string>`select unnest(${own}::text[])
    union all select 'dissolution:' || id from dissolutions where school_id = ${school} and agreement_id = ${id}`
}

/** An agreement's acts with the invitation before it and its dissolutions; or one case's. */
export function listTimeline(db: Db, school: string, of: Of) {
  if ('subject' in of) return listActs(db, school, sql`select ${of.subject}`)
  return listActs(db, school, subjectsOf(school, of.agreement))
}

export type KeptLine = {
  readonly subject: string
  readonly seq: number
  readonly entry: Entry
  readonly hash: Buffer
}
/** What a line says, as it is hashed; older ones say in themselves from where somebody acted. */
export type Entry = {
  readonly at: string
  readonly action: string
  readonly actor: { readonly name: string; readonly role: string; readonly ip?: string }
  readonly reason: string | null
  readonly from: string | null
  readonly to: string | null
  readonly data?: Readonly<Record<string, unknown>>
}

/** All lines of an agreement's chains, or of one case's, as they are kept, chain by chain. */
export async function listLinesOf(db: Db, school: string, of: Of): Promise<KeptLine[]> {
  const subjects = 'subject' in of ? sql<string>`select ${of.subject}` : subjectsOf(school, of.agreement)
  const { rows } = await sql<KeptLine>`
    select subject, seq, entry, hash from journal
    where school_id = ${school} and subject in (${subjects}) order by subject, seq`.execute(db)
  return rows
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

/**
 * A page of what happened to a student's row of the roster, the newest first: what was done to the student, what a correction
 * has changed, and who has had numbers shown. `granted`: the statuses of a correction whose changes are on the roster.
 */
export function listRosterLines(
  db: Db,
  { school, studentId }: { readonly school: string; readonly studentId: string },
  granted: readonly string[],
  paging: Paging,
) {
  // Two parts, each by its key: an `or` would walk through all lines of the school.
  const lines = sql`
    from (
      select * from journal where school_id = ${school} and subject = 'student:' || ${studentId}::text
      union all
      select j.* from corrections k join journal j on j.school_id = ${school} and j.subject = 'correction:' || k.id
      where k.school_id = ${school} and k.student_id = ${studentId}
        and (entry->>'to' = any(${granted}::text[]) or entry->>'action' = ${'correction.unmask' satisfies EventName})
    ) line`
  return readPage(
    paging,
    async ({ limit, offset }) => {
      const { rows } = await sql<RosterLine>`
        select subject || ' ' || seq as id, entry->>'at' as at, entry->>'action' as action, entry->'actor'->>'name' as actor_name,
          entry->'actor'->>'role' as actor_role, entry->>'reason' as reason, entry->>'from' as "from", entry->>'to' as "to",
          entry->'data' as data
        ${lines} order by entry->>'at' desc, subject, seq desc limit ${limit} offset ${offset}
      `.execute(db)
      return rows
    },
    async () => {
      const { rows } = await sql<{ total: number }>`select count(*) as total ${lines}`.execute(db)
      return rows[0]!
    },
  )
}
