import type { z } from 'zod'
import type { dissolutionRules } from '../../../contracts/schools.ts'
import { useWords } from '../../words/language.tsx'
import { isNarrowed, useRuleSentences } from './school-rules.ts'

type Props = { rules: z.infer<typeof dissolutionRules> }

/** The school's rules on dissolving, where it narrows them: read before the first signing (R23). */
export function RulesBeforeSigning({ rules }: Props) {
  const w = useWords().dissolution.rules
  const sentences = useRuleSentences()
  if (!isNarrowed(rules)) return null
  return (
    <p>
      {w.lead}
      {sentences(rules, 'online').join(w.joint)}
    </p>
  )
}
