import { BATCH_COLUMNS, BATCH_SHEET, type ColumnKey } from '../domain/invitation-batch/columns.ts'
import { type BatchTables, CLAUSE_NAMES } from '../domain/invitation-batch/read-cell.ts'
import { LONGEST } from '../domain/longest.ts'
import type { CodeTable } from '../domain/sheets/code-table.ts'
import { BATCH_WORDS } from './invitation-batch.ts'
import type { Language } from './language.ts'
import { MOST_CHOICES, type SheetToFill } from './sheet-to-fill.ts'
import { HEADING } from './sheets.ts'

const tableOf = (key: ColumnKey, tables: BatchTables): CodeTable | undefined => {
  const { takes } = BATCH_COLUMNS[key]
  return takes.startsWith('code:') ? tables[takes.slice('code:'.length)] : undefined
}

/** The template of many invitations, with the code tables of its columns on a sheet of their own. */
export function invitationTemplate(language: Language, tables: BatchTables): SheetToFill {
  const words = BATCH_WORDS[language].template
  const side = HEADING[language]
  const choices = new Map(
    BATCH_SHEET.keys.flatMap((key, column) => {
      const chosen = choicesOf(key, language, tables)
      return chosen.length > 0 ? [[column, chosen] as const] : []
    }),
  )
  const coded = BATCH_SHEET.keys.flatMap((key) =>
    (tableOf(key, tables)?.rows ?? []).map(({ code }) => [
      BATCH_COLUMNS[key][side],
      code,
      tableOf(key, tables)?.pathOf(code) ?? '',
    ]),
  )
  return {
    name: words.sheet,
    headings: BATCH_SHEET.keys.map(
      (key) => `${BATCH_COLUMNS[key][side]}${BATCH_COLUMNS[key].isNeeded ? '*' : ''}`,
    ),
    choices,
    beside: [
      {
        name: words.notes,
        rows: [
          [words.before],
          words.notesHeadings,
          ...BATCH_SHEET.keys.map((key) => [
            BATCH_COLUMNS[key][side],
            BATCH_COLUMNS[key].isNeeded ? words.needed : words.optional,
            acceptedIn(key, language, tables),
          ]),
        ],
      },
      { name: words.codes, rows: [words.codeHeadings, ...coded] },
    ],
  }
}

function acceptedIn(key: ColumnKey, language: Language, tables: BatchTables): string {
  const words = BATCH_WORDS[language].template
  const own: Readonly<Record<string, string>> = words.accepts
  const { takes } = BATCH_COLUMNS[key]
  if (own[key] !== undefined) return own[key]
  if (takes.startsWith('line:'))
    return words.line(LONGEST[takes.slice('line:'.length) as keyof typeof LONGEST])
  if (takes === 'months') return words.months
  if (takes === 'phone') return words.phone
  if (takes === 'postcode') return words.postcode
  if (takes === 'person-name') return words.person
  const rows = tableOf(key, tables)?.rows.slice(0, MOST_CHOICES) ?? []
  return `${words.code}${rows.map(({ code, name }) => `${code} ${name}`).join('、')}`
}

function choicesOf(key: ColumnKey, language: Language, tables: BatchTables): readonly string[] {
  const { takes } = BATCH_COLUMNS[key]
  if (takes === 'yes-no') return ['是', '否']
  if (takes === 'clauses')
    return Object.values(CLAUSE_NAMES).map((names) => names[language === 'en' ? 1 : 0]!)
  const rows = tableOf(key, tables)?.rows ?? []
  return rows.length <= MOST_CHOICES ? rows.map(({ name }) => name) : []
}
