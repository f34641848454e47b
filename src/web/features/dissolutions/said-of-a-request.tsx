import type { DissolutionView } from '../../../contracts/dissolutions.ts'
import { COMPLETED, OPEN_DISSOLUTION } from '../../../domain/dissolution/life.ts'
import { useWords } from '../../words/language.tsx'
import { dissolutionWords } from './words.ts'

/** The ground, and what is special about the request: consent is the rule and goes without saying. */
export function GroundOf({ ground, kind }: Pick<DissolutionView, 'ground' | 'kind'>) {
  const w = useWords(dissolutionWords)
  return (
    <>
      {w.ground[ground]}
      {kind !== 'consent' && <span className="soft"> · {w.kind[kind]}</span>}
    </>
  )
}

/** 违约责任: claimed while the request runs, decided when it is complete; what came to nothing leaves none. */
export function useFaultText(): (
  request: Pick<DissolutionView, 'fault' | 'askedBy' | 'status'>,
) => string | null {
  const w = useWords(dissolutionWords)
  return ({ fault, askedBy, status }) => {
    if (COMPLETED.includes(status)) return w.faultDecided(w.fault[fault])
    return OPEN_DISSOLUTION.includes(status) ? w.faultClaimed[askedBy](w.fault[fault]) : null
  }
}
