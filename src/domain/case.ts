/** The kinds of case: each has a lifecycle, a page, a chain in the journal, files and notifications of its own. */
export const CASE_KINDS = ['invitation', 'agreement', 'dissolution', 'destination'] as const
export type CaseKind = (typeof CASE_KINDS)[number]
export type CaseRef = { readonly kind: CaseKind; readonly id: string }

/** What people are told about: the cases, which are a student's, and an employer's admission by a school, under the employer's id. */
export const SUBJECT_KINDS = [...CASE_KINDS, 'admission'] as const
export type SubjectKind = (typeof SUBJECT_KINDS)[number]
export type SubjectRef = { readonly kind: SubjectKind; readonly id: string }

/** As the journal, the evidence and the notifications name it: `agreement:0197a1b2-…`. */
export const subjectOf = ({ kind, id }: SubjectRef): string => `${kind}:${id}`

/** What a subject names. An Error for what names none: no notification is about anything else. */
export function subjectFrom(subject: string): SubjectRef {
  const [kind, id] = subject.split(':')
  const found = SUBJECT_KINDS.find((one) => one === kind)
  if (!found || !id) throw new Error(`not a subject: ${subject}`)
  return { kind: found, id }
}
