import { faultOf, GROUND_CODES, GROUNDS } from '../../../../domain/dissolution/grounds.ts'
import { useWords } from '../../../words/language.tsx'
import { dissolutionWords } from '../words.ts'
import { severalWords } from './several-words.ts'

/** Those an employer may name without evidence: of several students at once it asks on no other. */
const GROUNDS_FOR_SEVERAL = GROUND_CODES.filter((code) => {
  const { kind, by }: { kind: string; by: readonly string[] } = GROUNDS[code]
  return kind === 'consent' && by.includes('employer')
})

/** Grounds for a choice, each with what it means for the fault where no clause says otherwise. */
export function useGroundOptions() {
  const w = useWords(severalWords)
  const dissolution = useWords(dissolutionWords)
  return GROUNDS_FOR_SEVERAL.map((code) => ({
    value: code,
    label: w.ground(dissolution.ground[code], dissolution.fault[faultOf(code, 'employer', [])]),
  }))
}
