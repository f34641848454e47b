/** The list of a school's own fields as a whole: what it may become, and what a change of it has changed. */
import { Refusal } from '../refusal.ts'
import { foldText } from '../text.ts'
import { inUse, type OwnField, type OwnKey, type OwnList, type OwnTakes } from './field.ts'

/** Whatever fitted before fits still: what is kept is never at odds with its definition, and a download comes in again. */
function stillTakes(before: OwnTakes, after: OwnTakes): boolean {
  if (before.kind === 'text' && after.kind === 'text') return after.most >= before.most
  if (before.kind === 'choice' && after.kind === 'choice')
    return before.choices.every((choice) => after.choices.includes(choice))
  if (before.kind === 'number' && after.kind === 'number') {
    const lowers = after.least === null || (before.least !== null && after.least <= before.least)
    const raises = after.greatest === null || (before.greatest !== null && after.greatest >= before.greatest)
    return lowers && raises
  }
  return before.kind === after.kind
}

export type OwnListFacts = {
  readonly list: OwnList
  readonly before: readonly OwnField[]
  /** Of fields that come into being now. */
  readonly fresh: ReadonlySet<OwnKey>
  /** Those of before that something was said in. */
  readonly filled: ReadonlySet<OwnKey>
  /** Folded headings that mean something already: the product's columns, or what forms of destinations ask. */
  readonly taken: ReadonlySet<string>
  /** Codes of categories of destinations that there are. */
  readonly categories: ReadonlySet<string>
}

/** All that a field is known by, and where on the page it is typed. */
const headingsOf = ({ name, nameEn, synonyms }: OwnField) => [
  { at: 'name', heading: name },
  ...(nameEn === '' ? [] : [{ at: 'nameEn', heading: nameEn }]),
  ...synonyms.map((heading) => ({ at: 'synonyms', heading })),
]

/** Of what is asked: a heading is one field's, and nothing else's. Called the same twice by one field is said once. */
function refuseSameHeadings(after: readonly OwnField[], taken: ReadonlySet<string>): void {
  const known = new Map<string, OwnField>()
  for (const [k, field] of after.entries()) {
    if (field.isEnded) continue
    for (const { at, heading } of headingsOf(field)) {
      const folded = foldText(heading)
      if (taken.has(folded) || (known.get(folded) ?? field) !== field)
        throw new Refusal('field-name-taken', { field: `fields.${k}.${at}`, name: heading })
      known.set(folded, field)
    }
  }
}

/** Refuses a list that cannot follow the one before; of what a list does not have there is nothing to choose. */
export function refuseUnlessFollows(
  { list, before, fresh, filled, taken, categories }: OwnListFacts,
  after: readonly OwnField[],
): void {
  const next = new Map(after.map((field) => [field.key, field]))
  for (const { key, name } of before)
    if (filled.has(key) && !next.has(key)) throw new Refusal('field-in-use', { field: 'fields', name })
  const former = new Map(before.map((field) => [field.key, field]))
  for (const [k, field] of after.entries()) {
    const was = former.get(field.key)
    // Of another school, gone meanwhile, or the same twice.
    if ((!was && !fresh.has(field.key)) || next.get(field.key) !== field)
      throw new Refusal('field-not-in-use', { field: `fields.${k}.key` })
    if (was && filled.has(field.key) && !stillTakes(was.takes, field.takes))
      throw new Refusal('field-in-use', { field: `fields.${k}.takes`, name: field.name })
    if (list === 'destination' && field.categories.some((code) => !categories.has(code)))
      throw new Refusal('category-not-offered', { field: `fields.${k}.categories` })
  }
  refuseSameHeadings(after, taken)
}

/** As the list has it: a roster is the school's own, and staff are asked for nothing that a student's act would wait for. */
export function asListed(list: OwnList, field: OwnField): OwnField {
  if (list === 'roster') return { ...field, filledBy: 'staff', categories: [] }
  return field.filledBy === 'student' ? { ...field, seenBy: 'student' } : { ...field, required: false }
}

export const OWN_CHANGES = ['added', 'changed', 'ended', 'resumed', 'removed', 'moved'] as const
export type OwnChange = { readonly name: string; readonly what: (typeof OWN_CHANGES)[number] }

const isSame = (one: OwnField, other: OwnField) => JSON.stringify(one) === JSON.stringify(other)

/** What became of each field that is not as it was; who only made way for others has not moved. */
export function changesBetween(before: readonly OwnField[], after: readonly OwnField[]): OwnChange[] {
  const former = new Map(before.map((field) => [field.key, field]))
  const kept = new Set(after.map(({ key }) => key))
  const changes = after.flatMap((field): OwnChange[] => {
    const was = former.get(field.key)
    const { name } = field
    if (!was) return [{ name, what: 'added' }]
    if (isSame(was, field)) return []
    if (was.isEnded !== field.isEnded) return [{ name, what: field.isEnded ? 'ended' : 'resumed' }]
    return [{ name, what: 'changed' }]
  })
  const removed = before.filter(({ key }) => !kept.has(key))
  const orderOf = (of: readonly OwnField[], among: ReadonlySet<OwnKey>) =>
    of.filter(({ key }) => among.has(key)).map(({ key }) => key)
  const common = new Set(before.map(({ key }) => key).filter((key) => kept.has(key)))
  const [was, is] = [orderOf(before, common), orderOf(after, common)]
  const moved = is.findIndex((key, k) => key !== was[k])
  return [
    ...changes,
    ...removed.map(({ name }) => ({ name, what: 'removed' as const })),
    ...(moved === -1 ? [] : [{ name: movedName(was, is, moved, after), what: 'moved' as const }]),
  ]
}

/** Of two orders that differ from this place on: whichever of the two there has gone the longer way. */
function movedName(
  was: readonly OwnKey[],
  is: readonly OwnKey[],
  place: number,
  after: readonly OwnField[],
): string {
  const [came, left] = [is[place]!, was[place]!]
  const wayOf = (key: OwnKey) => Math.abs(is.indexOf(key) - was.indexOf(key))
  const moved = wayOf(left) > wayOf(came) ? left : came
  return after.find(({ key }) => key === moved)?.name ?? ''
}

/** Of a destination of this category. */
export const askedFor = (fields: readonly OwnField[], category: string): OwnField[] =>
  inUse(fields).filter(({ categories }) => categories.length === 0 || categories.includes(category))
