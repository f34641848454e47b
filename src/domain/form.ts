import { isDay } from './day.ts'
import { creditCodeProblem, normalCreditCode } from './identifiers.ts'
import { LONGEST } from './longest.ts'
import { fenFromYuan, yuanFromFen } from './money.ts'
import type { OwnField } from './own-field/field.ts'
import { type OwnFault, ownShown, readOwn } from './own-field/read.ts'
import { canBeMeant } from './plausible-day.ts'
import { Refusal } from './refusal.ts'
import type { FaultDetails, SheetFault } from './sheets/fault.ts'
import { normalLine, normalText } from './text.ts'

/** A name out of a code table, in both languages. */
export type Names = { readonly name: string; readonly nameEn: string }

/** One field of a form that is data (`dictionary.md`, 毕业去向); `type` as `contracts/destinations.ts` lists them. */
export type Asked = {
  readonly key: string
  readonly type: string
  readonly required: boolean
  /** Of a field that the school has of its own; its type is `own`. */
  readonly own?: OwnAsked | undefined
}
/** As the field was defined when it was asked: a later definition changes nothing of it. */
export type OwnAsked = Pick<OwnField, 'takes' | 'filledBy' | 'seenBy'>
/** `headline` marks the field that lists show. */
export type FormField = Asked & Names & { readonly headline: boolean }
/** By the field's key: what was answered, and its names as they were then. */
export type Answers = Readonly<Record<string, { readonly value: string; readonly shown: Names }>>

/** Not answered; not as the type asks; a day that cannot be meant; no row of the code table for this year; no field of the form. */
export type AnswerFault = 'needed' | 'not-in-form' | 'day-not-meant' | 'not-in-table' | 'not-asked'

/** What is wrong with an answer; in a field of the school's own, what is wrong with a cell of one. */
type Wrong = { readonly fault: AnswerFault } | { readonly own: OwnFaulty }
export type OwnFaulty = { readonly fault: OwnFault | SheetFault; readonly details?: FaultDetails }
export type FieldFault = { readonly field: string } & (Wrong | { readonly fault: 'evidence-needed' })

/** Input that only the form in the code table can judge: every field that is not right, at once. */
export class InvalidFields extends Refusal {
  readonly faults: readonly FieldFault[]
  constructor(faults: readonly FieldFault[]) {
    super('invalid-input')
    this.faults = faults
  }
}

/** The code table whose rows a field of this type takes, null for every other type. */
export const codeTableOf = (type: string): string | null =>
  type.startsWith('code:') ? type.slice('code:'.length) : null

/** Of a field that asks for a place, for 统一社会信用代码, and for an amount in yuan. */
const REGION_FIELD = 'code:region'
const CREDIT_CODE_FIELD = 'credit_code'
const MONEY_FIELD = 'money'

/** What was answered in the first field of a type; null where the form asks for none, and where nothing was given. */
const firstIn =
  (type: string) =>
  (form: readonly Pick<Asked, 'key' | 'type'>[], details: Answers): string | null => {
    const asked = form.find((field) => field.type === type)
    return (asked && details[asked.key]?.value) || null
  }
/** The code of the place that a form was answered with. */
export const placeIn = firstIn(REGION_FIELD)
/** The credit code of whom a form names. */
export const creditCodeIn = firstIn(CREDIT_CODE_FIELD)
/** The day on which it was dated: forms ask for that of an end behind it. */
export const dayAnsweredIn = firstIn('day')
/** In yuan: what it pays a month. */
export const payIn = firstIn(MONEY_FIELD)
export const jobCategoryIn = firstIn('code:job_category')
/** What lists show of it, in words; null of a form that has no such field, and where nothing was given. */
export const headlineIn = (
  form: readonly Pick<FormField, 'key' | 'headline'>[],
  details: Answers,
): string | null => {
  const head = form.find(({ headline }) => headline)
  return (head && details[head.key]?.shown.name) || null
}

/** The one form to store: an answer that nobody gave is the empty text. Of a field of the school's own as it is read. */
export const normalAnswer = ({ type, own }: Pick<Asked, 'type' | 'own'>, text: string): string => {
  if (own) {
    const said = text.trim() === '' ? null : readOwn(own.takes, text)
    return said && 'value' in said ? said.value : ''
  }
  if (type === CREDIT_CODE_FIELD) return normalCreditCode(text)
  const fen = type === MONEY_FIELD ? fenFromYuan(text) : null
  if (fen !== null) return yuanFromFen(fen)
  return type === 'text' ? normalText(text) : normalLine(text)
}

