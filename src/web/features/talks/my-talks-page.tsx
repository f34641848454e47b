import { useSuspenseQuery } from '@tanstack/react-query'
import { caseAddress } from '../../../contracts/case-address.ts'
import { listMyTalks } from '../../../contracts/talk-visits.ts'
import { ask } from '../../call.ts'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { ElsewhereLink } from '../guests/elsewhere-link.tsx'
import { MyEventsPage, useEventTabs } from '../visits/my-events-page.tsx'
import { VisitMark } from '../visits/own-visit.tsx'
import { visitWords } from '../visits/words.ts'
import { usePlacedSaid } from './placed-said.ts'
import { talkWords } from './words.ts'

/** 宣讲会 of the school: what is to come, and what the student has signed up for. */
export function MyTalksPage() {
  const visits = useWords(visitWords)
  const say = usePlacedSaid()
  const school = useMySchool()
  const params = { school }
  const tabs = useEventTabs()
  const query = { talks: tabs.open, after: tabs.after }
  const { data } = useSuspenseQuery(ask(listMyTalks, { params, query }))
  return (
    <MyEventsPage
      to={({ id }) => caseAddress('student', { kind: 'talk', school, id })}
      onward={<ElsewhereLink />}
      words={useWords(talkWords)}
      tabs={tabs}
      data={data}
      show={({ employer, placed, signedUp, ...event }) => ({
        mark: <VisitMark of={event} />,
        by: employer,
        facts: [say.when(placed), say.where(placed), visits.taken(signedUp, placed.places)],
      })}
    />
  )
}
