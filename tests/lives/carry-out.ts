import { numberOf } from '../../src/domain/agreement/number-pattern.ts'
import { subjectOf } from '../../src/domain/case.ts'
import type { CorrectionChange } from '../../src/domain/correction/case.ts'
import type { Outcome } from '../../src/domain/outcome.ts'
import { Refusal } from '../../src/domain/refusal.ts'
import type { AnyChange } from '../../src/server/cases/all.ts'
import type { World } from './world.ts'

const COLLECTION = {
  invitation: 'invitations',
  agreement: 'agreements',
  dissolution: 'dissolutions',
  destination: 'destinations',
  correction: 'corrections',
} as const

/** The world after an outcome: in memory what the server's `carry-out.ts` does in tables. */
export function carriedOut(world: World, by: string, { changes, files }: Outcome<AnyChange>): World {
  const changed = changes.reduce(changedBy, world)
  if (!files) return changed
  const subject = subjectOf(files.of)
  const kept = files.beside ? filesOf(world, subject).filter((one) => !files.ids.includes(one)) : []
  return takeFiles(changed, by, subject, [...kept, ...files.ids])
}

function changedBy(world: World, change: AnyChange): World {
  const { kind, step, place } = change
  const after = { ...change.after, ...allotted(world, change) }
  const collection = COLLECTION[kind]
  const saved = { ...world, [collection]: { ...world[collection], [after.id]: after } }
  const number = ('number' in after && kind === 'agreement' && after.number) || null
  const placed = withPlace(saved, after.studentId, after.id, place, number)
  const corrected = change.kind === 'correction' ? withRoster(placed, change) : placed
  return step ? journaled(corrected, subjectOf({ kind, id: after.id }), step.action) : corrected
}

/** What the roster says from now on: the class is all that is corrected here. */
function withRoster(world: World, { roster, after: { studentId } }: CorrectionChange): World {
  const student = world.people[studentId]
  if (!roster || student?.portal !== 'student') return world
  const className = roster.values.className ?? ''
  return { ...world, people: { ...world.people, [studentId]: { ...student, className } } }
}

/** A new agreement gets the next number of its kind. */
function allotted(world: World, change: AnyChange): { number?: string } {
  if (change.kind !== 'agreement' || change.before) return {}
  const { kind, number: mask } = change.after
  const serial = Object.values(world.agreements).filter((one) => one.kind === kind).length + 1
  return { number: numberOf(mask, serial) }
}

/** Two that would hold the place are a fault of the rules, not a refusal. */
function withPlace(
  world: World,
  student: string,
  ref: string,
  place: AnyChange['place'],
  number: string | null,
): World {
  const { [student]: held, ...others } = world.places
  const put = (holder: string): World => ({
    ...world,
    places: { ...others, [student]: { ref, holder, number } },
  })
  switch (place.do) {
    case 'keep':
      return world
    case 'take':
      if (held) throw new Error(`the place of ${student} would be taken twice`)
      return put(place.hold.holder)
    case 'rename':
      return put(place.holder)
    case 'free':
      return held?.ref === ref ? { ...world, places: others } : world
  }
}

export const journaled = (world: World, subject: string, action: string): World => ({
  ...world,
  journal: { ...world.journal, [subject]: [...(world.journal[subject] ?? []), action] },
})

/** What the next upload will be called. */
export const nextFile = (world: World) => `f${Object.keys(world.files).length + 1}`

/** What this person has uploaded and no act has taken. */
export const unusedFiles = (world: World, by: string) =>
  Object.entries(world.files).flatMap(([id, file]) =>
    file.by === by && file.subject === null && !file.gone ? [id] : [],
  )

/** The files of a case that were not set aside. */
export const filesOf = (world: World, subject: string) =>
  Object.entries(world.files).flatMap(([id, file]) => (file.subject === subject && !file.gone ? [id] : []))

/** Makes exactly these the case's files: new ones of the author's own, or those it has. */
function takeFiles(world: World, by: string, subject: string, ids: readonly string[]): World {
  const mayTake = (id: string) => {
    const file = world.files[id]
    return file && !file.gone && (file.subject === subject || (file.subject === null && file.by === by))
  }
  if (!ids.every(mayTake) || new Set(ids).size !== ids.length)
    throw new Refusal('evidence-not-found', { field: 'evidence' })
  const files = { ...world.files }
  for (const id of filesOf(world, subject)) files[id] = { ...files[id]!, gone: true }
  for (const id of ids) files[id] = { ...files[id]!, subject, gone: false }
  return { ...world, files }
}

const A_DAY = 24 * 60 * 60 * 1000

/** Files that no act has taken for a day are removed. */
export const removeUnused = (world: World): World => ({
  ...world,
  files: Object.fromEntries(
    Object.entries(world.files).map(([id, file]) => {
      const isOld = world.now.getTime() - file.uploadedAt.getTime() > A_DAY
      return [id, file.subject === null && isOld ? { ...file, gone: true } : file]
    }),
  ),
})
