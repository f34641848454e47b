import type { z } from 'zod'
import * as contract from '../../contracts/destinations.ts'
import { withCreditCheck } from '../../domain/identifiers.ts'
import type { Visitor } from '../http/visitor.ts'
import type { Scenario } from './scenario.ts'

export type Form = z.output<typeof contract.destinationForm>
type Student = { readonly first: Visitor; readonly school: string }

const RIGHT: Record<string, string> = {
  line: '中南研究院',
  text: '第一段\n第二段',
  day: '2026-05-20',
  money: '4500',
  credit_code: withCreditCheck('91420100MA4KWXYU5'),
  'code:employer_nature': '20',
  'code:industry': '38',
  'code:region': '420111',
  'code:job_category': '11',
}

/** A right answer to every field, required or not. */
export const rightAnswers = ({ fields }: Pick<Form, 'fields'>): Record<string, string> =>
  Object.fromEntries(fields.map(({ key, type }) => [key, RIGHT[type] ?? '']))

export async function listFormsOf({ first, school }: Student): Promise<Form[]> {
  return (await first.call(contract.listDestinationForms, { params: { school } })).items
}

export async function findFormOf(student: Student, category: string): Promise<Form> {
  const form = (await listFormsOf(student)).find((one) => one.category === category)
  if (!form) throw new Error(`${category} is not offered`)
  return form
}

/** What this student sends for a category: right answers and one scan where it asks for evidence. */
export async function declarationOf(
  s: Scenario,
  student: Student,
  category: string,
  change: Readonly<Record<string, string>> = {},
) {
  const form = await findFormOf(student, category)
  const evidence = form.evidence ? [await s.scan(student.first, student.school)] : []
  const details = { ...rightAnswers(form), ...change }
  return {
    params: { school: student.school },
    body: { category, details, evidence, confirmed: true as const },
  }
}

export const declare = async (
  s: Scenario,
  student: Student,
  category: string,
  change: Readonly<Record<string, string>> = {},
) => student.first.call(contract.declareDestination, await declarationOf(s, student, category, change))
