/** The first thing that does not fit, as a name that the words tell of, with what they name. */
export class Unfit extends Error {
  readonly code: FaultCode
  readonly of: readonly string[]
  constructor(code: FaultCode, ...of: readonly string[]) {
    super(code)
    this.code = code
    this.of = of
  }
}

export const FAULTS = [
  'no-zip',
  'part-missing',
  'part-twice',
  'part-unlisted',
  'part-changed',
  'part-unreadable',
  'manifest-unreadable',
  'manifest-unsigned',
  'no-seal',
  'seal-not-whole',
  'document-changed',
  'certificate-other',
  'certificate-not-vouched',
  'certificate-not-trusted',
  'certificate-not-valid-then',
  'seal-other',
  'facts-other',
  'facts-not-sealed',
  'key-not-known',
  'checkpoint-unsigned',
  'checkpoint-other',
  'line-missing',
  'line-changed',
  'line-of-another',
  'line-not-proved',
  'proof-of-another',
  'acts-other',
  'seal-not-journaled',
  'document-missing',
  'picture-changed',
  'picture-missing',
  'picture-other',
  'evidence-other',
  'past-rewritten',
  'timestamp-other',
  'given-unreadable',
  'given-unsigned',
  'given-needs-proof',
  'given-inconsistent',
] as const
export type FaultCode = (typeof FAULTS)[number]

/** What was found to be right, or is not known, in the order in which it is looked at. */
export const NOTES = [
  'parts',
  'seal',
  'issuer-trusted',
  'issuer-own',
  'facts',
  'facts-before',
  'key-sealed',
  'key-given',
  'key-from-package',
  'manifest',
  'checkpoint',
  'journal',
  'withheld',
  'proofs',
  'past',
  'evidence',
  'timestamp',
  'timestamp-none',
  'document',
  'pictures',
  'given',
] as const
export type Note = readonly [code: (typeof NOTES)[number], ...of: readonly string[]]

/** Goes on where it holds. */
export function must(holds: unknown, code: FaultCode, ...of: readonly string[]): asserts holds {
  if (!holds) throw new Unfit(code, ...of)
}
