import type { z } from 'zod'
import type { dissolutionRules } from '../../../contracts/schools.ts'
import type { AgreementKind } from '../../../domain/agreement.ts'
import { useWords } from '../../words/language.tsx'

type Rules = z.infer<typeof dissolutionRules>

/** A school's own rules on dissolutions (R23), a sentence each. Nobody answers for the employer of a paper (R14). */
export function useRuleSentences(): (rules: Rules, kind: AgreementKind) => string[] {
  const w = useWords().dissolution.rules
  return ({ answerDays, coolDownDays, window, breachLimit }, kind) => [
    ...(kind === 'online' ? [w.answerDays(answerDays)] : []),
    ...(kind === 'online' && coolDownDays > 0 ? [w.coolDown(coolDownDays)] : []),
    ...(window ? [w.window(window.from, window.to)] : []),
    ...(breachLimit !== null ? [w.limit(breachLimit)] : []),
  ]
}

/** Whether a school narrows what the law leaves open: that is said once more before signing. */
export const isNarrowed = ({ window, breachLimit }: Rules) => window !== null || breachLimit !== null
