import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { getDesk, type Queue } from '../../../contracts/desk.ts'
import { ask } from '../../call.ts'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { Age } from '../cases/age.tsx'
import { listOf } from './queue-of.ts'
import { reviewWords } from './words.ts'
import './waiting-here.css'

/**
 * How long the oldest of a queue has waited, how many have waited long, and what is due today, each number opening
 * exactly what it counts; nothing where nothing is.
 */
export function WaitingHere({ queue }: { queue: Queue }) {
  const w = useWords(reviewWords)
  const { data: desk } = useSuspenseQuery(ask(getDesk, { params: { school: useMySchool() } }))
  const { oldestSince, long } = desk[queue] ?? { oldestSince: null, long: 0 }
  const due = queue === 'dissolutions' ? desk.dissolutions.answersDueToday : 0
  const list = listOf({ queue })
  if (!oldestSince && due === 0) return null
  return (
    <p className="waiting-here">
      {oldestSince && (
        <span className="soft">
          {w.oldest} <Age since={oldestSince} />
        </span>
      )}
      {long > 0 && (
        <Link to={list} search={{ queue: 'mine', waited: 'long' }}>
          {w.long(long)}
        </Link>
      )}
      {due > 0 && (
        <Link to={list} search={{ queue: 'all', due: 'today' }}>
          {w.dueToday(due)}
        </Link>
      )}
    </p>
  )
}
