import type { ComponentProps } from 'react'
import type { CaseKind } from '../../../domain/case.ts'
import type { Holder } from '../../../domain/review.ts'
import { useFigures } from '../../ui/figures.ts'
import { useWords } from '../../words/language.tsx'
import { Timeline } from '../cases/timeline.tsx'
import { caseWords } from '../cases/words.ts'
import { Sentence } from './case-status.tsx'
import type { StandingOf } from './sentence.ts'

type Told<Kind extends CaseKind> = {
  kind: Kind
  of: { readonly standing: StandingOf<Kind>; readonly waitingFor: Holder; readonly waitingSince: string }
  events: ComponentProps<typeof Timeline>['of']
}

/** What has happened to a case, and who has it now, since when. */
export function CaseTimeline<Kind extends CaseKind>({ kind, of, events }: Told<Kind>) {
  const w = useWords(caseWords)
  const { said } = useFigures()
  const now = of.waitingFor && (
    <>
      <Sentence kind={kind} of={of.standing} /> · {w.since(said.instant(of.waitingSince))}
    </>
  )
  return (
    <>
      <h2>{w.timeline}</h2>
      <Timeline of={events} now={now} />
    </>
  )
}
