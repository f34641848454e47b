import { LONG_HOURS } from '../../../domain/review.ts'
import { serverNow } from '../../ui/server-now.ts'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'

/** How long something has waited; old ones stand out. */
export function Age({ since }: { since: string }) {
  const w = useWords(uiWords)
  const hours = Math.max(0, Math.floor((serverNow().getTime() - Date.parse(since)) / 3_600_000))
  return (
    <span className={hours >= LONG_HOURS ? 'whole old' : 'whole'}>
      {w.ageText(Math.floor(hours / 24), hours % 24)}
    </span>
  )
}
