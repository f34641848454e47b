import { isOwnKey } from '../domain/own-field/field.ts'
import { ROSTER_COLUMNS, type RosterKey, rosterSheet } from '../domain/roster/columns.ts'
import { DOCUMENT_NAMES, type RosterTables } from '../domain/roster/read-cell.ts'
import type { Language } from './language.ts'
import { OWN_WORDS } from './own-fields.ts'
import { ROSTER_WORDS } from './roster.ts'
import { MOST_CHOICES, type SheetToFill } from './sheet-to-fill.ts'

/** The template of a roster, for a school's own code tables. */
export function rosterTemplate(language: Language, tables: RosterTables): SheetToFill {
  const words = ROSTER_WORDS[language].template
  const side = language === 'en' ? 'en' : 'zh'
  const { keys, of } = rosterSheet(tables.own)
  const choices = new Map(
    keys.flatMap((key, column) => {
      const chosen = choicesOf(key, language, tables)
      return chosen.length > 0 ? [[column, chosen] as const] : []
    }),
  )
  const accepted = (key: RosterKey) => {
    if (isOwnKey(key)) {
      const field = tables.own.find((one) => one.key === key)
      return field ? OWN_WORDS[language].accepts(field.takes) : ''
    }
    const { takes } = ROSTER_COLUMNS[key]
    if (takes === 'code:region') return words.accepts[takes]
    if (!takes.startsWith('code:')) return words.accepts[takes as keyof typeof words.accepts]
    const rows = tables.codes[takes.slice('code:'.length)]?.rows ?? []
    return `${words.accepts.code}${rows
      .slice(0, MOST_CHOICES)
      .map(({ code, name }) => `${code} ${name}`)
      .join('、')}`
  }
  return {
    name: words.sheet,
    headings: keys.map((key) => `${of[key]![side]}${of[key]!.isNeeded ? '*' : ''}`),
    choices,
    beside: [
      {
        name: words.notes,
        rows: [
          [words.before],
          words.notesHeadings,
          ...keys.map((key) => [
            of[key]![side],
            of[key]!.isNeeded ? words.needed : words.optional,
            accepted(key),
          ]),
        ],
      },
    ],
  }
}

function choicesOf(key: RosterKey, language: Language, tables: RosterTables): readonly string[] {
  if (isOwnKey(key)) {
    const takes = tables.own.find((one) => one.key === key)?.takes
    if (takes?.kind === 'yes-no') return ['是', '否']
    return takes?.kind === 'choice' ? takes.choices : []
  }
  const { takes } = ROSTER_COLUMNS[key]
  if (takes === 'document-type')
    return Object.values(DOCUMENT_NAMES).map((names) => names.at(language === 'en' ? -1 : 0)!)
  if (takes === 'yes-no') return ['是', '否']
  const rows = takes.startsWith('code:') ? (tables.codes[takes.slice('code:'.length)]?.rows ?? []) : []
  return rows.length <= MOST_CHOICES ? rows.map(({ code, name }) => `${code} ${name}`) : []
}
