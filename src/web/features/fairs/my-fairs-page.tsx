import { useSuspenseQuery } from '@tanstack/react-query'
import { caseAddress } from '../../../contracts/case-address.ts'
import { listMyFairs } from '../../../contracts/fair-visits.ts'
import { ask } from '../../call.ts'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { ElsewhereLink } from '../guests/elsewhere-link.tsx'
import { MyEventsPage, useEventTabs } from '../visits/my-events-page.tsx'
import { VisitMark } from '../visits/own-visit.tsx'
import { visitWords } from '../visits/words.ts'
import { useFairSaid } from './fair-said.ts'
import { fairWords } from './words.ts'

/** 双选会 of the school: what is to come, and what the student has signed up for. */
export function MyFairsPage() {
  const w = useWords(fairWords)
  const visits = useWords(visitWords)
  const say = useFairSaid()
  const school = useMySchool()
  const params = { school }
  const tabs = useEventTabs()
  const query = { fairs: tabs.open, after: tabs.after }
  const { data } = useSuspenseQuery(ask(listMyFairs, { params, query }))
  return (
    <MyEventsPage
      to={({ id }) => caseAddress('student', { kind: 'fair', school, id })}
      onward={<ElsewhereLink />}
      words={w}
      tabs={tabs}
      data={data}
      show={({ admitted, placed, signedUp, places, ...event }) => ({
        mark: <VisitMark of={event} />,
        by: w.stands(admitted),
        facts: [say.when(placed), say.where(placed), visits.taken(signedUp, places)],
      })}
    />
  )
}
