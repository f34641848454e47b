import { useSuspenseQuery } from '@tanstack/react-query'
import { getDesk, type Queue } from '../../../contracts/desk.ts'
import { ask } from '../../call.ts'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { Age } from '../cases/age.tsx'
import { reviewWords } from './words.ts'

/** How long the oldest of a queue has waited, how many have waited long, and what is due today; nothing where nothing is. */
export function WaitingHere({ queue }: { queue: Queue }) {
  const w = useWords(reviewWords)
  const { data: desk } = useSuspenseQuery(ask(getDesk, { params: { school: useMySchool() } }))
  const { oldestSince, long } = desk[queue] ?? { oldestSince: null, long: 0 }
  const due = queue === 'dissolutions' ? desk.dissolutions.answersDueToday : 0
  if (!oldestSince && due === 0) return null
  return (
    <p className="soft">
      {oldestSince && (
        <>
          {w.oldest} <Age since={oldestSince} />
          {long > 0 && ` · ${w.long(long)}`}
        </>
      )}
      {due > 0 && `${oldestSince ? ' · ' : ''}${w.dueToday(due)}`}
    </p>
  )
}
