import { creditCodeProblem } from '../../../../domain/identifiers.ts'
import { useWords } from '../../../words/language.tsx'
import { caseWords } from '../../cases/words.ts'

/** For a form's field: what is typed is a unified social credit code, or nothing yet. */
export function useCreditCodeRule() {
  const w = useWords(caseWords)
  return {
    validator: async (_: unknown, text?: string) => {
      const problem = text && creditCodeProblem(text)
      if (problem) throw new Error(problem === 'length' ? w.codeLength : w.codeWrong)
    },
  }
}
