import type { Names } from '../form.ts'
import { masked } from '../identifiers.ts'
import { type DocumentType, maskDocument } from '../identity-document.ts'
import { Refusal } from '../refusal.ts'
import { ROSTER_COLUMNS, type RosterValues } from '../roster/columns.ts'
import type { RosterFault } from '../roster/fault.ts'
import { DOCUMENT_NAMES, type RosterJudging, type RosterTables } from '../roster/read-cell.ts'
import { InvalidRosterFields, inField, readValues } from '../roster/read-values.ts'
import type { CodeTable } from '../sheets/code-table.ts'
import { type Correctable, isCorrectable, judgedWith, mayBeEmpty } from './correctable.ts'

/** What a field of the roster says, in the clear, and as it is shown: by its name in a table, numbers masked. */
export type Said = { readonly value: string; readonly shown: Names }
export type RosterChange = { readonly field: Correctable; readonly from: Said; readonly to: Said }

export type AskingFacts = {
  readonly roster: RosterValues
  readonly tables: RosterJudging
  /** What this school lets students ask for. */
  readonly fields: readonly Correctable[]
}

/** What a field says, as pages and the journal show it. */
export function saidOf(field: Correctable, values: RosterValues, { codes }: RosterTables): Said {
  const value = values[field] ?? ''
  const named = (name: string, nameEn = name): Said => ({ value, shown: { name, nameEn } })
  const inTable = (table: CodeTable | undefined) => {
    const row = table?.of(value)
    return row ? named(row.name, row.nameEn ?? row.name) : named(value)
  }
  switch (field) {
    case 'documentType': {
      const names = DOCUMENT_NAMES[value as DocumentType]
      return named(names[0] ?? value, names.at(-1))
    }
    case 'documentNumber':
      return named(maskDocument({ type: values.documentType as DocumentType, number: value }))
    case 'examineeNumber':
      return named(value === '' ? '' : masked(value, 4, '*****', 4))
    case 'gender':
    case 'educationLevel':
    case 'trainingMode':
      return inTable(codes[ROSTER_COLUMNS[field].takes.slice('code:'.length)])
    default:
      return named(value)
  }
}

/** The roster's row with what is asked for in it, where what a new document says of its holder is left to say. */
function rowAsked(roster: RosterValues, asked: Readonly<Record<string, string>>): RosterValues {
  const isOfDocument = 'documentNumber' in asked || 'documentType' in asked
  const { gender, birthDate, ...others } = roster
  const followed = isOfDocument ? others : { ...others, gender, birthDate }
  return Object.fromEntries(
    Object.entries({ ...followed, ...asked }).filter(([, value]) => value),
  ) as RosterValues
}

/**
 * What is to be changed on the roster, checked by the same rules as a file's row, with what follows from it: a resident ID says
 * the gender. Refuses with every field that is wrong, what the school keeps to itself, and what changes nothing.
 */
export function changesAsked(
  { roster, tables, fields }: AskingFacts,
  asked: Readonly<Record<string, string>>,
  at: Date,
): RosterChange[] {
  const keys = Object.keys(asked).filter(isCorrectable)
  const kept = Object.keys(asked).find((key) => !fields.some((field) => field === key))
  if (kept !== undefined) throw new Refusal('kept-by-school', { field: `values.${kept}` })
  const judged = judgedWith(keys)
  const row = rowAsked(roster, asked)
  const read = readValues(row, tables, at)
  // A document that says no gender leaves the one that is known.
  const values = { ...read.values, gender: read.values.gender ?? roster.gender ?? '' }
  const isKnown = (key: string, fault: RosterFault) =>
    key === 'gender' && fault === 'needed' && values.gender !== ''
  const empty = keys.filter((key) => asked[key] === '' && !mayBeEmpty(key))
  const faults = [
    ...read.faults
      .filter(({ key, fault }) => judged.some((one) => one === key) && !isKnown(key, fault))
      .map(inField),
    ...empty.map((key) => ({ field: `values.${key}`, value: '', fault: 'needed' as const, details: {} })),
  ]
  if (faults.length > 0) throw new InvalidRosterFields(faults)
  const changes = judged.flatMap((field) => {
    const [from, to] = [saidOf(field, roster, tables), saidOf(field, values, tables)]
    return from.value === to.value ? [] : [{ field, from, to }]
  })
  if (changes.length === 0) throw new Refusal('nothing-changed', { field: 'values' })
  return changes
}

/** Whether the roster says something else by now than the student saw, and not what was asked for either. */
export const isOutdated = ({ field, from, to }: RosterChange, roster: RosterValues): boolean =>
  ![from.value, to.value].includes(roster[field] ?? '')

/** The roster's row with these changes in it. */
export const changed = (roster: RosterValues, changes: readonly RosterChange[]): RosterValues => ({
  ...roster,
  ...Object.fromEntries(changes.map(({ field, to }) => [field, to.value])),
})

/** The whole row, where these changes say who the student is: nobody else of the year may be the same; null where they do not. */
export const identityAsked = (roster: RosterValues, changes: readonly RosterChange[]): RosterValues | null =>
  changes.some(({ field }) => TELLS_WHO.includes(field)) ? changed(roster, changes) : null
const TELLS_WHO: readonly Correctable[] = ['documentType', 'documentNumber', 'graduationYear']
