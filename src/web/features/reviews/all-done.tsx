import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { getDesk, type Queue } from '../../../contracts/desk.ts'
import { ask } from '../../call.ts'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { admissionWords } from '../admissions/words.ts'
import { recommendationListWords } from '../recommendations/list-words.ts'
import { listOf } from './queue-of.ts'
import { tileWords } from './tile-words.ts'
import { reviewWords } from './words.ts'

const QUEUES = [
  'agreements',
  'dissolutions',
  'destinations',
  'corrections',
  'recommendations',
  'admissions',
  'posts',
  'talks',
] as const satisfies readonly Queue[]

/** Nothing waits in this queue any more: what else does. */
export function AllDone({
  of: { queue, words },
}: {
  of: { queue: Queue; words: { readonly empty: string } }
}) {
  const w = useWords(reviewWords)
  const { data: desk } = useSuspenseQuery(ask(getDesk, { params: { school: useMySchool() } }))
  const titles = {
    ...w,
    ...useWords(tileWords),
    recommendations: useWords(recommendationListWords).queue,
    admissions: useWords(admissionWords).queue,
  }
  const others = QUEUES.flatMap((other) => {
    const waiting = desk[other]?.waiting ?? 0
    return other !== queue && waiting > 0 ? [{ queue: other, waiting }] : []
  })
  return (
    <>
      <p>{words.empty}</p>
      {others.length === 0 ? (
        <p>{w.allDone}</p>
      ) : (
        <p>
          {w.alsoWaiting}
          {others.map((other) => (
            <Link key={other.queue} className="also" to={listOf(other)}>
              {titles[other.queue].title} {other.waiting}
            </Link>
          ))}
        </p>
      )}
    </>
  )
}
