import { useDeferredValue, useMemo } from 'react'
import { type Found, findingsInText, listsOf } from '../../../domain/post/wording.ts'
import { Note } from '../../ui/note.tsx'
import { useWords } from '../../words/language.tsx'
import { postWords, wordingWords } from './words.ts'

type Props = {
  of: readonly Found[]
  /** What the fields are called in which they stand; null where all stand at theirs. */
  names: Readonly<Record<string, string>> | null
  /** Whether the school looks at it before anybody reads it. */
  isReviewed?: boolean
}

/** What is said against the word lists: what keeps it from being submitted, and what is to be looked at again. */
export function Findings({ of, names, isReviewed = true }: Props) {
  const w = useWords(postWords)
  const { found } = useWords(wordingWords)
  const parts = [
    ['error', w.blocking, of.filter(({ isBlocking }) => isBlocking)],
    ['warning', isReviewed ? w.doubtful : w.doubtfulUnseen, of.filter(({ isBlocking }) => !isBlocking)],
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
                  {names && `${names[one.field] ?? one.field}: `}
                  {found(one)}
                </li>
              ))}
            </ul>
          }
        />
      ),
  )
}

/** The same of what an employer says to students, while it is typed: by the product's lists, of which a school may have its own. */
export function FindingsIn({ text }: { text: string }) {
  const read = useDeferredValue(text)
  const found = useMemo(() => findingsInText('text', read, listsOf([])), [read])
  return <Findings of={found} names={null} isReviewed={false} />
}
