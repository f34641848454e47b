import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type Desk, getDesk, type Queue } from '../../../contracts/desk.ts'
import { ask } from '../../call.ts'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { Age } from '../cases/age.tsx'
import { listOf } from './queue-of.ts'
import { reviewWords } from './words.ts'
import './waiting-here.css'

/** What is due in a queue, though it is somebody else's turn: how much, by what its list shows exactly that, and its words. */
const DUE = {
  dissolutions: {
    count: (desk: Desk) => desk.dissolutions.answersDueToday,
    search: { queue: 'all', due: 'today' },
    word: 'dueToday',
  },
  admissions: {
    count: (desk: Desk) => desk.admissions?.verificationsOverdue ?? 0,
    search: { queue: 'all', verification: 'overdue' },
    word: 'verificationsOverdue',
  },
} as const
const dueOf = (queue: Queue) => (queue === 'dissolutions' || queue === 'admissions' ? DUE[queue] : null)

/**
 * How long the oldest of a queue has waited, how many have waited long, and what is due, each number opening exactly
 * what it counts; nothing where nothing is.
 */
export function WaitingHere({ queue }: { queue: Queue }) {
  const w = useWords(reviewWords)
  const { data: desk } = useSuspenseQuery(ask(getDesk, { params: { school: useMySchool() } }))
  const { oldestSince, long } = desk[queue] ?? { oldestSince: null, long: 0 }
  const due = dueOf(queue)
  const dueNow = due?.count(desk) ?? 0
  const list = listOf({ queue })
  if (!oldestSince && dueNow === 0) return null
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
      {due && dueNow > 0 && (
        <Link to={list} search={due.search}>
          {w[due.word](dueNow)}
        </Link>
      )}
    </p>
  )
}
