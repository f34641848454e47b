import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useRef } from 'react'
import { caseAddress } from '../../../contracts/case-address.ts'
import {
  recommendationActs as acts,
  getMyRecommendation,
  getRecommendation,
} from '../../../contracts/recommendations.ts'
import type { OwnWords } from '../../../domain/recommendation/case.ts'
import { ask, call } from '../../call.ts'
import { useOpened } from '../../ui/opened.ts'
import { said } from '../../ui/said.tsx'
import { useUnsaved } from '../../ui/unsaved.ts'
import { useWords } from '../../words/language.tsx'
import { useKey } from '../cases/key.ts'
import { ReturnedFor } from '../cases/returned-for.tsx'
import { OwnWordsForm } from './own-words-form.tsx'
import { RosterFacts } from './roster-facts.tsx'
import { recommendationWords } from './words.ts'

/** Sent anew before it is issued, or as a new edition: with the roster as it is now. */
export function SendAgainPage() {
  const params = useKey()
  const w = useWords(recommendationWords)
  const navigate = useNavigate()
  const client = useQueryClient()
  const touched = useRef(false)
  const { data: of, round, reload } = useOpened(ask(getRecommendation, { params }))
  const { data: mine } = useSuspenseQuery(ask(getMyRecommendation, { params: { school: params.school } }))
  const action = of.actions.includes('renew') ? 'renew' : 'resubmit'
  const sending = useMutation({
    mutationFn: (own: OwnWords) => call(acts[action], { params, body: { ...own, seenVersion: of.version } }),
    onSuccess: async () => {
      touched.current = false
      said.success(w.act[action].done)
      await client.invalidateQueries()
      await navigate({ to: caseAddress('student', { kind: 'recommendation', ...params }), replace: true })
    },
  })
  useUnsaved(() => touched.current && !sending.isPending)
  const reopen = async () => {
    await reload()
    sending.reset()
  }
  return (
    <>
      <h1>{w.act[action].title}</h1>
      {action === 'resubmit' && <ReturnedFor timeline={of.timeline} event="recommendation.return" />}
      <RosterFacts of={mine.facts} />
      <section className="card">
        <h2>{w.own}</h2>
        <OwnWordsForm
          key={round}
          initial={of.own}
          submitLabel={w.sendAgain}
          error={sending.error}
          busy={sending.isPending}
          onReload={() => void reopen()}
          onChange={() => {
            touched.current = true
          }}
          onSubmit={(own) => sending.mutate(own)}
        />
      </section>
    </>
  )
}
