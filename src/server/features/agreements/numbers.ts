import { sql } from 'kysely'
import { numberOf } from '../../../domain/agreement/number-pattern.ts'
import type { Tx } from '../../db/database.ts'
import { firstOf, prepared, type Slots } from '../../db/prepared.ts'

/**
 * The next number of this mask at this school (R24): a counter in the transaction, so no number is lost or shared. It is
 * the one row that all of a school's acceptances share: taken last, held shortest. The counter itself refuses a serial
 * that the mask has no room for.
 */
export async function allotNumber(tx: Tx, school: string, mask: string): Promise<string> {
  const counted = await firstOf(tx, countNext({ school, mask }))
  return numberOf(mask, counted!.last)
}

const countNext = prepared((db, { school, mask }: Slots<{ school: string; mask: string }>) =>
  db
    .insertInto('agreementSerials')
    .values({ schoolId: school, mask, last: 1 })
    .onConflict((conflict) =>
      conflict.columns(['schoolId', 'mask']).doUpdateSet({ last: sql`agreement_serials.last + 1` }),
    )
    .returning('last'),
)
