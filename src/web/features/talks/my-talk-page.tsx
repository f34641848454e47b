import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { getMyTalk, leaveTalk, signUp } from '../../../contracts/talk-visits.ts'
import { linesOfRichText } from '../../../domain/post/wording.ts'
import { ask, call } from '../../call.ts'
import { CasePage } from '../../ui/case-page.tsx'
import { Facts } from '../../ui/facts.tsx'
import { useWords } from '../../words/language.tsx'
import { useKey } from '../cases/key.ts'
import { EntryCode, VisitActs, VisitMark, VisitSaid } from '../visits/own-visit.tsx'
import { visitWords } from '../visits/words.ts'
import { usePlacedSaid } from './placed-said.ts'
import { talkWords } from './words.ts'

/** A talk as a student reads it; who has signed up has the code that is shown at the door. */
export function MyTalkPage() {
  const w = useWords(talkWords)
  const visits = useWords(visitWords)
  const say = usePlacedSaid()
  const params = useKey()
  const client = useQueryClient()
  const { data: of } = useSuspenseQuery(ask(getMyTalk, { params }))
  const settled = () => void client.invalidateQueries()
  const visit = { ...of, isFull: of.signedUp >= of.placed.places }
  return (
    <CasePage
      title={of.title}
      back="/student/talks"
      state={
        <>
          <VisitMark of={of} />
          <p>
            <a href={`/s/${params.school}/employers/${of.employerId}`}>{of.employer}</a>
          </p>
          {of.reason && (
            <p>
              {w.reason}
              {of.reason}
            </p>
          )}
          <VisitSaid of={visit} />
        </>
      }
      acts={
        <VisitActs
          of={visit}
          signUp={() => call(signUp, { params })}
          leave={() => call(leaveTalk, { params })}
          settled={settled}
        />
      }
      timeline={null}
    >
      <EntryCode of={of} />
      <section className="card">
        <Facts
          of={[
            [w.when, say.when(of.placed)],
            [w.where, say.where(of.placed)],
            [visits.places, visits.taken(of.signedUp, of.placed.places)],
          ]}
        />
        {!of.isOff && (
          <p>
            <a href={`/s/${params.school}/talks/${of.shortId}/calendar.ics`}>{visits.calendar}</a>
          </p>
        )}
        <h3>{w.name.description}</h3>
        <p className="lines">{linesOfRichText(of.description)}</p>
      </section>
    </CasePage>
  )
}
