/** The text of a cell, by its column: always text, so that `01` stays `01`. */
import { maskEmail, masked } from '../identifiers.ts'
import type { DocumentType } from '../identity-document.ts'
import { yuanFromFen } from '../money.ts'
import type { ColumnKey } from '../roster/columns.ts'
import { ROSTER_MASKS } from '../roster/journaled.ts'
import { DOCUMENT_NAMES } from '../roster/read-cell.ts'
import type { CodeTable } from '../sheets/code-table.ts'
import { type FieldKey, type FieldKind, isOfRoster } from './fields.ts'
import type { ExportColumn, Form } from './template.ts'

/** What is known of one graduate, by field, in the one form in which it is kept; what is not known is not there. */
export type ExportFacts = { readonly [field in FieldKey]?: string }
export type ExportTables = {
  /** By the name of the table, `college` among them. */
  readonly codes: Readonly<Record<string, CodeTable>>
  readonly kinds: ReadonlyMap<FieldKey, FieldKind>
}

/** Whose own number, address or mail it is: masked unless a reason is given. */
const MASKS: { readonly [key in ColumnKey]?: (value: string) => string } = {
  ...ROSTER_MASKS,
  email: maskEmail,
  qq: (number) => masked(number, 2, '*****', 2),
  homeAddress: (address) => `${[...address].slice(0, 3).join('')}***`,
}
const maskOf = (field: FieldKey) => (isOfRoster(field) ? MASKS[field] : undefined)
export const isPersonal = (field: FieldKey): boolean => maskOf(field) !== undefined

/** `2026-06-30` or `2026-06` in the letters of a form. */
const dayIn = (form: Form, day: string): string => {
  const [year = '', month = '', date = ''] = day.split('-')
  return form.replace('yyyy', year).replace('MM', month).replace('dd', date)
}

function codeIn(form: Form, table: string, code: string, { codes }: ExportTables): string {
  if (form === 'code') return code
  const of = codes[table]
  const name = (table === 'region' ? of?.pathOf(code) : of?.of(code)?.name) ?? ''
  // What no table names any more is still told by its code.
  if (name === '') return code
  return form === 'name' ? name : `${code} ${name}`
}

function written({ form, field }: ExportColumn, value: string, tables: ExportTables): string {
  const kind = tables.kinds.get(field) ?? 'text'
  if (kind.startsWith('code:')) return codeIn(form, kind.slice('code:'.length), value, tables)
  switch (kind) {
    case 'day':
    case 'month':
      return dayIn(form, value)
    case 'fen':
      return yuanFromFen(Number(value))
    case 'yes-no':
      return form === 'code' ? (value === 'yes' ? '1' : '0') : value === 'yes' ? '是' : '否'
    case 'document-type':
      return form === 'code' ? value : (DOCUMENT_NAMES[value as DocumentType][0] ?? value)
    default:
      return value
  }
}

/** Personal numbers are masked unless `whole`. */
export function cellOf(
  column: ExportColumn,
  facts: ExportFacts,
  tables: ExportTables,
  whole: boolean,
): string {
  if (column.field === 'constant') return column.constant
  const value = facts[column.field] ?? ''
  if (value === '') return ''
  const mask = whole ? undefined : maskOf(column.field)
  return mask ? mask(value) : written(column, value, tables)
}
