import { askRecommendation, recommendationActs } from '../../contracts/recommendations.ts'
import type { Scenario } from './scenario.ts'

/** A student's recommendation that waits for its first review. */
export async function recommendationAsked(s: Scenario, school: string) {
  const student = await s.student(school)
  const of = await student.first.call(askRecommendation, { params: { school }, body: { wish: '软件开发' } })
  return { student, version: of.version, params: { school, id: of.id } }
}

/** At a school of two levels: with its word, before the school's own review, and who gives that. */
export async function recommendedByCollege(s: Scenario) {
  const school = await s.school({ recommendationLevels: ['college', 'school'] })
  const { params, version: seenVersion } = await recommendationAsked(s, school)
  const { first } = await s.staff(school, 'college_reviewer', '01')
  const body = { seenVersion, word: '予以推荐' }
  const { id, version } = await first.call(recommendationActs.recommend, { params, body })
  return { id, version, params, reviewer: (await s.staff(school, 'school_reviewer')).first }
}
