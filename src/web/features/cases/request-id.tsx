import { ProblemError } from '../../call.ts'
import { useWords } from '../../words/language.tsx'
import { problemWords } from './problem-words.ts'
import './request-id.css'

/** The number by which the operator finds in the log what failed on the server's side; nothing for a refusal. */
export function RequestId({ error }: { error: unknown }) {
  const w = useWords(problemWords)
  const problem = error instanceof ProblemError ? error.problem : null
  if (!problem?.requestId || problem.status < 500) return null
  return <p className="request-id">{w.requestId(problem.requestId)}</p>
}
