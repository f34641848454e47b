import { sql } from 'kysely'
import type { z } from 'zod'
import type { studentHome } from '../../contracts/students.ts'
import type { Db } from '../db/database.ts'
import { CASES } from './all.ts'
import type { OfStudent, ToDoRow } from './record.ts'

/** What waits for the student: what ends first, then what has waited longest; and how much of it there is of each kind. */
export async function findStudentToDo(
  db: Db,
  of: OfStudent,
): Promise<
  Omit<
    z.output<(typeof studentHome.schema.response)[200]>,
    'basics' | 'employment' | 'confirmUntil' | 'correction'
  >
> {
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
    correctionToDo: count('correction'),
    dissolutionToDo: count('dissolution'),
  }
}
