import type { AskingFacts } from '../../../domain/privacy-request/acts.ts'
import { ANSWERED_BY, type Answerer } from '../../../domain/privacy-request/answerer.ts'
import { ASKER_SIDE_OF } from '../../../domain/privacy-request/life.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { Db } from '../../db/database.ts'
import type { Person } from '../../http/person.ts'
import { hasOtherAdministrator } from '../accounts/staff.ts'
import { listSchoolsOf } from '../admissions/lists.ts'
import { findAdmission } from '../admissions/standing.ts'
import { askerKeyOf, findAsked } from './queries.ts'

/** Who of a school would answer. Refuses a student who has not been verified, and who keeps the platform: the notice names who answers them. */
export function answererOf({ portal, verified }: Person): Answerer {
  if (!verified) throw new Refusal('verification-needed')
  if (portal === 'platform') throw new Refusal('not-allowed')
  return ANSWERED_BY[ASKER_SIDE_OF[portal]]
}

/** The schools that this person can ask: their own, or all that have admitted their employer. */
export async function listAnswering(db: Db, { school, employer }: Person, at: Date) {
  if (!employer) return school ? [school] : []
  const known = await listSchoolsOf(db, employer.id, at)
  return known.flatMap(({ admitted, code, name, nameEn }) => (admitted ? [{ code, name, nameEn }] : []))
}

/** Refuses a school that is not one's own, or has not admitted one's employer. */
export async function refuseUnlessAnsweredBy(db: Db, person: Person, school: string): Promise<void> {
  answererOf(person)
  if (!person.employer) {
    if (person.school?.code !== school) throw new Refusal('not-found')
    return
  }
  const { admitted } = await findAdmission(db, school, person.employer.id)
  if (!admitted) throw new Refusal('employer-not-admitted', { field: 'school' })
}

/** What stands in the way of asking anew. */
export async function findAsking(db: Db, person: Person): Promise<AskingFacts> {
  const [asked, hasAnswerer] = await Promise.all([
    findAsked(db, askerKeyOf(person)),
    person.portal !== 'school' || hasOtherAdministrator(db, person.school!.code, person.userId),
  ])
  return { ...asked, hasAnswerer }
}
