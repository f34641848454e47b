import type { z } from 'zod'
import type { dissolutionRules } from '../../../../contracts/schools.ts'
import { useWords } from '../../../words/language.tsx'
import { useMe } from '../../accounts/me.ts'
import { useRuleSentences } from './school-rules.ts'
import { rulesWords } from './words.ts'

type Props = { rules: z.infer<typeof dissolutionRules> }

/** The school's rules on dissolving, read before the first signing (R23). */
export function RulesBeforeSigning({ rules }: Props) {
  const w = useWords(rulesWords)
  const sentences = useRuleSentences()
  const { portal } = useMe()
  return (
    <p>
      {w.lead}
      {sentences(rules, 'online', portal === 'employer' ? 'employer' : 'student').join(w.joint)}
    </p>
  )
}
