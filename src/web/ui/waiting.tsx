import type { Holder } from '../../domain/agreement.ts'
import { useWords } from '../words/language.tsx'
import { Age } from './age.tsx'

/** Who has it, and for how long already. */
export function Waiting({ holder, since }: { holder: Holder; since: string }) {
  const words = useWords()
  if (!holder) return words.none
  return (
    <>
      {words.agreement.waiting[holder]} <Age since={since} />
    </>
  )
}
