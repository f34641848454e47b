import { type PlacingFacts, reasonsAgainstPlacing } from '../../src/domain/eligibility.ts'
import { type Place, personIn, refuseFor, type World } from './world.ts'

export const placingFacts = (world: World, student: string): PlacingFacts => {
  const place = world.places[student]
  const person = personIn(world, student)
  return {
    placement: place ? { holder: place.holder, number: place.number } : null,
    designatedEmployer: person.portal === 'student' ? person.designatedEmployer : null,
  }
}
/** R1, R10, R19; `ownPlace` when the place is what is being corrected. */
export const refuseUnlessPlaceable = (
  world: World,
  student: string,
  employer: string | null,
  { ownPlace = false } = {},
) => {
  const facts = placingFacts(world, student)
  refuseFor(reasonsAgainstPlacing(ownPlace ? { ...facts, placement: null } : facts, employer))
}

/** Takes the place; two that would hold it are a fault of the rules, not a refusal. */
export function takePlace(world: World, student: string, place: Place): World {
  if (world.places[student]) throw new Error(`the place of ${student} would be taken twice`)
  return { ...world, places: { ...world.places, [student]: place } }
}
export function leavePlace(world: World, student: string, ref: string): World {
  const { [student]: place, ...others } = world.places
  return place?.ref === ref ? { ...world, places: others } : world
}
