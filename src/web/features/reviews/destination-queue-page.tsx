import type { z } from 'zod'
import { caseAddress } from '../../../contracts/case-address.ts'
import * as contract from '../../../contracts/destinations.ts'
import { destinationLife } from '../../../domain/destination/life.ts'
import { ask } from '../../call.ts'
import { uiWords } from '../../ui/words.ts'
import { useNameOf, useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { CaseStatus } from '../case-status/case-status.tsx'
import { caseWords } from '../cases/words.ts'
import { caseOf } from '../destinations/case-of.ts'
import { headlineOf } from '../destinations/headline.ts'
import { ReviewQueue } from './review-queue.tsx'
import { reviewWords } from './words.ts'

/** 去向审核: what students registered, and what they ask to void. */
export function DestinationQueuePage() {
  const w = useWords(reviewWords).destinations
  const cases = useWords(caseWords)
  const ui = useWords(uiWords)
  const nameOf = useNameOf()
  const school = useMySchool()
  const { voiding: _, ...statuses } = cases.destinationStatus
  return (
    <ReviewQueue<z.infer<typeof contract.destinationRow>>
      queue="destinations"
      words={w}
      list={(input) => ask(contract.listDestinations, input)}
      pass={contract.passDestinations}
      statuses={statuses}
      passable={destinationLife.rules.pass.from}
      caseName={(row) => `${nameOf(row.category)} ${headlineOf(row)}`}
      columns={[
        { title: w.category, show: (row) => nameOf(row.category) },
        { title: w.headline, show: (row) => headlineOf(row) || ui.none },
      ]}
      state={(row) => <CaseStatus kind="destination" of={caseOf(row)} />}
      to={(row) => caseAddress('school', { kind: 'destination', school, id: row.id })}
    />
  )
}
