import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { getDesk, type Queue } from '../../../contracts/desk.ts'
import { ask } from '../../call.ts'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { reviewWords } from './words.ts'

const QUEUES = [
  'agreements',
  'dissolutions',
  'destinations',
  'corrections',
] as const satisfies readonly Queue[]

/** Nothing waits in this queue any more: what else does. */
export function AllDone({
  of: { queue, words },
}: {
  of: { queue: Queue; words: { readonly empty: string } }
}) {
  const w = useWords(reviewWords)
  const { data: desk } = useSuspenseQuery(ask(getDesk, { params: { school: useMySchool() } }))
  const others = QUEUES.filter((other) => other !== queue && desk[other].waiting > 0)
  return (
    <>
      <p>{words.empty}</p>
      {others.length === 0 ? (
        <p>{w.allDone}</p>
      ) : (
        <p>
          {w.alsoWaiting}
          {others.map((other) => (
            <Link key={other} className="also" to={`/school/${other}`}>
              {w[other].title} {desk[other].waiting}
            </Link>
          ))}
        </p>
      )}
    </>
  )
}
