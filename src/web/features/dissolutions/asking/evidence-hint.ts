import { GROUNDS, type GroundCode } from '../../../../domain/dissolution/grounds.ts'
import type { DissolutionKind } from '../../../../domain/dissolution/life.ts'
import { useWords } from '../../../words/language.tsx'
import { askingWords } from './words.ts'

/** What evidence belongs to a ground: the law's grounds each have their own, of a paper agreement too. */
export function useEvidenceHint(): (ground: GroundCode, kind: DissolutionKind) => string {
  const hints: Partial<Record<GroundCode, string>> & Record<'paper' | 'consent', string> =
    useWords(askingWords).evidenceHint
  return (ground, kind) => {
    const ofTheLaw = GROUNDS[ground].kind === 'statutory' ? hints[ground] : undefined
    return ofTheLaw ?? hints[kind === 'paper' ? 'paper' : 'consent']
  }
}
