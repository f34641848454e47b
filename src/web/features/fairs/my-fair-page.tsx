import { useSuspenseQuery } from '@tanstack/react-query'
import { getMyFair, leaveFair, signUpForFair } from '../../../contracts/fair-visits.ts'
import { ask, call } from '../../call.ts'
import { useWords } from '../../words/language.tsx'
import { useKey } from '../cases/key.ts'
import { MyEvent } from '../visits/my-event.tsx'
import { useFairSaid } from './fair-said.ts'
import { FloorPlan } from './floor-plan.tsx'
import { fairWords } from './words.ts'

/** A fair as a student reads it, with who stands where. */
export function MyFairPage() {
  const w = useWords(fairWords)
  const say = useFairSaid()
  const params = useKey()
  const { data: of } = useSuspenseQuery(ask(getMyFair, { params }))
  const onSite = `/s/${params.school}`
  return (
    <MyEvent
      of={of}
      back="/student/fairs"
      places={of.places}
      words={w}
      when={say.when(of.placed)}
      where={say.where(of.placed)}
      onward={<a href={`${onSite}/fairs/${of.shortId}`}>{w.public}</a>}
      signUp={() => call(signUpForFair, { params })}
      leave={() => call(leaveFair, { params })}
    >
      <section className="card">
        <h2>{w.plan}</h2>
        <FloorPlan
          plan={of.plan}
          stands={of.stands}
          name={({ employer, employerId }) => <a href={`${onSite}/employers/${employerId}`}>{employer}</a>}
        />
      </section>
    </MyEvent>
  )
}
