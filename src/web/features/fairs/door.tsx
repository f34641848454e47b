import { useSuspenseQuery } from '@tanstack/react-query'
import { countFairArrivals, listFairVisitors } from '../../../contracts/fair-visits.ts'
import { getFair } from '../../../contracts/fairs.ts'
import { ask } from '../../call.ts'
import { useKey } from '../cases/key.ts'
import { DoorPage } from '../visits/door-page.tsx'
import { VisitorsPage } from '../visits/visitors-page.tsx'

/** The door of a fair. */
export function FairDoorPage() {
  const { data: of } = useSuspenseQuery({
    ...ask(getFair, { params: useKey() }),
    refetchOnWindowFocus: false,
  })
  const { door, counts, content } = of
  return (
    <DoorPage kind="fair" title={content.title} door={door} counts={counts} countsAt={countFairArrivals} />
  )
}

/** Who has signed up for a fair, and who came. */
export const FairVisitorsPage = () => <VisitorsPage kind="fair" listedBy={listFairVisitors} />