/** What is wrong with an answer that is typed into a field of the school's own; null where nothing is, and of a blank. */
export function ownFaultOf({ takes }: OwnAsked, typed: string): OwnFaulty | null {
  const said = typed.trim() === '' ? null : readOwn(takes, typed)
  return said && 'fault' in said ? said : null
}

function wrongIn(
  field: Asked,
  typed: string,
  isRow: (table: string, code: string) => boolean,
  at: Date,
): Wrong | null {
  const own = field.own && ownFaultOf(field.own, typed)
  if (own) return { own }
  const fault = faultOf(field, normalAnswer(field, typed), isRow, at)
  return fault && { fault }
}

function faultOf(
  { type, required }: Asked,
  text: string,
  isRow: (table: string, code: string) => boolean,
  at: Date,
): AnswerFault | null {
  if (text === '') return required ? 'needed' : null
  const table = codeTableOf(type)
  if (table !== null) return isRow(table, text) ? null : 'not-in-table'
  switch (type) {
    case 'line':
      return text.length <= LONGEST.line ? null : 'not-in-form'
    case 'day':
      if (!isDay(text)) return 'not-in-form'
      return canBeMeant(text, 'destination', at) ? null : 'day-not-meant'
    case MONEY_FIELD:
      return fenFromYuan(text) === null ? 'not-in-form' : null
    case CREDIT_CODE_FIELD:
      return creditCodeProblem(text) === null ? null : 'not-in-form'
    default:
      return null
  }
}

/** What was answered in a field that takes no row of a table. */
export const answerIn = ({ own }: Pick<Asked, 'own'>, value: string): Answers[string] => ({
  value,
  shown: own ? ownShown(own.takes, value) : { name: value, nameEn: value },
})

/** All that is wrong with the answers at once, by the field's key; empty when nothing is. */
export function faultsOf(
  fields: readonly Asked[],
  answers: Readonly<Record<string, string>>,
  isRow: (table: string, code: string) => boolean,
  at: Date,
): ({ readonly key: string } & Wrong)[] {
  const asked = new Set(fields.map(({ key }) => key))
  const stray = Object.keys(answers).filter((key) => !asked.has(key))
  return [
    ...fields.flatMap((field) => {
      const wrong = wrongIn(field, answers[field.key] ?? '', isRow, at)
      return wrong ? [{ key: field.key, ...wrong }] : []
    }),
    ...stray.map((key) => ({ key, fault: 'not-asked' as const })),
  ]
}

/** What the code table says of a category that may be chosen this year, and of the rows that were answered with. */
export type FormFacts = {
  /** Null where it may not be chosen. */
  readonly category:
    | (Names & {
        readonly category: string
        readonly categoryClass: string
        readonly route: 'destination' | 'declaration'
        readonly fields: readonly FormField[]
      })
    | null
  /** By `<table>/<code>`. */
  readonly rows: ReadonlyMap<string, Names>
}
export type Given = {
  readonly category: string
  readonly details: Readonly<Record<string, string>>
  readonly evidence: readonly string[]
}

/**
 * The category's form with its answers, checked: what a destination keeps. Refuses with all faults at once. A
 * declaration takes no evidence, whatever was sent with it.
 */
export function fillIn({ category, rows }: FormFacts, { details, evidence }: Given, at: Date) {
  if (!category) throw new Refusal('category-not-offered', { field: 'category' })
  const { fields, route, name, nameEn, categoryClass } = category
  const faults: FieldFault[] = faultsOf(
    fields,
    details,
    (table, code) => rows.has(`${table}/${code}`),
    at,
  ).map(({ key, ...wrong }) => ({ field: `details.${key}`, ...wrong }))
  const lacksEvidence = route === 'destination' && evidence.length === 0
  if (faults.length > 0)
    throw new InvalidFields(
      lacksEvidence ? [...faults, { field: 'evidence', fault: 'evidence-needed' }] : faults,
    )
  if (lacksEvidence) throw new Refusal('evidence-needed', { field: 'evidence' })
  const answers: Answers = Object.fromEntries(
    fields.map((field) => {
      const value = normalAnswer(field, details[field.key] ?? '')
      const row = rows.get(`${codeTableOf(field.type)}/${value}`)
      return [field.key, row ? { value, shown: row } : answerIn(field, value)]
    }),
  )
  return {
    route,
    category: category.category,
    categoryNames: { name, nameEn },
    categoryClass,
    headline: headlineIn(fields, answers) ?? name,
    form: fields,
    details: answers,
    evidence: route === 'destination' ? evidence : [],
  }
}
