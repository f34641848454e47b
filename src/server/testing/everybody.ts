import type { Visitor } from '../http/visitor.ts'
import type { Scenario } from './scenario.ts'

/** A new school with a student, an employer and a reviewer, and everybody who may come to see something of theirs, or not. */
export async function everybody(s: Scenario) {
  const school = await s.school()
  const student = await s.student(school)
  const employer = await s.employer(school)
  const reviewer = await s.staff(school, 'school_reviewer')
  const colleague = await s.enter({ portal: 'employer', employerId: employer.id })
  const people: Record<string, Visitor> = {
    student: student.first,
    employer: employer.first,
    reviewer: reviewer.first,
    colleague: colleague.first,
    administrator: (await s.staff(school, 'administrator')).first,
    'own college': (await s.staff(school, 'college_reviewer', '01')).first,
    'another college': (await s.staff(school, 'college_reviewer', '02')).first,
    'another student': (await s.student(school)).first,
    'another employer': (await s.employer(school)).first,
    'another school': (await s.staff(await s.school(), 'administrator')).first,
    nobody: s.visitor(),
  }
  return { school, student, employer, reviewer, people }
}
