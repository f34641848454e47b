import { useSuspenseQuery } from '@tanstack/react-query'
import { getMyTalk, leaveTalk, signUp } from '../../../contracts/talk-visits.ts'
import { ask, call } from '../../call.ts'
import { useWords } from '../../words/language.tsx'
import { useKey } from '../cases/key.ts'
import { MyEvent } from '../visits/my-event.tsx'
import { visitWords } from '../visits/words.ts'
import { usePlacedSaid } from './placed-said.ts'
import { talkWords } from './words.ts'

/** A talk as a student reads it. */
export function MyTalkPage() {
  const w = useWords(talkWords)
  const visits = useWords(visitWords)
  const say = usePlacedSaid()
  const params = useKey()
  const { data: of } = useSuspenseQuery(ask(getMyTalk, { params }))
  const onSite = `/s/${params.school}`
  return (
    <MyEvent
      of={of}
      back="/student/talks"
      places={of.placed.places}
      by={<a href={`${onSite}/employers/${of.employerId}`}>{of.employer}</a>}
      words={{ ...w, description: w.name.description ?? '' }}
      when={say.when(of.placed)}
      where={say.where(of.placed)}
      onward={<a href={`${onSite}/talks/${of.shortId}/calendar.ics`}>{visits.calendar}</a>}
      signUp={() => call(signUp, { params })}
      leave={() => call(leaveTalk, { params })}
    />
  )
}
