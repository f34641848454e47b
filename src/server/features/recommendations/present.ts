import type { RecommendationView } from '../../../contracts/recommendations.ts'
import { subjectOf } from '../../../domain/case.ts'
import { recommendationOffers } from '../../../domain/recommendation/acts.ts'
import {
  type Edition,
  movedFacts,
  type RecommendationCase,
  recommendationRef,
  SHEET_FACTS,
  type SheetFacts,
} from '../../../domain/recommendation/case.ts'
import { isOpen } from '../../../domain/recommendation/life.ts'
import { actingOn } from '../../../domain/review.ts'
import type { Reading } from '../../http/doing.ts'
import { findSeal } from '../documents/queries.ts'
import { listTimeline } from '../journal/queries.ts'
import { findEdition } from './queries.ts'

type Row = Pick<
  RecommendationCase,
  | 'id'
  | 'snapshot'
  | 'status'
  | 'version'
  | 'editions'
  | 'inForce'
  | 'waitingFor'
  | 'waitingSince'
  | 'askedAt'
>

/** A recommendation as lists show it. */
export const rowOf = ({ id, snapshot, status, version, editions, inForce, waitingFor, ...row }: Row) => ({
  id,
  student: snapshot,
  status,
  version,
  editions,
  inForce,
  waitingFor,
  waitingSince: row.waitingSince.toISOString(),
  askedAt: row.askedAt.toISOString(),
})

/** What the roster says, in the order of the sheet. */
export const presentFacts = (facts: SheetFacts) =>
  SHEET_FACTS.flatMap((fact) => (facts[fact] ? [{ key: fact, shown: facts[fact] }] : []))

const presentEdition = ({ facts, own, word, edition, number, askedAt, issuedAt, version }: Edition) => ({
  edition,
  number,
  version,
  facts,
  own,
  word,
  askedAt: askedAt.toISOString(),
  issuedAt: issuedAt.toISOString(),
})

/** The recommendation's page for this reader: what it says, what the roster says by now, and what the reader may do. */
export async function presentRecommendation(
  { db, person, acting }: Reading,
  of: RecommendationCase,
  roster: SheetFacts,
): Promise<RecommendationView> {
  const key = { school: of.schoolId, id: of.id }
  const [timeline, edition, document] = await Promise.all([
    listTimeline(db, of.schoolId, { subject: subjectOf(recommendationRef(of)) }),
    findEdition(db, key),
    findSeal(db, { ...key, kind: 'recommendation' }),
  ])
  const issued = document?.state === 'removed' ? roster : (edition?.facts ?? of.facts)
  const said = isOpen(of) ? of.facts : issued
  return {
    ...rowOf(of),
    // Only people of the school itself get this far.
    school: person.school!,
    levels: [...of.levels],
    facts: presentFacts(of.facts),
    own: of.own,
    word: of.word && { text: of.word.text, by: of.word.by },
    moved: movedFacts(said, roster).map((fact) => ({
      key: fact,
      was: said[fact] ?? null,
      now: roster[fact] ?? null,
    })),
    edition: edition && presentEdition(edition),
    revokedAt: of.revokedAt?.toISOString() ?? null,
    document,
    serverTime: acting.at.toISOString(),
    actions: recommendationOffers(of, roster, actingOn(acting, person.collegeId, of)),
    timeline,
  }
}
