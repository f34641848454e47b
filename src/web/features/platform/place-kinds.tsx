import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { listPlaceKinds } from '../../../contracts/places.ts'
import { ask } from '../../call.ts'
import { useFigures } from '../../ui/figures.ts'
import { SmallTable } from '../../ui/small-table.tsx'
import { useWords } from '../../words/language.tsx'
import { placesWords } from './places-words.ts'

/** Minimum wages and the tags of places, with how many rows there are of each. */
export function PlaceKinds() {
  const w = useWords(placesWords)
  const { number } = useFigures()
  const { data } = useSuspenseQuery(ask(listPlaceKinds))
  return (
    <section className="card">
      <h2>{w.title}</h2>
      <p className="soft">{w.hint}</p>
      <SmallTable
        label={w.title}
        items={data.items}
        keyOf={({ kind }) => kind}
        columns={[
          {
            title: w.title,
            show: ({ kind }) => (
              <Link to="/platform/places/$kind" params={{ kind }}>
                {w.kinds[kind]}
              </Link>
            ),
          },
          { title: w.rows, show: ({ rows }) => number(rows) },
        ]}
      />
    </section>
  )
}
