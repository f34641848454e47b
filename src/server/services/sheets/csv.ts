import { isUtf8 } from 'node:buffer'
import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { Refusal } from '../../../domain/refusal.ts'
import type { Cell, SheetRow } from '../../../domain/sheet.ts'
import { SHEET_LIMITS } from '../../../domain/sheet.ts'
import type { Opened } from './talk.ts'

const SEPARATORS = [',', '\t', ';', '，']
/** Bytes that are decoded at a time, and of the beginning that shows what stands between the cells. */
const PIECE = 65_536

/** Text with separators between, in UTF-8, UTF-16 (Excel's "Unicode text") or GB 18030, of which GBK is a part. */
export function openCsv(file: Buffer): Opened {
  const encoding = encodingOf(file)
  const [beginning = ''] = decoded(file.subarray(0, PIECE), encoding, false)
  return {
    facts: { format: 'csv', name: '', others: [], hiddenColumns: [] },
    rows: rowsOf(decoded(file, encoding, true), separatorOf(beginning)),
  }
}

function encodingOf(file: Buffer): string {
  if (file[0] === 0xff && file[1] === 0xfe) return 'utf-16le'
  if (file[0] === 0xfe && file[1] === 0xff) return 'utf-16be'
  return isUtf8(file) ? 'utf-8' : 'gb18030'
}

function* decoded(file: Buffer, encoding: string, isWhole: boolean): Generator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  try {
    for (let at = 0; at < file.length; at += PIECE)
      yield decoder.decode(file.subarray(at, at + PIECE), { stream: true })
    if (isWhole) yield decoder.decode()
  } catch (error) {
    if (error instanceof TypeError) throw new Refusal('sheet-letters-unknown')
    throw error
  }
}

/** What stands outside of quotes most often in the first lines. */
function separatorOf(beginning: string): string {
  const [, said] = /^sep=(.)\r?\n/.exec(beginning) ?? []
  if (said) return said
  const outside = beginning
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/\r\n?|\n/, 50)
    .join('\n')
  const often = (separator: string) => outside.split(separator).length
  return SEPARATORS.reduce((best, one) => (often(one) > often(best) ? one : best))
}

async function* rowsOf(text: Iterable<string>, delimiter: string): AsyncGenerator<SheetRow> {
  const records = parse({
    delimiter,
    relaxQuotes: true,
    relaxColumnCount: true,
    skipEmptyLines: false,
    maxRecordSize: SHEET_LIMITS.columns * 1000,
  })
  const source = Readable.from(text, { objectMode: false })
  source.on('error', (error) => records.destroy(error))
  let row = 0
  try {
    for await (const record of source.pipe(records) as AsyncIterable<string[]>) {
      row++
      if (row > LAST_ROW) throw new Refusal('sheet-too-long', { most: SHEET_LIMITS.rows })
      const cells = record.map(cellOf)
      if (!cells.some((cell) => cell !== '')) continue
      if (
        cells.length > SHEET_LIMITS.columns &&
        cells.slice(SHEET_LIMITS.columns).some((cell) => cell !== '')
      )
        throw new Refusal('sheet-too-wide', { cell: String(row), most: SHEET_LIMITS.columns })
      yield { row, cells: cells.slice(0, SHEET_LIMITS.columns) }
    }
  } catch (error) {
    if (error instanceof CsvError) throw new Refusal('sheet-quote-open', { row: row + 1 })
    throw error
  }
}

const LAST_ROW = 1_048_576

/** `="0012"` and `'0012` are how people keep a spreadsheet from taking digits for a number, `'=1+1` how we keep it from a formula. */
function cellOf(text: string): Cell {
  if (text.length > SHEET_LIMITS.cell) throw new Refusal('sheet-too-heavy')
  return (/^="([^"]*)"$/.exec(text)?.[1] ?? text.replace(/^[\t ]*'(?=[\d=+\-@＝＋－＠])/, '')).trim()
}
