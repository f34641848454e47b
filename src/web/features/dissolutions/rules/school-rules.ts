import type { z } from 'zod'
import type { dissolutionRules } from '../../../../contracts/schools.ts'
import type { AgreementKind } from '../../../../domain/agreement/life.ts'
import type { Side } from '../../../../domain/lifecycle.ts'
import { useFigures } from '../../../ui/figures.ts'
import { useWords } from '../../../words/language.tsx'
import { rulesWords } from './words.ts'

type Rules = z.infer<typeof dissolutionRules>

/**
 * A school's own rules on dissolutions (R23), a sentence each. Nobody answers for the employer of a paper (R14); the
 * limit of breaches binds the student alone.
 */
export function useRuleSentences(): (rules: Rules, kind: AgreementKind, reader: Side) => string[] {
  const w = useWords(rulesWords)
  const { said } = useFigures()
  return ({ answerDays, coolDownDays, window, breachLimit }, kind, reader) => [
    ...(kind === 'online' ? [w.answerDays(answerDays)] : []),
    ...(kind === 'online' && coolDownDays > 0 ? [w.coolDown(coolDownDays)] : []),
    ...(window ? [w.window(said.day(window.from), said.day(window.to))] : []),
    ...(reader === 'student' && breachLimit !== null ? [w.limit(breachLimit)] : []),
  ]
}
