import type { Completeness } from '../../../domain/resume/completeness.ts'
import { useWords } from '../../words/language.tsx'
import { readWords, resumeWords } from './words.ts'

/** How much of a résumé is there, and what is not. */
export function Lacking({ of }: { of: Completeness }) {
  const w = useWords(resumeWords)
  const { and } = useWords(readWords)
  return (
    <p className="soft">
      {w.complete(of.percent)}
      {of.lacking.length > 0 && ` · ${w.lacks}${of.lacking.map((part) => w.lacking[part]).join(and)}`}
    </p>
  )
}
