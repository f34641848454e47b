import { subjectOf } from '../../../domain/case.ts'
import {
  type Edition,
  type RecommendationCase,
  recommendationRef,
} from '../../../domain/recommendation/case.ts'
import {
  asIssued,
  type RecommendationFacts,
  recommendationSheet,
} from '../../../domain/recommendation/sheet.ts'
import { documentSealedTold } from '../../../domain/recommendation/told.ts'
import { zh } from '../../../words/recommendation-sheet.zh.ts'
import { wordRecommendation } from '../../../words/word-recommendation.ts'
import type { Db } from '../../db/database.ts'
import type { Issuing, Layout, OwnLayout, PrintedVerification } from '../../services/documents/typesetter.ts'
import type { SealedKind } from '../documents/kind.ts'
import { findSealBorne } from '../documents/queries.ts'
import { listTimeline } from '../journal/queries.ts'
import { findSchool } from '../schools/queries.ts'
import { sealOfSchool } from '../seals/printed.ts'
import { printedVerification } from '../verification-codes/printed.ts'
import { findAnyRecommendation, findEdition } from './queries.ts'

/** What the sheet of this edition says, out of what is committed. */
export async function factsOf(
  db: Db,
  of: Pick<RecommendationCase, 'schoolId' | 'id' | 'revokedAt'>,
  edition: Edition,
): Promise<RecommendationFacts> {
  const [school, acts, schoolSeal] = await Promise.all([
    findSchool(db, of.schoolId),
    listTimeline(db, of.schoolId, { subject: subjectOf(recommendationRef(of)) }),
    findSealBorne(db, { school: of.schoolId, kind: 'recommendation', id: of.id, version: edition.version }),
  ])
  const { askedAt, issuedAt, ...said } = edition
  return {
    school: { code: of.schoolId, name: school.name },
    edition: { ...said, askedAt: askedAt.toISOString(), issuedAt: issuedAt.toISOString() },
    revokedAt: of.revokedAt?.toISOString() ?? null,
    acts: acts.map(({ at, action, actorName }) => ({ at, action, actorName })),
    ...(schoolSeal && { schoolSeal }),
  }
}

/** In Chinese. Says that it was made when its last fact came about, so that it is the same whenever it is made. */
export function recommendationLayout(facts: RecommendationFacts, { verification, seal }: Issuing): OwnLayout {
  const content = recommendationSheet(facts)
  const worded = wordRecommendation(content, zh, 'zh-CN')
  return {
    template: 'recommendation',
    data: { ...worded, school: facts.school.name, page: zh.page('{page}', '{pages}'), verification, seal },
    madeAt: new Date(content.revokedAt ?? content.issuedAt),
  }
}

/** The same with the school's seal of these facts. */
export const layoutOf = async (
  db: Db,
  facts: RecommendationFacts,
  verification: PrintedVerification | null,
): Promise<Layout> => recommendationLayout(facts, { verification, seal: await sealOfSchool(db, facts) })

export const recommendationSealed: SealedKind = {
  asOrdered: async (services, key) => {
    const [of, edition] = await Promise.all([
      findAnyRecommendation(services.db, key),
      findEdition(services.db, key, key.version),
    ])
    if (!edition) throw new Error(`version ${key.version} of recommendation ${key.id} issued nothing`)
    const content = asIssued(await factsOf(services.db, of, edition))
    const layout = await layoutOf(services.db, content, await printedVerification(services, key))
    return { content, layout, told: () => documentSealedTold(of, edition.number) }
  },
  reason: '毕业生推荐表，学校推荐',
}
