import { type SqlBool, sql } from 'kysely'
import type { TransferCandidate } from '../../../contracts/transfers.ts'
import type { StudentSnapshot } from '../../../domain/snapshot.ts'
import type { TransferKind } from '../../../domain/transfer/life.ts'
import { type FileReceiver, warningsOfKind } from '../../../domain/transfer/receiver.ts'
import { filledFrom } from '../../../domain/transfer/source.ts'
import type { Db, Tx } from '../../db/database.ts'
import { type AskedOfRows, pageByNumber } from '../figures/rows.ts'
import { yearMeant } from '../help/list.ts'
import { listColleges } from '../schools/queries.ts'
import type { RosterScope } from '../students/roster-list.ts'
import { PLACED, saidBy, selectPlaced } from './placed.ts'
import { noneStands } from './queries.ts'

/** Graduates of a year whose place is held by what is certified or registered, or those who are named. */
export type Whom = {
  readonly kind: TransferKind
  readonly year: number
  readonly college?: string | undefined
  readonly students?: readonly string[] | undefined
}

/** Whom a batch is made for, of whom no record of that kind stands: `from figure_rows f where …`. */
function meantBy({ school, college: scope }: RosterScope, { kind, year, college, students }: Whom) {
  const who = students
    ? sql`f.student_id = any(${[...students]}::uuid[])`
    : sql`f.graduation_year = ${year} and exists (select from placements p
        left join agreements a on a.school_id = ${school} and a.id = p.agreement_id
        left join destinations d on d.school_id = ${school} and d.id = p.destination_id
        where p.school_id = ${school} and p.student_id = f.student_id
          and coalesce(a.effective_at, d.registered_at) is not null)`
  const within = [scope, college].filter(Boolean).map((one) => sql<SqlBool>`f.college_id = ${one}`)
  return sql`from figure_rows f where ${sql.join(
    [sql`f.school_id = ${school}`, who, noneStands(school, kind, 'f'), ...within],
    sql` and `,
  )}`
}

/** A page of them by their numbers, with what is to be looked at. */
export async function listCandidates(
  db: Db,
  scope: RosterScope,
  {
    year: asked,
    page,
    pageSize,
    after,
    before,
    ...whom
  }: Omit<Whom, 'year'> & { year?: number | undefined } & AskedOfRows,
  at: Date,
) {
  const [{ years, year }, colleges] = await Promise.all([
    yearMeant(db, scope.school, asked, at),
    listColleges(db, scope.school, scope.college),
  ])
  const meant = { school: scope.school, behind: meantBy(scope, { ...whom, year }) }
  const found = await pageByNumber(db, meant, { page, pageSize, after, before }, (ids) =>
    showByIds(db, scope.school, whom.kind, ids),
  )
  return { ...found, year, years, colleges: colleges.map(({ id, name }) => ({ id, name })) }
}

const STUDENT = [
  'st.id',
  'st.name',
  'st.studentNumber',
  'c.name as college',
  'st.majorName as major',
] as const
const byIds = (db: Db, school: string, ids: readonly string[]) =>
  selectPlaced(db, school)
    .where(sql<SqlBool>`st.id = any(${[...ids]}::uuid[])`)
    .select(STUDENT)
    .select('st.collegeId')
    .select(PLACED)
    .orderBy('st.studentNumber')

async function showByIds(
  db: Db,
  school: string,
  kind: TransferKind,
  ids: readonly string[],
): Promise<TransferCandidate[]> {
  const rows = await byIds(db, school, ids).execute()
  return rows.map(({ id, name, studentNumber, college, major, nature, ...placed }) => {
    const said = saidBy(kind, placed)
    return {
      id,
      student: { name, studentNumber, college, major },
      holder: placed.holder,
      ...filledFrom(kind, said),
      warnings: warningsOfKind(kind, { student: name, file: said, nature }),
    }
  })
}

/** For whom a record is made, held against another who makes one at the same time. */
export type Candidate = {
  readonly studentId: string
  readonly collegeId: string
  readonly snapshot: StudentSnapshot
  readonly source: FileReceiver | null
  /** How many tries there were before. */
  readonly tries: number
}

/** Those whom a batch is for, at most so many and by their numbers, held; with how many there are. */
export async function lockCandidates(
  tx: Tx,
  scope: RosterScope,
  whom: Whom,
  most: number,
): Promise<Candidate[]> {
  const { school } = scope
  const { rows: meant } = await sql<{ id: string }>`
    select f.student_id as id ${meantBy(scope, whom)} order by f.student_number limit ${most}`.execute(tx)
  const ids = meant.map(({ id }) => id)
  const tries = sql<number>`(select count(*) from transfers t where t.school_id = ${school} and t.student_id = st.id
    and t.kind = ${whom.kind})`
  const rows = await byIds(tx, school, ids)
    .select(tries.as('tries'))
    .where(noneStands(school, whom.kind, 'st'))
    .forNoKeyUpdate('st')
    .execute()
  return rows.map(({ id, collegeId, name, studentNumber, college, major, tries, nature: _, ...placed }) => ({
    studentId: id,
    collegeId,
    snapshot: { name, studentNumber, college, major },
    source: saidBy(whom.kind, placed),
    tries,
  }))
}
