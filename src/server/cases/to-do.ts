import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import type { employerWorkbench } from '../../contracts/employers.ts'
import type { studentHome } from '../../contracts/students.ts'
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

/** What waits for the student: what ends first, then what has waited longest; and how much of it there is of each kind. */
export async function findStudentToDo(
  db: Db,
  of: OfStudent,
): Promise<Omit<z.output<(typeof studentHome.schema.response)[200]>, 'basics' | 'employment'>> {
  const parts = Object.values(CASES).map(({ studentToDo }) => sql`(${studentToDo(of)})`)
  const { rows } = await sql<ToDoRow>`
    select * from (${sql.join(parts, sql` union all `)}) waiting order by until nulls last, since`.execute(db)
  const count = (where: ToDoRow['counted']) => rows.filter(({ counted }) => counted === where).length
  return {
    toDo: rows.map(({ counted: _, since, ...row }) => ({ ...row, since: since.toISOString() })),
    signingToDo: count('signing'),
    agreementToDo: count('agreement'),
    paperToDo: count('paper'),
    destinationToDo: count('destination'),
    dissolutionToDo: count('dissolution'),
  }
}

/** What the employer's workbench counts. */
export const countEmployerToDo = (
  db: Db,
  of: OfEmployer,
): Promise<Omit<z.output<(typeof employerWorkbench.schema.response)[200]>, 'schools'>> =>
  counted<All<Row<NonNullable<Records['employerToDo']>>>>(
    db,
    Object.values(CASES).flatMap(({ employerToDo }) => (employerToDo ? [employerToDo(of)] : [])),
  )
