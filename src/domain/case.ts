/** The kinds of case: each has a lifecycle, a page, a chain in the journal, files and notifications of its own. */
export const CASE_KINDS = ['invitation', 'agreement', 'dissolution', 'destination', 'correction'] as const
export type CaseKind = (typeof CASE_KINDS)[number]
export type CaseRef = { readonly kind: CaseKind; readonly id: string }

/**
 * What has a life and a page of its own: the cases, which are a student's, an employer's admission by a school, under the employer's id,
 * what a student asks the school to do with what is kept of them, the school's word for them, a form
 * on which they sign on paper; a job post as one school has it, a student's report of one, what a
 * graduate says is not their destination, what a rule has found to be looked into, a student's application for a post, a talk that
 * an employer holds at a school, a fair that a school holds, a student's not having come to one of them, and what is sent to where a graduate goes.
 */
export const SUBJECT_KINDS = [
  ...CASE_KINDS,
  'admission',
  'privacy-request',
  'recommendation',
  'paper-form',
  'post',
  'post-report',
  'objection',
  'check',
  'application',
  'talk',
  'fair',
  'absence',
  'transfer',
] as const
export type SubjectKind = (typeof SUBJECT_KINDS)[number]

/** As the journal, the evidence and the notifications name it: `agreement:0197a1b2-…`. */
export const subjectOf = ({ kind, id }: { readonly kind: string; readonly id: string }): string =>
  `${kind}:${id}`
