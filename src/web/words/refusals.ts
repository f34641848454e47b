import type { RefusalCode, RefusalDetails } from '../../domain/refusal.ts'
import { fillIn } from '../../words/fill-in.ts'
import { zh } from '../../words/refusals.zh.ts'
import { area } from './area.ts'
import { useLanguage, useWords } from './language.tsx'

const refusals = area(zh, () => import('../../words/refusals.en.ts'))

/** The sentence for a refusal in the reader's language, its details filled in. */
export function useRefusalText(): (code: RefusalCode, details?: RefusalDetails) => string {
  const words = useWords(refusals)
  const { language } = useLanguage()
  return (code, details = {}) => fillIn(words[code], details, language)
}
