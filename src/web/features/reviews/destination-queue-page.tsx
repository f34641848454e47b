import { Link } from '@tanstack/react-router'
import type { z } from 'zod'
import * as contract from '../../../contracts/destinations.ts'
import { destinationLife } from '../../../domain/destination/life.ts'
import { ask } from '../../call.ts'
import { useMe } from '../../portals/shell.tsx'
import { uiWords } from '../../ui/words.ts'
import { useNameOf, useWords } from '../../words/language.tsx'
import { StatusTag } from '../cases/status-tag.tsx'
import { caseWords } from '../cases/words.ts'
import { headlineOf } from '../destinations/headline.ts'
import { ReviewQueue } from './review-queue.tsx'
import { reviewWords } from './words.ts'

/** 去向审核: what students registered, and what they ask to void. */
export function DestinationQueuePage() {
  const w = useWords(reviewWords).destinations
  const cases = useWords(caseWords)
  const ui = useWords(uiWords)
  const nameOf = useNameOf()
  const school = useMe().school?.code ?? ''
  const { voiding: _, ...statuses } = cases.destinationStatus
  return (
    <ReviewQueue<z.infer<typeof contract.destinationRow>>
      words={w}
      list={(input) => ask(contract.listDestinations, input)}
      pass={contract.passDestinations}
      statuses={statuses}
      passable={destinationLife.rules.pass.from}
      student={(row) => row.student}
      caseName={(row) => `${nameOf(row.category)} ${headlineOf(row)}`}
      columns={[
        { title: w.category, show: (row) => nameOf(row.category) },
        { title: w.headline, show: (row) => headlineOf(row) || ui.none },
        {
          title: cases.review,
          show: (row) => <StatusTag kind="destinationStatus" status={row.voiding ? 'voiding' : row.status} />,
        },
      ]}
      see={(row, text) => (
        <Link to="/school/destinations/$school/$id" params={{ school, id: row.id }}>
          {text}
        </Link>
      )}
    />
  )
}
