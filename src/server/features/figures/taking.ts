import type { Dimension } from '../../../domain/figures/dimensions.ts'
import type { Tx } from '../../db/database.ts'
import { type Actor, record } from '../../db/journal.ts'

/** What leaves the product, as the journal keeps it. */
type Taken = {
  readonly year: number
  readonly groupedBy?: Dimension
  readonly moment?: string | undefined
  readonly later?: string | undefined
  readonly filter: object
  readonly what: string
}

/** That figures were taken as a file or a picture, in the school's chain of the journal. */
export const recordTaking = (
  { tx, actor, at }: { readonly tx: Tx; readonly actor: Actor; readonly at: Date },
  school: string,
  { filter, moment, later, groupedBy, ...taken }: Taken,
) =>
  record(tx, [
    {
      ...{ school, subject: `school:${school}`, action: 'school.take-figures', at, actor },
      ...{ from: null, to: null, reason: null },
      data: {
        ...taken,
        filter: JSON.stringify(filter),
        ...(groupedBy && { groupedBy }),
        ...(moment && { moment }),
        ...(later && { later }),
      },
    },
  ])
