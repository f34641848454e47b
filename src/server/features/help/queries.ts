import { type SqlBool, sql } from 'kysely'
import { type FigureStanding, STANDINGS } from '../../../domain/figures/parts.ts'
import { HELP_WAYS, HELP_WISHES, type HelpRecord } from '../../../domain/help/record.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { Db, Tx } from '../../db/database.ts'
import type { Key } from '../../db/key.ts'
import { readHelpContents } from '../../db/stored.ts'
import { STANDING } from '../figures/queries.ts'
import { oneOf } from '../posts/queries.ts'
import type { RosterScope } from '../students/roster-list.ts'

type Row = {
  readonly schoolId: string
  readonly id: string
  readonly studentId: string
  readonly writerId: string
  readonly spokeOn: string
  readonly spokeBy: string
  readonly wishFor: string | null
  readonly offered: string
  readonly nextStep: string
  readonly nextOn: string | null
  readonly version: number
  readonly earlier: unknown
}
const parse = <R extends Row>({ spokeBy, wishFor, earlier, ...row }: R) => ({
  ...row,
  spokeBy: oneOf(HELP_WAYS, spokeBy),
  wishFor: wishFor === null ? null : oneOf(HELP_WISHES, wishFor),
  earlier: readHelpContents(earlier),
})
const COLUMNS = [
  'h.schoolId',
  'h.id',
  'h.studentId',
  'h.writerId',
  'h.spokeOn',
  'h.spokeBy',
  'h.wishFor',
  'h.offered',
  'h.nextStep',
  'h.nextOn',
  'h.version',
  'h.earlier',
] as const

/** As many of a student's as their page shows: the latest. */
const MOST_SHOWN = 100

/** A student within the reader's scope, as the pages name them; whoever is outside does not exist. */
export async function findHelped(db: Db, { school, college }: RosterScope, id: string) {
  const { rows } = await sql<{
    name: string
    studentNumber: string
    college: string
    major: string
    className: string
    standing: FigureStanding
  }>`
    select st.name, st.student_number, c.name as college, st.major_name as major, st.class_name, ${STANDING} as standing
    from figure_rows f
    join students st on st.school_id = f.school_id and st.id = f.student_id
    join colleges c on c.school_id = f.school_id and c.id = f.college_id
    left join codes k on k.kind = 'destination' and k.code = f.category
    where f.school_id = ${school} and f.student_id = ${id}
      and ${college === null ? sql<SqlBool>`true` : sql<SqlBool>`f.college_id = ${college}`}`.execute(db)
  if (!rows[0]) throw new Refusal('not-found')
  const { className, standing, ...student } = rows[0]
  return { id, student, className, standing: oneOf(STANDINGS, standing) }
}

/** What each contact with a student came to, the latest first. */
export async function listRecords(db: Db, { school, id }: Key) {
  const rows = await db
    .selectFrom('helpRecords as h')
    .leftJoin('users as u', 'u.id', 'h.writerId')
    .where('h.schoolId', '=', school)
    .where('h.studentId', '=', id)
    .select(COLUMNS)
    .select(['h.writtenAt', 'u.name as writer'])
    .orderBy('h.spokeOn', 'desc')
    .orderBy('h.id', 'desc')
    .limit(MOST_SHOWN)
    .execute()
  return rows.map(parse)
}

/** A record within the scope of whoever acts, held until this transaction ends. */
export async function lockRecord(tx: Tx, { school, id }: Key, college: string | null): Promise<HelpRecord> {
  const found = await tx
    .selectFrom('helpRecords as h')
    .innerJoin('students as st', (on) =>
      on.onRef('st.schoolId', '=', 'h.schoolId').onRef('st.id', '=', 'h.studentId'),
    )
    .where('h.schoolId', '=', school)
    .where('h.id', '=', id)
    .$if(college !== null, (of) => of.where('st.collegeId', '=', college))
    .select(COLUMNS)
    .forUpdate('h')
    .executeTakeFirst()
  if (!found) throw new Refusal('not-found')
  return parse(found)
}

/** A record comes into being, or says something else. The caller journals it. */
export const saveRecord = (tx: Tx, { earlier, ...record }: HelpRecord, at: Date) =>
  tx
    .insertInto('helpRecords')
    .values({ ...record, earlier: JSON.stringify(earlier), writtenAt: at })
    .onConflict((same) =>
      same.columns(['schoolId', 'id']).doUpdateSet((to) => ({
        spokeOn: to.ref('excluded.spokeOn'),
        spokeBy: to.ref('excluded.spokeBy'),
        wishFor: to.ref('excluded.wishFor'),
        offered: to.ref('excluded.offered'),
        nextStep: to.ref('excluded.nextStep'),
        nextOn: to.ref('excluded.nextOn'),
        version: to.ref('excluded.version'),
        earlier: to.ref('excluded.earlier'),
      })),
    )
    .execute()
