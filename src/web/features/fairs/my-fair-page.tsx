import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { getMyFair, leaveFair, signUpForFair } from '../../../contracts/fair-visits.ts'
import { linesOfRichText } from '../../../domain/post/wording.ts'
import { ask, call } from '../../call.ts'
import { CasePage } from '../../ui/case-page.tsx'
import { Facts } from '../../ui/facts.tsx'
import { useWords } from '../../words/language.tsx'
import { useKey } from '../cases/key.ts'
import { EntryCode, VisitActs, VisitMark, VisitSaid } from '../visits/own-visit.tsx'
import { visitWords } from '../visits/words.ts'
import { useFairSaid } from './fair-said.ts'
import { FloorPlan } from './floor-plan.tsx'
import { fairWords } from './words.ts'

/** A fair as a student reads it; who has signed up has the code that is shown at the door. */
export function MyFairPage() {
  const w = useWords(fairWords)
  const visits = useWords(visitWords)
  const say = useFairSaid()
  const params = useKey()
  const client = useQueryClient()
  const { data: of } = useSuspenseQuery(ask(getMyFair, { params }))
  const settled = () => void client.invalidateQueries()
  const visit = { ...of, isFull: of.signedUp >= of.places }
  return (
    <CasePage
      title={of.title}
      back="/student/fairs"
      state={
        <>
          <VisitMark of={of} />
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
          signUp={() => call(signUpForFair, { params })}
          leave={() => call(leaveFair, { params })}
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
            [visits.places, visits.taken(of.signedUp, of.places)],
          ]}
        />
        {!of.isOff && (
          <p>
            <a href={`/s/${params.school}/fairs/${of.shortId}`}>{w.public}</a>
          </p>
        )}
        <h3>{w.description}</h3>
        <p className="lines">{linesOfRichText(of.description)}</p>
      </section>
      <section className="card">
        <h2>{w.plan}</h2>
        <FloorPlan
          plan={of.plan}
          stands={of.stands}
          name={({ employer, employerId }) => (
            <a href={`/s/${params.school}/employers/${employerId}`}>{employer}</a>
          )}
        />
      </section>
    </CasePage>
  )
}
