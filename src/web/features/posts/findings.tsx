import type { Finding } from '../../../domain/post/wording.ts'
import { Note } from '../../ui/note.tsx'
import { useWords } from '../../words/language.tsx'
import { postWords, wordingWords } from './words.ts'

/**
 * What a post says against the lists: what keeps it from being submitted, and what is to be looked at again. Each names its field,
 * unless all stand at it.
 */
export function Findings({ of, isAtField = false }: { of: readonly Finding[]; isAtField?: boolean }) {
  const w = useWords(postWords)
  const { found } = useWords(wordingWords)
  const parts = [
    ['error', w.blocking, of.filter(({ isBlocking }) => isBlocking)],
    ['warning', w.doubtful, of.filter(({ isBlocking }) => !isBlocking)],
  ] as const
  return parts.map(
    ([type, title, findings]) =>
      findings.length > 0 && (
        <Note
          key={type}
          type={type}
          title={title}
          description={
            <ul className="reasons">
              {findings.map((one) => (
                <li key={`${one.field}${one.ground}${one.said}`}>
                  {!isAtField && `${w.name[one.field]}: `}
                  {found(one)}
                </li>
              ))}
            </ul>
          }
        />
      ),
  )
}
