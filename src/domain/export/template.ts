/** A template of an export: its columns in their order, and what is wrong with one that was typed or brought as a file. */
import { type FigureStanding, MEASURES, WORKING } from '../figures/parts.ts'
import { Refusal } from '../refusal.ts'
import { foldText } from '../text.ts'
import type { Field, FieldKey, FieldKind } from './fields.ts'

/** How a value is written. A day takes the letters of its form for year, month and day. */
export const FORMS = [
  'plain',
  'code',
  'name',
  'code-name',
  'yyyyMMdd',
  'yyyy-MM-dd',
  'yyyy/MM/dd',
  'yyyyMM',
  'yyyy-MM',
  'yyyy/MM',
  'yyyy',
  'yuan',
] as const
export type Form = (typeof FORMS)[number]
const OF_CODE = ['code', 'name', 'code-name'] as const
const OF_MONTH = ['yyyyMM', 'yyyy-MM', 'yyyy/MM', 'yyyy'] as const
const OF_DAY = ['yyyyMMdd', 'yyyy-MM-dd', 'yyyy/MM/dd', ...OF_MONTH] as const

/** The first is what is meant where nothing is said. */
export const formsOf = (kind: FieldKind): readonly Form[] => {
  if (kind.startsWith('code:')) return OF_CODE
  if (kind === 'day') return OF_DAY
  if (kind === 'month') return OF_MONTH
  if (kind === 'yes-no' || kind === 'document-type') return ['name', 'code']
  return kind === 'fen' ? ['yuan'] : ['plain']
}

/** Whose row lacks something without it: nobody's, everybody's, of who is placed, of who works. */
export const NEEDS = ['nobody', 'everybody', 'placed', 'working'] as const
export type Need = (typeof NEEDS)[number]
const NEEDED_BY: Readonly<Record<Need, readonly FigureStanding[] | null>> = {
  nobody: [],
  everybody: null,
  placed: MEASURES.placed,
  working: WORKING,
}
export const isNeeded = (need: Need, standing: FigureStanding): boolean =>
  NEEDED_BY[need]?.includes(standing) ?? true

export type ExportColumn = {
  /** Of the first row; `below` of a second one, which is there when any column has one. */
  readonly heading: string
  readonly below: string
  readonly field: FieldKey
  readonly form: Form
  /** Of a constant; else empty. */
  readonly constant: string
  readonly need: Need
}
/** The same as it is typed, or stands in a file. */
export type TypedColumn = { readonly [part in keyof ExportColumn]: string }

export const MOST_COLUMNS = 150
/** Of a school, ended ones not among them. */
export const MOST_TEMPLATES = 50

export const hasSecondRow = (columns: readonly Pick<ExportColumn, 'below'>[]): boolean =>
  columns.some(({ below }) => below !== '')
export const headingsOf = (columns: readonly ExportColumn[]): readonly (readonly string[])[] => [
  columns.map(({ heading }) => heading),
  ...(hasSecondRow(columns) ? [columns.map(({ below }) => below)] : []),
]

export const COLUMN_FAULTS = [
  'heading-needed',
  'heading-twice',
  'field-unknown',
  'form-not-offered',
  'need-unknown',
] as const
export type ColumnFault = {
  /** From 0. */
  readonly column: number
  readonly heading: string
  readonly part: 'heading' | 'field' | 'form' | 'need'
  readonly fault: (typeof COLUMN_FAULTS)[number]
}

/** Columns that only the school's catalogue can judge: all that is wrong, each by its column. */
export class InvalidColumns extends Refusal {
  readonly faults: readonly ColumnFault[]
  constructor(faults: readonly ColumnFault[]) {
    super('invalid-input')
    this.faults = faults
  }
}

const oneOf = <T extends string>(all: readonly T[], text: string): T | undefined =>
  all.find((one) => one === text)

/** These columns as a template has them. Throws InvalidColumns; a form that is not said is the field's first. */
export function readColumns(typed: readonly TypedColumn[], catalogue: readonly Field[]): ExportColumn[] {
  const fields = new Map<string, Field>(catalogue.map((field) => [field.key, field]))
  const seen = new Set<string>()
  const faults: ColumnFault[] = []
  const columns = typed.flatMap(({ heading, below, constant, ...of }, column): ExportColumn[] => {
    const fail = (part: ColumnFault['part'], fault: ColumnFault['fault']) =>
      faults.push({ column, heading, part, fault })
    if (heading === '') fail('heading', 'heading-needed')
    else if (seen.has(foldText(heading))) fail('heading', 'heading-twice')
    seen.add(foldText(heading))
    const field = fields.get(of.field)
    const need = oneOf(NEEDS, of.need)
    if (!need) fail('need', 'need-unknown')
    if (!field) fail('field', 'field-unknown')
    if (!field || !need) return []
    const forms = formsOf(field.kind)
    const form = of.form === '' ? forms[0] : oneOf(forms, of.form)
    if (!form) fail('form', 'form-not-offered')
    return form
      ? [{ heading, below, field: field.key, form, constant: field.key === 'constant' ? constant : '', need }]
      : []
  })
  if (faults.length > 0) throw new InvalidColumns(faults)
  return columns
}
