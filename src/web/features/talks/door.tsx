import { useSuspenseQuery } from '@tanstack/react-query'
import { countArrivals, listVisitors } from '../../../contracts/talk-visits.ts'
import { getTalk } from '../../../contracts/talks.ts'
import { ask } from '../../call.ts'
import { useKey } from '../cases/key.ts'
import { DoorPage } from '../visits/door-page.tsx'
import { VisitorsPage } from '../visits/visitors-page.tsx'

/** The door of a talk. */
export function TalkDoorPage() {
  const params = useKey()
  const { data: of } = useSuspenseQuery({ ...ask(getTalk, { params }), refetchOnWindowFocus: false })
  const { door, counts, content } = of
  return <DoorPage kind="talk" title={content.title} door={door} counts={counts} countsAt={countArrivals} />
}

/** Who has signed up for a talk, and who came. */
export const TalkVisitorsPage = () => <VisitorsPage kind="talk" listedBy={listVisitors} />
