import type { AgainstPost as Against } from '../../../domain/application/against-post.ts'
import { useFigures } from '../../ui/figures.ts'
import { Note } from '../../ui/note.tsx'
import { useWords } from '../../words/language.tsx'
import { termsWords } from './words.ts'

/** Where terms say otherwise than the post by which the student came, in words. */
export function useAgainstPostText() {
  const w = useWords(termsWords).againstPost
  const { pay } = useFigures()
  return (one: Against): string =>
    one.code === 'pay-against-post' ? w.pay(pay(one.pay), pay(one.from), pay(one.to)) : w.place(one.place)
}

/** What to ask the employer about before accepting. */
export function AgainstPost({ of }: { of: readonly Against[] }) {
  const text = useAgainstPostText()
  return of.map((one) => <Note below={12} key={one.code} type="warning" title={text(one)} />)
}
