import { sql } from 'kysely'
import type { Major } from '../../../contracts/majors.ts'
import type { ListedMajor } from '../../../domain/major/listed.ts'
import type { KnownMajor } from '../../../domain/major/told.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { Db, Tx } from '../../db/database.ts'
import { type Paging, readPage } from '../../db/page.ts'
import { contains, numberBeginsWith } from '../../db/search-pattern.ts'

export type MajorKey = { readonly school: string; readonly code: string }
/** As a school says it, its colleges by their ids. */
export type MajorSaid = Pick<Major, 'name' | 'educationLevel' | 'inUse'> & {
  readonly colleges: readonly string[]
}

const SHOWN = ['m.code', 'm.name', 'm.educationLevel', 'm.inUse', 'm.version'] as const
type Row = Omit<Major, 'colleges' | 'students'>

/** The colleges and students of all of these, each in one statement. */
async function withWhose(db: Db, school: string, rows: readonly Row[]): Promise<Major[]> {
  if (rows.length === 0) return []
  const codes = rows.map(({ code }) => code)
  const [taught, counted] = await Promise.all([
    db
      .selectFrom('majorColleges as t')
      .innerJoin('colleges as c', (on) =>
        on.onRef('c.schoolId', '=', 't.schoolId').onRef('c.id', '=', 't.collegeId'),
      )
      .where('t.schoolId', '=', school)
      .where('t.code', 'in', codes)
      .select(['t.code', 'c.id', 'c.name'])
      .orderBy('c.id')
      .execute(),
    db
      .selectFrom('students')
      .where('schoolId', '=', school)
      .where('majorCode', 'in', codes)
      .where('onRoster', '=', true)
      .select((of) => ['majorCode as code', of.fn.countAll<number>().as('students')])
      .groupBy('majorCode')
      .execute(),
  ])
  const colleges = Map.groupBy(taught, ({ code }) => code)
  const students = new Map(counted.map((one) => [one.code, one.students]))
  return rows.map((row) => ({
    ...row,
    colleges: (colleges.get(row.code) ?? []).map(({ id, name }) => ({ id, name })),
    students: students.get(row.code) ?? 0,
  }))
}

export type MajorFilter = Paging & {
  readonly q?: string
  readonly college?: string | undefined
  readonly use?: 'in-use' | 'stopped' | undefined
}

/** By their codes, as far as the filter goes. */
export async function listMajors(db: Db, school: string, { q, college, use, ...paging }: MajorFilter) {
  const query = db
    .selectFrom('majors as m')
    .where('m.schoolId', '=', school)
    .$if(use !== undefined, (of) => of.where('m.inUse', '=', use === 'in-use'))
    .$if(Boolean(college), (of) =>
      of.where(({ exists, selectFrom }) =>
        exists(
          selectFrom('majorColleges as t')
            .where('t.schoolId', '=', school)
            .whereRef('t.code', '=', 'm.code')
            .where('t.collegeId', '=', college!)
            .select('t.code'),
        ),
      ),
    )
    .$if(Boolean(q), (of) =>
      of.where((or) =>
        or.or([
          or(sql`lower(m.code)`, 'like', numberBeginsWith(q!)),
          or(sql`lower(m.name)`, 'like', contains(q!)),
        ]),
      ),
    )
  const { rows, ...page } = await readPage(
    paging,
    ({ limit, offset }) => query.select(SHOWN).orderBy('m.code').limit(limit).offset(offset).execute(),
    () => query.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow(),
  )
  return { items: await withWhose(db, school, rows), ...page }
}

export const listOffered = (db: Db, school: string) =>
  db
    .selectFrom('majors')
    .where('schoolId', '=', school)
    .where('inUse', '=', true)
    .select(['code', 'name', 'educationLevel'])
    .orderBy('code')
    .execute()

/** Those of these codes that the school's list has. */
export async function findKnownMajors(
  db: Db,
  school: string,
  codes: readonly string[],
): Promise<KnownMajor[]> {
  if (codes.length === 0) return []
  return db
    .selectFrom('majors')
    .where('schoolId', '=', school)
    .where(sql<boolean>`code = any(${codes}::text[])`)
    .select(['code', 'name', 'inUse'])
    .execute()
}

/** The names in the list: all of the school, or what this college teaches. */
export async function listMajorNames(db: Db, school: string, college: string | null): Promise<string[]> {
  const rows = await db
    .selectFrom('majors as m')
    .where('m.schoolId', '=', school)
    .where('m.inUse', '=', true)
    .$if(college !== null, (of) =>
      of
        .innerJoin('majorColleges as t', (on) =>
          on.onRef('t.schoolId', '=', 'm.schoolId').onRef('t.code', '=', 'm.code'),
        )
        .where('t.collegeId', '=', college!),
    )
    .select('m.name')
    .distinct()
    .execute()
  return rows.map(({ name }) => name)
}

