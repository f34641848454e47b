import type { CaseRef } from '../../../domain/case.ts'
import type { Hold } from '../../../domain/placement.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { Db, Tx } from '../../db/database.ts'
import { firstOf, formsOf, prepared, type Slots } from '../../db/prepared.ts'

/** A student's one place, and the agreement or destination that holds it or is to. */
export type Slot = { readonly school: string; readonly studentId: string; readonly ref: CaseRef }

/** In which column the place names its holder. */
const columnOf = ({ ref }: Slot) => (ref.kind === 'destination' ? 'destinationId' : 'agreementId')

type Taken = Omit<Slot, 'ref'> & Hold & { readonly id: string; readonly at: Date }
const insertPlacement = formsOf((column: ReturnType<typeof columnOf>) =>
  prepared((db, { school, studentId, id, kind, holder, at }: Slots<Taken>) =>
    db
      .insertInto('placements')
      .values({ schoolId: school, studentId, kind, [column]: id, holder, takenAt: at })
      .onConflict((conflict) => conflict.columns(['schoolId', 'studentId']).doNothing())
      .returning('studentId'),
  ),
)

/** Takes the student's one place, or refuses and names who holds it (R1, R10). Waits for a rival in the same second. */
export async function takePlacement(tx: Tx, slot: Slot, hold: Hold, at: Date): Promise<void> {
  const { school, studentId, ref } = slot
  const row = { school, studentId, id: ref.id, ...hold, at }
  if (await firstOf(tx, insertPlacement(columnOf(slot))(row))) return
  const held = await findPlacement(tx, slot)
  throw new Refusal('student-already-placed', {
    holder: held?.holder ?? '',
    number: held?.number ?? null,
  })
}

/** What holds the place now, with its number when it is an agreement; undefined when the place is free. */
const findPlacement = (db: Db, of: Omit<Slot, 'ref'>) =>
  db
    .selectFrom('placements as p')
    .leftJoin('agreements as a', (on) =>
      on.onRef('a.schoolId', '=', 'p.schoolId').onRef('a.id', '=', 'p.agreementId'),
    )
    .where('p.schoolId', '=', of.school)
    .where('p.studentId', '=', of.studentId)
    .select(['p.holder', 'a.number'])
    .executeTakeFirst()

/** What holds it is called otherwise now: a corrected paper names another employer, a corrected destination another school. */
export const renamePlacement = (tx: Tx, slot: Slot, holder: string) =>
  tx
    .updateTable('placements')
    .set({ holder })
    .where('schoolId', '=', slot.school)
    .where('studentId', '=', slot.studentId)
    .where(columnOf(slot), '=', slot.ref.id)
    .execute()

/** Frees the place that this agreement or destination holds; a place that another holds stays. */
export const leavePlacement = (tx: Tx, slot: Slot) =>
  tx
    .deleteFrom('placements')
    .where('schoolId', '=', slot.school)
    .where('studentId', '=', slot.studentId)
    .where(columnOf(slot), '=', slot.ref.id)
    .execute()
