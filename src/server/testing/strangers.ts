import type { Visitor } from '../http/visitor.ts'
import type { Scenario } from './scenario.ts'

/** Who has nothing to do with a case of this school's college 01: others of the school, another school's staff, nobody at all. */
export async function strangersTo(s: Scenario, school: string): Promise<Visitor[]> {
  return [
    (await s.student(school)).first,
    (await s.employer(school)).first,
    (await s.staff(school, 'college_reviewer', '02')).first,
    (await s.staff(await s.school(), 'school_reviewer')).first,
    s.visitor(),
  ]
}
