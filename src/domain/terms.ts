import { Refusal } from './refusal.ts'

/** The terms of an invitation (`dictionary.md`, Terms of an invitation). Money in fen, days `YYYY-MM-DD`. */
export type Terms = {
  readonly position: string
  readonly jobCategory: string
  readonly probationDays: number
  readonly probationPay: number
  readonly regularPay: number
  readonly penalty: number
  readonly reportBy: string
  readonly regionCode: string
  readonly regionName: string
  readonly workAddress: string
  readonly contactName: string
  readonly contactPhone: string
  readonly remarks: readonly string[]
  readonly clauses: readonly StandardClause[]
  readonly file: {
    readonly method: string
    readonly receiver: string
    readonly address: string
    readonly postcode: string
    readonly contactName: string
    readonly contactPhone: string
  }
  readonly household: { readonly accepted: boolean; readonly address: string }
  readonly contractMonths: number | null
  readonly serviceMonths: number | null
  readonly benefits: string
  readonly housing: string
}

/** Terms with the fingerprint that an act names: SHA-256, hex, of their canonical JSON (RFC 8785). */
export type Wording = { readonly terms: Terms; readonly termsHash: string }

/** Standard remark clauses: a dissolution on such a ground is not a breach. */
export const STANDARD_CLAUSES = ['further-study', 'civil-service', 'enlistment', 'health'] as const
export type StandardClause = (typeof STANDARD_CLAUSES)[number]

export const TERM_WARNINGS = ['probation-pay-low', 'probation-long'] as const
export type TermWarning = (typeof TERM_WARNINGS)[number]

/** Warnings to both sides, never a block (`domain.md` §5.13; Labour Contract Law arts. 19, 20). */
export function warningsOf(
  terms: Pick<Terms, 'probationDays' | 'probationPay' | 'regularPay'>,
): TermWarning[] {
  const warnings: TermWarning[] = []
  if (terms.probationDays > 0 && terms.probationPay * 100 < terms.regularPay * 80) {
    warnings.push('probation-pay-low')
  }
  if (terms.probationDays > 183) warnings.push('probation-long')
  return warnings
}

/** A month has no more days than this: what is longer than so many of them is longer than the term, whenever that begins. */
const LONGEST_MONTH = 31

/** A probation is a part of the contract's term (Labour Contract Law art. 19): a longer one cannot be meant. */
export function refuseUnlessWithinTerm({
  probationDays,
  contractMonths,
}: Pick<Terms, 'probationDays' | 'contractMonths'>): void {
  if (contractMonths !== null && probationDays > contractMonths * LONGEST_MONTH)
    throw new Refusal('probation-beyond-term', { field: 'terms.probationDays', months: contractMonths })
}

export type TermChange = { readonly field: string; readonly before: string; readonly after: string }

const flatten = (value: unknown, path: string): [string, string][] => {
  if (Array.isArray(value)) return [[path, value.join('\n')]]
  if (value !== null && typeof value === 'object') {
    return Object.entries(value).flatMap(([key, inner]) => flatten(inner, path ? `${path}.${key}` : key))
  }
  return [[path, value === null ? '' : String(value)]]
}

/** What differs, field by field (`file.address`), in raw values: the reader's page words them. A paper's terms come with more. */
export function changesBetween<Wording extends Terms>(before: Wording, after: Wording): TermChange[] {
  const old = new Map(flatten(before, ''))
  return flatten(after, '')
    .filter(([field, value]) => old.get(field) !== value)
    .map(([field, value]) => ({ field, before: old.get(field) ?? '', after: value }))
}
