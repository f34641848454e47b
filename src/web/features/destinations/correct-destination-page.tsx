import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { caseAddress } from '../../../contracts/case-address.ts'
import { destinationActs, getDestination } from '../../../contracts/destinations.ts'
import { ask, call } from '../../call.ts'
import { useOpened } from '../../ui/opened.ts'
import { said } from '../../ui/said.tsx'
import { useWords } from '../../words/language.tsx'
import { useKey } from '../cases/key.ts'
import { ReturnedFor } from '../cases/returned-for.tsx'
import { DestinationEditor } from './destination-editor.tsx'
import type { Given } from './destination-form.tsx'
import { destinationWords } from './words.ts'

/** Correct a destination, its category too, with what the reviewer asked for on top. */
export function CorrectDestinationPage() {
  const params = useKey()
  const w = useWords(destinationWords)
  const navigate = useNavigate()
  const client = useQueryClient()
  const { data: destination, round, reload } = useOpened(ask(getDestination, { params }))
  const correct = useMutation({
    mutationFn: (given: Given) =>
      call(destinationActs.correct, { params, body: { ...given, seenVersion: destination.version } }),
    onSuccess: async () => {
      said.success(w.act.correct.done)
      await client.invalidateQueries()
      await navigate({ to: caseAddress('student', { kind: 'destination', ...params }), replace: true })
    },
  })
  const reopen = async () => {
    await reload()
    correct.reset()
    // The category that stands, not the one that was chosen here.
    await navigate({ to: '.', search: {}, replace: true })
  }
  return (
    <>
      <h1>{w.act.correct.title}</h1>
      <ReturnedFor timeline={destination.timeline} event="destination.return" />
      <DestinationEditor
        key={round}
        school={params.school}
        category={destination.code}
        initial={{
          details: Object.fromEntries(destination.answers.map(({ key, value }) => [key, value])),
          evidence: destination.evidence,
        }}
        offers={({ route }) => route === destination.route}
        submitLabel={() => w.sendAgain}
        refused={{ category: correct.variables?.category, error: correct.error }}
        busy={correct.isPending}
        onReload={reopen}
        onSubmit={(given) => correct.mutate(given)}
      />
    </>
  )
}
