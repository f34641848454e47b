/** What the text of a cell says, by what its column takes: in the one form in which it is kept, or what is wrong with it. */
import { normalCode, wholeFrom } from '../entered.ts'
import { LONGEST } from '../longest.ts'
import { fenFromYuan } from '../money.ts'
import { LONGEST_CELL } from '../sheets/cells.ts'
import type { CodeTable } from '../sheets/code-table.ts'
import {
  codeIn,
  dayOf,
  lineOf,
  numberOf,
  personNameOf,
  phoneOf,
  readCell as read,
  type Said,
  yesOrNo,
} from '../sheets/read-cell.ts'
import { STANDARD_CLAUSES, type StandardClause } from '../terms.ts'
import { foldText, normalLine } from '../text.ts'
import type { Takes } from './columns.ts'
import type { BatchFault } from './fault.ts'

export type BatchTables = Readonly<Record<string, CodeTable>>

/** Ours in a file first, in both languages, then as people write it. */
export const CLAUSE_NAMES: Readonly<Record<StandardClause, readonly string[]>> = {
  'further-study': ['升学', 'Further study', '升学录取后协议自动解除', '考研', '读研'],
  'civil-service': ['公务员', 'Civil service', '公务员、事业单位录用后自动解除', '事业单位', '考公'],
  enlistment: ['入伍', 'Enlistment', '应征入伍后自动解除', '应征入伍', '参军'],
  health: ['体检不合格', 'Health', '体检不合格解除', '体检'],
}
const CLAUSE_OF = new Map(
  STANDARD_CLAUSES.flatMap((clause) =>
    [clause, ...CLAUSE_NAMES[clause]].map((name) => [foldText(name), clause] as const),
  ),
)
/** Between several in one cell. */
const BETWEEN = /[、,，;；/|\n]+/
const LINES = '\n'
/** What an invitation takes at most (`contracts/terms.ts`). */
export const MOST_REMARKS = 10
const LONGEST_REMARKS = MOST_REMARKS * (LONGEST.remark + 2)
/** Of a probation and a term: what an invitation takes. */
const DAYS = { least: 0, most: 366 }
const MONTHS = { least: 1, most: 600 }

function whole(text: string, { least, most }: { least: number; most: number }): Said<BatchFault> {
  const plain = text.trim().replace(/\s*(天|日|个月|月|days?|months?)$/i, '')
  const value = wholeFrom(plain)
  return value !== null && value >= least && value <= most
    ? { value: String(value) }
    : { fault: 'not-whole', details: { least, most } }
}

function money(text: string, least: number): Said<BatchFault> {
  const fen = fenFromYuan(text.replace(/\s*[/／]\s*月$/, ''))
  if (fen === null) return { fault: 'not-money' }
  return fen < least ? { fault: 'pay-zero' } : { value: String(fen) }
}

function clausesOf(text: string): Said<BatchFault> {
  // One of them has a mark in its own name that stands between others.
  const alone = CLAUSE_OF.get(foldText(text))
  const parts = alone ? [text] : text.split(BETWEEN).filter((part) => part.trim() !== '')
  const clauses = parts.map((part) => ({ part, clause: CLAUSE_OF.get(foldText(part)) }))
  const unknown = clauses.find(({ clause }) => clause === undefined)
  if (unknown) return { fault: 'not-a-clause', details: { clause: normalLine(unknown.part) } }
  return { value: [...new Set(clauses.map(({ clause }) => clause))].join(LINES) }
}

function remarksOf(text: string): Said<BatchFault> {
  const lines = text
    .split(/[\r\n]+/)
    .map(normalLine)
    .filter((line) => line !== '')
  if (lines.length > MOST_REMARKS) return { fault: 'remarks-too-many', details: { most: MOST_REMARKS } }
  if (lines.some((line) => line.length > LONGEST.remark))
    return { fault: 'too-long', details: { most: LONGEST.remark } }
  return { value: lines.join(LINES) }
}
/** The several values of one kept text. */
export const severalOf = (value: string | undefined): string[] => (value ? value.split(LINES) : [])

function postcodeOf(text: string): Said<BatchFault> {
  const code = normalCode(text).replace(/\.0+$/, '')
  return /^\d{6}$/.test(code) ? { value: code } : { fault: 'not-a-postcode' }
}

const READS: Record<
  Exclude<Takes, `line:${string}` | `code:${string}`>,
  (text: string) => Said<BatchFault>
> = {
  number: numberOf,
  'person-name': personNameOf,
  day: dayOf,
  money: (text) => money(text, 0),
  pay: (text) => money(text, 1),
  days: (text) => whole(text, DAYS),
  months: (text) => whole(text, MONTHS),
  phone: (text) => phoneOf(text),
  postcode: postcodeOf,
  'yes-no': yesOrNo,
  clauses: clausesOf,
  remarks: remarksOf,
}

/** So much of a cell of this kind is looked at. */
export const longestCell = (takes: Takes): number => (takes === 'remarks' ? LONGEST_REMARKS : LONGEST_CELL)
const mostOf = (takes: Takes): number => {
  if (takes === 'remarks') return LONGEST.remark
  return takes.startsWith('line:')
    ? LONGEST[takes.slice('line:'.length) as keyof typeof LONGEST]
    : LONGEST.line
}

/** Of a text that is not blank. */
export const readCell = (takes: Takes, typed: string, tables: BatchTables): Said<BatchFault> =>
  read(
    typed,
    (text) => {
      if (takes.startsWith('line:')) return lineOf(text, mostOf(takes))
      if (takes.startsWith('code:')) return codeIn(tables[takes.slice('code:'.length)], text)
      return READS[takes as keyof typeof READS](text)
    },
    { longest: longestCell(takes), most: mostOf(takes) },
  )
