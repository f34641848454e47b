import { submitCorrection } from '../../contracts/corrections.ts'
import type { Scenario } from './scenario.ts'

type Student = Awaited<ReturnType<Scenario['student']>>

/** What a student sends to have these fields corrected, with an uploaded file. */
export const correctionOf = async (s: Scenario, student: Student, values: Record<string, string>) => ({
  params: { school: student.school },
  body: { values, reason: '录入有误', evidence: [await s.scan(student.first, student.school)] },
})

/** A student's correction of these fields, waiting for its review. */
export const askCorrection = async (s: Scenario, student: Student, values: Record<string, string>) =>
  student.first.call(submitCorrection, await correctionOf(s, student, values))
