import type { OfferedTerms } from '../../../domain/application/offered.ts'
import type { Day } from '../../../domain/day.ts'
import { wholeFrom } from '../../../domain/entered.ts'
import { fenFromYuan, yuanFromFen } from '../../../domain/money.ts'
import { canBeMeant } from '../../../domain/plausible-day.ts'
import type { TemplateTerms } from '../../../domain/term-template.ts'
import type { Terms } from '../../../domain/terms.ts'
import { remarksOf } from './term-rules.ts'

type Money = 'probationPay' | 'regularPay' | 'penalty'
type Whole = 'probationDays' | 'contractMonths' | 'serviceMonths'
/** What is typed: money in yuan, whole numbers as text, remarks as lines. */
export type TermsDraft = Omit<Terms, Money | Whole | 'remarks' | 'regionName'> &
  Record<Money | Whole, string> & { remarks: string; respondBy: string }

const isSaid = (value: unknown) =>
  value !== undefined &&
  value !== null &&
  value !== '' &&
  value !== false &&
  !(Array.isArray(value) && value.length === 0)

/** What is said of it, and of what stands within it; undefined where that is nothing. */
const said = <Part extends object>(part: Part | undefined): Partial<Part> | undefined => {
  const entries = Object.entries(part ?? {}).filter(([, value]) => isSaid(value))
  return entries.length > 0 ? (Object.fromEntries(entries) as Partial<Part>) : undefined
}

const kept = (value: number | null | undefined) => (value == null ? undefined : String(value))
const yuan = (value: number | undefined) => (value === undefined ? undefined : yuanFromFen(value))
type Within<Draft> = { readonly [K in keyof Draft]?: Draft[K] extends object ? Partial<Draft[K]> : Draft[K] }
/** A part of what is typed, and of what stands within it. */
export type PartialDraft = Within<TermsDraft>

/** What a template says of the terms, as it is typed; what it leaves open is not there. */
export function draftOfTemplate(
  { regionName: _name, ...terms }: TemplateTerms,
  respondBy: Day | undefined,
): PartialDraft {
  const draft = {
    ...terms,
    probationDays: kept(terms.probationDays),
    contractMonths: kept(terms.contractMonths),
    serviceMonths: kept(terms.serviceMonths),
    probationPay: yuan(terms.probationPay),
    regularPay: yuan(terms.regularPay),
    penalty: yuan(terms.penalty),
    remarks: terms.remarks?.join('\n'),
    file: said(terms.file),
    household: said(terms.household),
    respondBy,
  }
  return said(draft) ?? {}
}

/** What a post says of the terms, as it is typed. */
export const draftOffered = ({ regularPay, ...terms }: OfferedTerms): Partial<TermsDraft> =>
  said({ ...terms, regularPay: yuan(regularPay) }) ?? {}

export const draftOf = (terms: Terms, respondBy: string): TermsDraft => ({
  ...terms,
  probationDays: String(terms.probationDays),
  contractMonths: String(terms.contractMonths ?? ''),
  serviceMonths: String(terms.serviceMonths ?? ''),
  probationPay: yuanFromFen(terms.probationPay),
  regularPay: yuanFromFen(terms.regularPay),
  penalty: yuanFromFen(terms.penalty),
  remarks: terms.remarks.join('\n'),
  respondBy,
})

/** To begin with terms that were sent before: days that can be meant no longer are asked anew, and named. */
export function draftAgain(
  terms: Terms,
  respondBy: Day,
  at: Date,
): { readonly draft: TermsDraft; readonly past: readonly { field: 'reportBy'; day: Day }[] } {
  const draft = draftOf(terms, respondBy)
  if (canBeMeant(terms.reportBy, 'ahead', at)) return { draft, past: [] }
  return { draft: { ...draft, reportBy: '' }, past: [{ field: 'reportBy', day: terms.reportBy }] }
}

/** The school keeps the personnel file for now: nobody is asked to whom it goes. */
export const NOT_FORWARDED = 'retained'

/** A personnel file of which no more is known than where it goes. */
export const fileBy = (method: string): Terms['file'] => ({
  method,
  receiver: '',
  address: '',
  postcode: '',
  contactName: '',
  contactPhone: '',
})

/** NaN where the text is no amount of money. */
const fen = (text: string | undefined) => fenFromYuan(text ?? '') ?? Number.NaN
const wholeOf = (text: string | undefined) => (text?.trim() ? (wholeFrom(text) ?? Number.NaN) : null)

/**
 * The terms as they are sent. What a paper does not say of a probation is none, with the regular pay from the first
 * day, and of a penalty, none: only `optional` terms leave these out.
 */
export function termsOf(
  { respondBy: _day, ...typed }: TermsDraft,
  regionName: string,
  optional: boolean,
): Terms {
  const regularPay = fen(typed.regularPay)
  const left = (text: string | undefined, instead: number) =>
    optional && !text?.trim() ? instead : fen(text)
  return {
    ...typed,
    probationDays: wholeOf(typed.probationDays) ?? (optional ? 0 : Number.NaN),
    probationPay: left(typed.probationPay, regularPay),
    regularPay,
    penalty: left(typed.penalty, 0),
    remarks: remarksOf(typed.remarks),
    file: { ...fileBy(typed.file.method), ...typed.file },
    clauses: typed.clauses ?? [],
    reportBy: typed.reportBy ?? '',
    regionCode: typed.regionCode ?? '',
    regionName,
    household: { accepted: typed.household?.accepted ?? false, address: typed.household?.address ?? '' },
    workAddress: typed.workAddress ?? '',
    benefits: typed.benefits ?? '',
    housing: typed.housing ?? '',
    contractMonths: wholeOf(typed.contractMonths),
    serviceMonths: wholeOf(typed.serviceMonths),
  }
}

/** What has been typed of the terms, to be kept as a template: what is not said yet is left open. */
export function templateOf(typed: TermsDraft, regionName: string): TemplateTerms {
  const terms: Terms = termsOf(typed, regionName, false)
  const raw = typed as PartialDraft
  const isTyped = (field: string) => {
    const value: unknown = Reflect.get(raw, field === 'regionName' ? 'regionCode' : field)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? said(value) !== undefined
      : isSaid(typeof value === 'string' ? value.trim() : value)
  }
  return Object.fromEntries(Object.entries(terms).filter(([field]) => isTyped(field)))
}
