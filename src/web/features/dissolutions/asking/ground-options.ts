import { faultOf, GROUND_CODES, GROUNDS } from '../../../../domain/dissolution.ts'
import { useWords } from '../../../words/language.tsx'

/** Those an employer may name without evidence: of several students at once it asks on no other. */
const GROUNDS_FOR_SEVERAL = GROUND_CODES.filter((code) => {
  const { kind, by }: { kind: string; by: readonly string[] } = GROUNDS[code]
  return kind === 'consent' && by.includes('employer')
})

/** Grounds for a choice, each with what it means for the fault where no clause says otherwise. */
export function useGroundOptions() {
  const w = useWords().dissolution
  return GROUNDS_FOR_SEVERAL.map((code) => ({
    value: code,
    label: w.several.ground(w.ground[code], w.fault[faultOf(code, 'employer', [])]),
  }))
}
