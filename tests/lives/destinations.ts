import {
  DESTINATION_HOLDS_PLACEMENT,
  destinationLife,
  employerNamed,
  evolveDestination,
} from '../../src/domain/destination.ts'
import { Refusal } from '../../src/domain/refusal.ts'
import type { DestinationAct } from './acts.ts'
import { takeFiles } from './files.ts'
import { leavePlace, refuseUnlessPlaceable, takePlace } from './places.ts'
import {
  type DeclaredDestination,
  journaled,
  personIn,
  reads,
  reviewsNow,
  roleOf,
  type World,
} from './world.ts'

/** Some of the code table's categories, one of each kind and the unplaced. */
export const CATEGORIES: Readonly<
  Record<string, { readonly route: 'destination' | 'declaration'; readonly class: string }>
> = {
  '11': { route: 'destination', class: 'employment' },
  '76': { route: 'destination', class: 'flexible' },
  '801': { route: 'destination', class: 'further-study' },
  '70': { route: 'declaration', class: 'unplaced' },
  '71': { route: 'declaration', class: 'unplaced' },
  '72': { route: 'declaration', class: 'unplaced' },
}
/** A code that no table has. */
export const NO_CATEGORY = '9999'

export const routeOf = ({ category }: DeclaredDestination) => CATEGORIES[category]!.route

const put = (world: World, destination: DeclaredDestination): World => ({
  ...world,
  destinations: { ...world.destinations, [destination.id]: destination },
})

type Filled = Extract<DestinationAct, { category: string }>

/** The category may be chosen, and what proves it is there. */
function fill({ category, files }: Filled) {
  const found = CATEGORIES[category]
  if (!found) throw new Refusal('category-not-offered', { field: 'category' })
  if (found.route === 'destination' && files.length === 0)
    throw new Refusal('evidence-needed', { field: 'evidence' })
  return found
}

export const declarationOf = (world: World, student: string) =>
  Object.values(world.destinations).find((one) => one.student === student && one.status === 'declared')

function declare(world: World, act: Extract<DestinationAct, { action: 'declare' }>): World {
  const { by: student, category, headline, files } = act
  const { route, class: categoryClass } = fill(act)
  refuseUnlessPlaceable(world, student, employerNamed(categoryClass, headline))
  const isDeclaration = route === 'declaration'
  const id = `t${Object.keys(world.destinations).length + 1}`
  const declared: DeclaredDestination = {
    id,
    student,
    category,
    headline,
    status: isDeclaration ? 'declared' : 'in_review',
    version: 1,
    levels: world.rules.destinationLevels,
    level: 0,
    voiding: false,
    declaredAt: world.now,
    registeredAt: null,
  }
  const subject = `destination:${id}`
  if (isDeclaration) return journaled(put(withdrawFormer(world, student), declared), subject, 'declare')
  const placed = takePlace(put(world, declared), student, { ref: id, holder: headline, number: null })
  return takeFiles(journaled(placed, subject, 'declare'), student, subject, files)
}

/** A new declaration replaces the one before. */
function withdrawFormer(world: World, student: string): World {
  const former = declarationOf(world, student)
  if (!former) return world
  const { id, version: seenVersion } = former
  return actOnDestination(world, {
    on: 'destination',
    action: 'withdraw',
    by: student,
    id,
    seenVersion,
    reason: '',
  })
}

export function actOnDestination(world: World, act: DestinationAct): World {
  if (act.action === 'declare') return declare(world, act)
  const before = world.destinations[act.id]
  if (!before || !reads(world, act.by, { student: before.student, employer: null }))
    throw new Refusal('not-found')
  const person = personIn(world, act.by)
  const step = destinationLife.decide(before, { ...act, role: roleOf(person), at: world.now })
  if (person.portal === 'school' && !reviewsNow(before, person))
    throw new Refusal('reviewed-at-another-level')
  const evolved = evolveDestination(before, step)
  const isRegistered = evolved.status === 'registered'
  const after = { ...evolved, registeredAt: before.registeredAt ?? (isRegistered ? world.now : null) }
  if (act.action === 'correct') return correct(world, before, after, act)
  const saved = journaled(put(world, after), `destination:${act.id}`, act.action)
  return DESTINATION_HOLDS_PLACEMENT.includes(after.status)
    ? saved
    : leavePlace(saved, before.student, before.id)
}

function correct(
  world: World,
  before: DeclaredDestination,
  after: DeclaredDestination,
  act: Extract<DestinationAct, { action: 'correct' }>,
): World {
  const { id, student } = before
  const { category, headline } = act
  const { route, class: categoryClass } = fill(act)
  if (route !== routeOf(before)) throw new Refusal('category-not-offered', { field: 'category' })
  refuseUnlessPlaceable(world, student, employerNamed(categoryClass, headline), { ownPlace: true })
  const saved = put(leavePlace(world, student, id), { ...after, category, headline })
  const renamed = takePlace(saved, student, { ref: id, holder: headline, number: null })
  const subject = `destination:${id}`
  return takeFiles(journaled(renamed, subject, 'correct'), act.by, subject, act.files)
}
