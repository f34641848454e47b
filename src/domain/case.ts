/** The kinds of case: each has a lifecycle, a page, a chain in the journal, files and notifications of its own. */
export const CASE_KINDS = ['invitation', 'agreement', 'dissolution', 'destination', 'correction'] as const
export type CaseKind = (typeof CASE_KINDS)[number]
export type CaseRef = { readonly kind: CaseKind; readonly id: string }

/** As the journal, the evidence and the notifications name a case: `agreement:0197a1b2-…`. */
export const subjectOf = ({ kind, id }: { readonly kind: string; readonly id: string }): string =>
  `${kind}:${id}`
