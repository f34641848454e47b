import { askDissolution } from '../../contracts/dissolutions.ts'
import type { Settings } from '../../domain/settings.ts'
import type { Scenario } from './scenario.ts'

/** A certified agreement between new people of a new school, and how either side asks to dissolve it. */
export async function inForce(s: Scenario, settings: Partial<Settings> = {}) {
  const school = await s.school(settings)
  const [student, employer] = [await s.student(school), await s.employer(school)]
  const reviewer = await s.staff(school, 'school_reviewer')
  const agreement = await s.certify(await s.sign(employer, student, { reportBy: '2026-06-01' }), reviewer)
  const params = { school, id: agreement.id }
  const asking = (by: 'student' | 'employer', change: object = {}) => ({
    params,
    body: {
      seenVersion: agreement.version,
      noticeVersion: 1,
      ground: by === 'student' ? 'other-offer' : 'post-cancelled',
      reason: '另有安排',
      ...change,
    },
  })
  const ask = (by: 'student' | 'employer', change: object = {}) =>
    (by === 'student' ? student : employer).first.ask(askDissolution, asking(by, change))
  return { school, student, employer, reviewer, agreement, params, asking, ask }
}

/** An act on a case, as its endpoint takes it. */
export const act = <More extends object>(id: string, school: string, seenVersion: number, more: More) => ({
  params: { school, id },
  body: { seenVersion, ...more },
})
