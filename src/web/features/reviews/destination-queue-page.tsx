import { Link } from '@tanstack/react-router'
import * as contract from '../../../contracts/destinations.ts'
import { destinationLife } from '../../../domain/destination.ts'
import { useMe } from '../../portals/shell.tsx'
import { useNameOf, useWords } from '../../words/language.tsx'
import { StatusTag } from '../cases/status-tag.tsx'
import { headlineOf } from '../destinations/headline.ts'
import { ReviewQueue } from './review-queue.tsx'

/** 去向审核: what students registered, and what they ask to void. */
export function DestinationQueuePage() {
  const words = useWords()
  const nameOf = useNameOf()
  const school = useMe().school?.code ?? ''
  const w = words.queue.destinations
  const { voiding: _, ...statuses } = words.destinationStatus
  return (
    <ReviewQueue
      words={w}
      list={contract.listDestinations}
      pass={contract.passDestinations}
      statuses={statuses}
      passable={destinationLife.rules.pass.from}
      student={(row) => row.student}
      caseName={(row) => `${nameOf(row.category)} ${headlineOf(row)}`}
      columns={[
        { title: w.category, show: (row) => nameOf(row.category) },
        { title: w.headline, show: (row) => headlineOf(row) || words.none },
        {
          title: words.agreement.status,
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
