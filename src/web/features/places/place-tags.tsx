import { PLACE_TAGS, type PlaceTag } from '../../../domain/place/fact.ts'
import { Facts } from '../../ui/facts.tsx'
import { useWords } from '../../words/language.tsx'
import { placeTagWords } from './words.ts'

/** What the place of a case counts as, for the school: by tables of today, so no part of a document. */
export function PlaceTags({ of }: { of: readonly PlaceTag[] }) {
  const w = useWords(placeTagWords)
  if (of.length === 0) return null
  return (
    <section className="card">
      <Facts of={[[w.at, of.map((tag) => w.tags[tag]).join(w.between)]]} />
    </section>
  )
}

/** By which a list is narrowed to such places. */
export function useTagChoice() {
  const w = useWords(placeTagWords)
  return {
    name: 'tag',
    label: w.label,
    all: w.all,
    options: PLACE_TAGS.map((value) => ({ value, label: w.tags[value] })),
  } as const
}
