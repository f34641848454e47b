import type { TransferView } from '../../../contracts/transfers.ts'
import { subjectOf } from '../../../domain/case.ts'
import { dayInChina } from '../../../domain/day.ts'
import { transferOffers } from '../../../domain/transfer/acts.ts'
import { tracedUntil } from '../../../domain/transfer/tracing.ts'
import type { Reading } from '../../http/doing.ts'
import { listTimeline } from '../journal/queries.ts'
import { rowOf } from './lists.ts'
import type { FoundTransfer } from './queries.ts'

/** A record's page, for its student or for staff. */
export async function presentTransfer(
  { db, person, acting }: Reading,
  of: FoundTransfer,
): Promise<TransferView> {
  const subject = subjectOf({ kind: 'transfer', id: of.id })
  return {
    ...rowOf(of, dayInChina(acting.at)),
    // Only people of the school itself get this far.
    school: person.school!,
    remark: of.remark,
    tracedUntil: of.sentOn && tracedUntil(of.sentOn),
    said: of.said && { ...of.said },
    actions: transferOffers(of, acting),
    timeline: await listTimeline(db, of.schoolId, { subject }),
  }
}