export async function findMajor(db: Db, { school, code }: MajorKey): Promise<Major> {
  const rows = await db
    .selectFrom('majors as m')
    .where('m.schoolId', '=', school)
    .where('m.code', '=', code)
    .select(SHOWN)
    .execute()
  const [found] = await withWhose(db, school, rows)
  if (!found) throw new Refusal('not-found')
  return found
}

/** The same, until this transaction ends nobody else's to change. */
export async function lockMajor(tx: Tx, key: MajorKey): Promise<Major> {
  await tx
    .selectFrom('majors')
    .where('schoolId', '=', key.school)
    .where('code', '=', key.code)
    .select('code')
    .forNoKeyUpdate()
    .execute()
  return findMajor(tx, key)
}

const saveColleges = async (tx: Tx, { school, code }: MajorKey, colleges: readonly string[]) => {
  await tx.deleteFrom('majorColleges').where('schoolId', '=', school).where('code', '=', code).execute()
  if (colleges.length === 0) return
  await tx
    .insertInto('majorColleges')
    .values([...new Set(colleges)].map((collegeId) => ({ schoolId: school, code, collegeId })))
    .execute()
}

/** A code that the school has already is refused by the database. */
export async function addMajor(tx: Tx, key: MajorKey, { colleges, ...said }: MajorSaid): Promise<void> {
  await tx
    .insertInto('majors')
    .values({ schoolId: key.school, code: key.code, ...said })
    .execute()
  await saveColleges(tx, key, colleges)
}

export async function saveMajor(tx: Tx, key: MajorKey, { colleges, ...said }: MajorSaid): Promise<void> {
  await tx
    .updateTable('majors')
    .set({ ...said, version: sql`version + 1` })
    .where('schoolId', '=', key.school)
    .where('code', '=', key.code)
    .execute()
  await saveColleges(tx, key, colleges)
}

/** A major with its colleges' ids, and which version of it that is. */
export type KeptMajor = ListedMajor & { readonly version: number }

/** All of the school, or those of these codes, by their codes. */
export async function listKept(db: Db, school: string, codes?: readonly string[]): Promise<KeptMajor[]> {
  const ofSchool = sql`m.school_id = ${school}`
  const which = codes ? sql`${ofSchool} and m.code = any(${codes}::text[])` : ofSchool
  const { rows } = await sql<KeptMajor>`
    select m.code, m.name, m.education_level, m.in_use, m.version, array(
      select t.college_id from major_colleges t where t.school_id = ${school} and t.code = m.code order by 1) as colleges
    from majors m where ${which} order by m.code`.execute(db)
  return rows
}

/** The same, until this transaction ends nobody else's to change; everybody locks them in one order. */
export async function lockKept(tx: Tx, school: string, codes: readonly string[]): Promise<KeptMajor[]> {
  await tx
    .selectFrom('majors')
    .where('schoolId', '=', school)
    .where(sql<boolean>`code = any(${codes}::text[])`)
    .select('code')
    .orderBy('code')
    .forNoKeyUpdate()
    .execute()
  return listKept(tx, school, codes)
}

const asRows = (majors: readonly ListedMajor[]) => sql`
  jsonb_to_recordset(${JSON.stringify(majors)}::jsonb)
    as r (code text, name text, "educationLevel" text, "inUse" boolean, colleges jsonb)`

/** Of a code that somebody else has added meanwhile none is written: the database refuses it. */
export async function saveAll(
  tx: Tx,
  school: string,
  { added, changed }: { readonly added: readonly ListedMajor[]; readonly changed: readonly ListedMajor[] },
): Promise<void> {
  await sql`
    update majors m set name = r.name, education_level = r."educationLevel", in_use = r."inUse", version = m.version + 1
    from ${asRows(changed)} where m.school_id = ${school} and m.code = r.code`.execute(tx)
  await sql`
    insert into majors (school_id, code, name, education_level, in_use)
    select ${school}, r.code, r.name, r."educationLevel", r."inUse" from ${asRows(added)} order by r.code`.execute(
    tx,
  )
  await sql`
    delete from major_colleges where school_id = ${school}
    and code = any(${changed.map(({ code }) => code)}::text[])`.execute(tx)
  await sql`
    insert into major_colleges (school_id, code, college_id)
    select distinct ${school}, r.code, college
    from ${asRows([...added, ...changed])}, jsonb_array_elements_text(r.colleges) as college`.execute(tx)
}
