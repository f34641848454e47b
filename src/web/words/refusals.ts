import type { RefusalCode, RefusalDetails } from '../../domain/refusal.ts'
import { fillIn } from '../../words/language.ts'
import { zh } from '../../words/refusals.zh.ts'
import { area } from './area.ts'
import { useWords } from './language.tsx'

const refusals = area(zh, () => import('../../words/refusals.en.ts'))

/** The sentence for a refusal in the reader's language, its details filled in. */
export function useRefusalText(): (code: RefusalCode, details?: RefusalDetails) => string {
  const words = useWords(refusals)
  return (code, details = {}) => fillIn(words[code], details)
}
