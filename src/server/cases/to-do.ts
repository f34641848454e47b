import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import type { employerWorkbench } from '../../contracts/employers.ts'
import type { studentHome, ToDo } from '../../contracts/students.ts'
import type { Db } from '../db/database.ts'
import { CASES } from './all.ts'
import type { OfEmployer, OfStudent, ToDoRow } from './record.ts'

type Row<R> = R extends (of: never) => RawBuilder<infer Counts> ? Counts : never
type All<T> = (T extends unknown ? (of: T) => void : never) extends (of: infer Whole) => void ? Whole : never
type Records = (typeof CASES)[keyof typeof CASES]

/** What every kind of case counts, as one row. */
async function counted<Counts>(db: Db, parts: readonly RawBuilder<unknown>[]): Promise<Counts> {
  const from = parts.map((part, index) => sql`(${part}) ${sql.raw(`part_${index}`)}`)
  const { rows } = await sql<Counts>`select * from ${sql.join(from)}`.execute(db)
  return rows[0]!
}

/** What waits for the student, as the cases themselves: what ends first, then what has waited longest. */
export async function listStudentToDo(db: Db, of: OfStudent): Promise<ToDo[]> {
  const parts = Object.values(CASES).map(({ studentCases }) => sql`(${studentCases(of)})`)
  const { rows } = await sql<ToDoRow>`
    select * from (${sql.join(parts, sql` union all `)}) waiting order by until nulls last, since`.execute(db)
  return rows.map((row) => ({ ...row, since: row.since.toISOString() }))
}

/** What waits for the student: all that the home counts. */
export const countStudentToDo = (
  db: Db,
  of: OfStudent,
): Promise<Omit<z.output<(typeof studentHome.schema.response)[200]>, 'basics' | 'employment' | 'toDo'>> =>
  counted<All<Row<Records['studentToDo']>>>(
    db,
    Object.values(CASES).map(({ studentToDo }) => studentToDo(of)),
  )

/** What the employer's workbench counts. */
export const countEmployerToDo = (
  db: Db,
  of: OfEmployer,
): Promise<Omit<z.output<(typeof employerWorkbench.schema.response)[200]>, 'schools'>> =>
  counted<All<Row<NonNullable<Records['employerToDo']>>>>(
    db,
    Object.values(CASES).flatMap(({ employerToDo }) => (employerToDo ? [employerToDo(of)] : [])),
  )
