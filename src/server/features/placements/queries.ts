import { sql } from 'kysely'
import { Refusal } from '../../../domain/refusal.ts'
import type { Tx } from '../../db/database.ts'

export type Slot = { readonly school: string; readonly studentId: string; readonly agreementId: string }

/** Takes the student's one place, or refuses and names who holds it (R1, R10). Waits for a rival in the same second. */
export async function takePlacement(tx: Tx, slot: Slot, kind: 'online' | 'paper', at: Date): Promise<void> {
  const taken = await tx
    .insertInto('placements')
    .values({
      schoolId: slot.school,
      studentId: slot.studentId,
      kind,
      agreementId: slot.agreementId,
      takenAt: at,
    })
    .onConflict((conflict) => conflict.columns(['schoolId', 'studentId']).doNothing())
    .returning('studentId')
    .executeTakeFirst()
  if (taken) return
  const holder = await tx
    .selectFrom('placements as p')
    .innerJoin('agreements as a', (on) =>
      on.onRef('a.schoolId', '=', 'p.schoolId').onRef('a.id', '=', 'p.agreementId'),
    )
    .innerJoin('employers as e', 'e.id', 'a.employerId')
    .where('p.schoolId', '=', slot.school)
    .where('p.studentId', '=', slot.studentId)
    .select(['e.name', 'a.number'])
    .executeTakeFirst()
  throw new Refusal('student-already-placed', { holder: holder?.name ?? '', number: holder?.number ?? null })
}

/** Frees the place that this agreement holds; a place that another holds stays. */
export const leavePlacement = (tx: Tx, slot: Slot) =>
  tx
    .deleteFrom('placements')
    .where('schoolId', '=', slot.school)
    .where('studentId', '=', slot.studentId)
    .where('agreementId', '=', slot.agreementId)
    .execute()

/** Employment information 就业信息 is derived from the slot, never stored. Aliases: placements p, agreements pa. */
export const employmentStatus = sql<'unplaced' | 'signing' | 'placed'>`
  case when p.agreement_id is null then 'unplaced' when pa.status in ('effective', 'fulfilled') then 'placed' else 'signing' end`
