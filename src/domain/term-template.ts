/** Terms that an employer keeps under a name and begins invitations with. What it leaves open is typed each time. */
import { type Day, daysBetween } from './day.ts'
import { daysMeant } from './plausible-day.ts'
import { Refusal, type RefusalCode, type RefusalDetails } from './refusal.ts'
import { refuseUnlessWithinTerm, type Terms } from './terms.ts'

export type TemplateTerms = { readonly [K in keyof Terms]?: Terms[K] | undefined }

/** So many an employer keeps at once. */
export const MOST_TEMPLATES = 50
/** Days to answer in, at most; the school's own limits say the rest. */
export const LONGEST_ANSWER = 366

/** What is empty says nothing, and is left open. */
export const saidIn = (terms: TemplateTerms): TemplateTerms =>
  Object.fromEntries(
    Object.entries(terms).filter(
      ([, value]) => value !== '' && value != null && !(Array.isArray(value) && value.length === 0),
    ),
  )

/** Refuses `templates-too-many` where one more would be. */
export function refuseOneMoreTemplate(kept: number): void {
  if (kept >= MOST_TEMPLATES) throw new Refusal('templates-too-many', { limit: MOST_TEMPLATES })
}

/** What a code table has in the days of whoever asks: a term by its path, the table that it is out of, and the code. */
export const CODES_IN_TERMS = [
  { field: 'jobCategory', table: 'job_category', codeIn: (terms: TemplateTerms) => terms.jobCategory },
  { field: 'regionCode', table: 'region', codeIn: (terms: TemplateTerms) => terms.regionCode },
  { field: 'file.method', table: 'file_transfer', codeIn: (terms: TemplateTerms) => terms.file?.method },
] as const
export type CodeUsed = { readonly table: string; readonly code: string }
export const codesIn = (terms: TemplateTerms): CodeUsed[] =>
  CODES_IN_TERMS.flatMap(({ table, codeIn }) => {
    const code = codeIn(terms)
    return code === undefined ? [] : [{ table, code }]
  })

/** The codes of whole terms, by the fields in which they are sent. */
export const codesAsked = (terms: TemplateTerms) =>
  CODES_IN_TERMS.flatMap(({ field, table: kind, codeIn }) => {
    const code = codeIn(terms)
    return code === undefined ? [] : [{ field: `terms.${field}`, kind, code }]
  })

/** `field` is the path of a term, such as `file.method`. */
export type TemplateFault = {
  readonly field: string
  readonly code: RefusalCode
  readonly details: RefusalDetails
}

function refusedBy(rule: () => void): Refusal | null {
  try {
    rule()
    return null
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}

/** What of it nobody could send at this instant: it was right when it was saved, and time has gone on. */
export function faultsOfTemplate(
  terms: TemplateTerms,
  isRow: (used: CodeUsed) => boolean,
  at: Date,
): TemplateFault[] {
  const faults: TemplateFault[] = []
  const ahead = daysMeant('ahead', at)
  if (terms.reportBy !== undefined && (terms.reportBy < ahead.from || terms.reportBy > ahead.until))
    faults.push({ field: 'reportBy', code: 'day-not-meant', details: ahead })
  for (const { field, table, codeIn } of CODES_IN_TERMS) {
    const code = codeIn(terms)
    if (code !== undefined && !isRow({ table, code }))
      faults.push({ field, code: 'code-not-offered', details: {} })
  }
  const beyond = refusedBy(() => refuseUnlessProbationFits(terms))
  if (beyond) faults.push({ field: 'probationDays', code: beyond.code, details: beyond.details })
  return faults
}

/** The probation within the contract's term, where a template says both. */
export function refuseUnlessProbationFits({ probationDays, contractMonths }: TemplateTerms): void {
  if (probationDays !== undefined && contractMonths !== undefined)
    refuseUnlessWithinTerm({ probationDays, contractMonths })
}

/** In how many days an invitation of today with this deadline is to be answered; null for a day that is over. */
export function answerDaysOf(respondBy: Day, today: Day): number | null {
  const days = daysBetween(today, respondBy)
  return days >= 1 && days <= LONGEST_ANSWER ? days : null
}
