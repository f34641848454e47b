import type { CorrectionChange } from '../correction/case.ts'
import type { Audience, Message } from '../notification.ts'
import type { Change, Outcome } from '../outcome.ts'
import type { PlaceChange } from '../placement.ts'

const placeOf = (place: PlaceChange): string[] => {
  switch (place.do) {
    case 'keep':
      return []
    case 'take':
      return [`takes the place as ${place.hold.kind} with ${place.hold.holder}`]
    case 'rename':
      return [`calls the place ${place.holder}`]
    case 'free':
      return ['frees the place']
  }
}

const audienceOf = (to: Audience): string => {
  if ('userId' in to) return 'one person'
  if ('studentId' in to) return 'student'
  if ('employerId' in to) return 'employer'
  return 'level' in to ? to.level : 'the other administrators'
}

/** A value on one line: an instant as ISO 8601, an object as JSON. */
const shownAs = (value: unknown): string => {
  if (value instanceof Date) return value.toISOString()
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
const listed = (entries: readonly (readonly [string, unknown])[]) =>
  entries.map(([name, value]) => `${name} ${shownAs(value)}`).join(', ')

/** Told by the step and by who has it, or so long that a test of its own looks at it. */
const SAID_OTHERWISE = [
  'status',
  'waitingFor',
  'terms',
  'details',
  'form',
  'snapshot',
  'amendmentTerms',
  'changes',
]

/** What an act has changed of a case that was there. */
const setOf = ({ before, after }: Change): string => {
  if (!before) return ''
  const was: Readonly<Record<string, unknown>> = { ...before }
  return listed(
    Object.entries(after).filter(
      ([name, value]) => !SAID_OTHERWISE.includes(name) && shownAs(was[name]) !== shownAs(value),
    ),
  )
}

/** What the roster says from then on. */
const rosterOf = (change: Change): string[] => {
  const { roster } = change as Change & Partial<Pick<CorrectionChange, 'roster'>>
  return roster
    ? [`has the roster say {${listed(roster.fields.map((field) => [field, roster.values[field]]))}}`]
    : []
}

type Waiting = { readonly waitingFor?: string | null }
const changeOf = (change: Change): string => {
  const { kind, after, step, data, place, byClock } = change
  const { waitingFor } = after as Waiting
  const [set, kept] = [setOf(change), listed(Object.entries(data))]
  return [
    `${kind} ${step ? `${step.action}: ${step.from ?? 'new'} → ${step.to}` : 'unmoved'}`,
    ...(waitingFor === undefined ? [] : [`${waitingFor ?? 'nobody'} has it`]),
    ...(byClock ? ['by the clock'] : []),
    ...(step?.reason ? [`because of ${step.reason}`] : []),
    ...(set ? [`sets {${set}}`] : []),
    ...(kept ? [`journals {${kept}}`] : []),
    ...placeOf(place),
    ...rosterOf(change),
  ].join(', ')
}

const toldOf = ({ kind, to, about, params, dedupe }: Message) =>
  [
    `${audienceOf(to)} of ${kind} about ${about.kind} ${about.id}`,
    `(${Object.values(params).filter(Boolean).join(' · ')})`,
    ...(dedupe ? [`once as ${dedupe}`] : []),
  ].join(' ')

/**
 * The whole of an outcome as one sentence: what changes and what the journal keeps of it, what becomes of the place and of
 * files, who is told what with which words. What a case is born with is for a test of its own.
 */
export const sentenceOf = ({ changes, files, told }: Outcome): string =>
  [
    ...changes.map(changeOf),
    ...(files
      ? [`files for ${files.of.kind} ${files.of.id}: ${files.ids.join(' ')}${files.beside ? ' beside' : ''}`]
      : []),
    told.length > 0 ? `tells ${told.map(toldOf).join(', ')}` : 'tells nobody',
  ].join('; ')
