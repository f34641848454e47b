import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Navigate } from '@tanstack/react-router'
import { useRef } from 'react'
import { caseAddress } from '../../../contracts/case-address.ts'
import { askRecommendation, getMyRecommendation } from '../../../contracts/recommendations.ts'
import { NOTHING_SAID, type OwnWords } from '../../../domain/recommendation/case.ts'
import { ask, call } from '../../call.ts'
import { Notice } from '../../ui/notice.tsx'
import { said } from '../../ui/said.tsx'
import { useUnsaved } from '../../ui/unsaved.ts'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { WhyNot } from '../cases/why-not.tsx'
import { OwnWordsForm } from './own-words-form.tsx'
import { RosterFacts } from './roster-facts.tsx'
import { recommendationWords } from './words.ts'

/** The student's recommendation; where they have none, the way to ask for it or all that stands in it. */
export function MyRecommendationPage() {
  const w = useWords(recommendationWords)
  const school = useMySchool()
  const client = useQueryClient()
  const touched = useRef(false)
  const { data } = useSuspenseQuery(ask(getMyRecommendation, { params: { school } }))
  const sending = useMutation({
    mutationFn: (body: OwnWords) => call(askRecommendation, { params: { school }, body }),
    onSuccess: async () => {
      touched.current = false
      said.success(w.asked)
      await client.invalidateQueries()
    },
  })
  useUnsaved(() => touched.current && !sending.isPending)
  const { recommendation: mine } = data
  if (mine)
    return <Navigate to={caseAddress('student', { kind: 'recommendation', school, id: mine.id })} replace />
  return (
    <>
      <h1>{w.title}</h1>
      <Notice id="recommendation" title={w.ask} lines={w.lead} />
      <RosterFacts of={data.facts} />
      {data.reasons.length > 0 ? (
        <WhyNot title={w.cannot} reasons={data.reasons} />
      ) : (
        <section className="card">
          <h2>{w.own}</h2>
          <OwnWordsForm
            initial={NOTHING_SAID}
            submitLabel={w.send}
            error={sending.error}
            busy={sending.isPending}
            onChange={() => {
              touched.current = true
            }}
            onSubmit={(own) => sending.mutate(own)}
          />
        </section>
      )}
    </>
  )
}
