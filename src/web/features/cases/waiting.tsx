import type { Holder } from '../../../domain/review.ts'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import { Age } from './age.tsx'
import { caseWords } from './words.ts'

type Props = {
  holder: Holder
  since: string
  /** What is waited for, where it is not the holder's review or answer. */
  text?: string | undefined
}

/** Who has it, and for how long already. */
export function Waiting({ holder, since, text }: Props) {
  const w = useWords(uiWords)
  const cases = useWords(caseWords)
  if (!holder) return w.none
  return (
    <>
      {text ?? cases.waiting[holder]} <Age since={since} />
    </>
  )
}
