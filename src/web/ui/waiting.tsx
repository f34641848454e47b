import type { Holder } from '../../domain/agreement.ts'
import { useWords } from '../words/language.tsx'
import { Age } from './age.tsx'

type Props = {
  holder: Holder
  since: string
  /** What is waited for, where it is not the holder's review or answer. */
  text?: string | undefined
}

/** Who has it, and for how long already. */
export function Waiting({ holder, since, text }: Props) {
  const words = useWords()
  if (!holder) return words.none
  return (
    <>
      {text ?? words.agreement.waiting[holder]} <Age since={since} />
    </>
  )
}
