import { Refusal } from '../../../domain/refusal.ts'
import type { Db, Tx } from '../../db/database.ts'

/** What holds a student's one place: an agreement or a destination, by its id. */
export type Slot = { readonly school: string; readonly studentId: string; readonly ref: string }
export type Taking = Slot & {
  readonly kind: 'online' | 'paper' | 'destination'
  /** What a refusal names: the employer, the destination. */
  readonly holder: string
}

/** Takes the student's one place, or refuses and names who holds it (R1, R10). Waits for a rival in the same second. */
export async function takePlacement(tx: Tx, taking: Taking, at: Date): Promise<void> {
  const isDestination = taking.kind === 'destination'
  const taken = await tx
    .insertInto('placements')
    .values({
      schoolId: taking.school,
      studentId: taking.studentId,
      kind: taking.kind,
      agreementId: isDestination ? null : taking.ref,
      destinationId: isDestination ? taking.ref : null,
      holder: taking.holder,
      takenAt: at,
    })
    .onConflict((conflict) => conflict.columns(['schoolId', 'studentId']).doNothing())
    .returning('studentId')
    .executeTakeFirst()
  if (taken) return
  const held = await findPlacement(tx, taking)
  throw new Refusal('student-already-placed', {
    holder: held?.holder ?? '',
    number: held?.number ?? null,
  })
}

/** What holds the place now, with its number when it is an agreement; undefined when the place is free. */
export const findPlacement = (db: Db, of: Omit<Slot, 'ref'>) =>
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
    .where((or) => or.or([or('agreementId', '=', slot.ref), or('destinationId', '=', slot.ref)]))
    .execute()

/** Frees the place that this agreement or destination holds; a place that another holds stays. */
export const leavePlacement = (tx: Tx, slot: Slot) =>
  tx
    .deleteFrom('placements')
    .where('schoolId', '=', slot.school)
    .where('studentId', '=', slot.studentId)
    .where((or) => or.or([or('agreementId', '=', slot.ref), or('destinationId', '=', slot.ref)]))
    .execute()
