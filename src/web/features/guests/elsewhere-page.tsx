import { useSuspenseQuery } from '@tanstack/react-query'
import { listGuestEvents } from '../../../contracts/guests.ts'
import { ask } from '../../call.ts'
import { useListAddress } from '../../ui/list-address.ts'
import { useNameOf, useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { useFairSaid } from '../fairs/fair-said.ts'
import { MyEventsPage, useEventTabs } from '../visits/my-events-page.tsx'
import { visitWords } from '../visits/words.ts'
import { GuestEvent } from './guest-event.tsx'
import { GuestMark } from './guest-mark.tsx'
import { guestWords } from './words.ts'

/** Talks and fairs of other schools that take students of this one, and those that the student has signed up for. */
function Events() {
  const w = useWords(guestWords)
  const visits = useWords(visitWords)
  const say = useFairSaid()
  const nameOf = useNameOf()
  const params = { school: useMySchool() }
  const tabs = useEventTabs()
  const query = { events: tabs.open, after: tabs.after }
  const { data } = useSuspenseQuery(ask(listGuestEvents, { params, query }))
  return (
    <MyEventsPage
      words={w}
      tabs={tabs}
      data={data}
      to={() => '/student/elsewhere'}
      search={({ id }) => ({ event: id })}
      lead={<p className="soft">{w.lead}</p>}
      show={(event) => ({
        mark: <GuestMark of={event} />,
        by: [nameOf(event.host), w.kind[event.kind], event.employer].filter(Boolean).join(' · '),
        facts: [say.when(event.placed), say.where(event.placed), visits.taken(event.taken, event.places)],
      })}
    />
  )
}

/** The list, or the one that was chosen in it: as a message leads to it too. */
export function ElsewherePage() {
  const { event } = useListAddress<{ event: string }>().address
  return event ? <GuestEvent id={event} /> : <Events />
}
