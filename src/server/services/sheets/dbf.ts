import { Refusal } from '../../../domain/refusal.ts'
import type { Cell, SheetRow } from '../../../domain/sheet.ts'
import type { Opened } from './talk.ts'

/** dBASE III to FoxPro, with names and texts in GBK: as ministries deliver rosters. */
type Field = {
  readonly name: Buffer
  readonly type: string
  readonly at: number
  readonly length: number
  readonly isSystem: boolean
}

const TYPES = new Set('CNFDLMIBTYGPQVW0@O+')
const VERSIONS = new Set([0x03, 0x30, 0x31, 0x32, 0x83, 0x8b, 0xf5])
const END_OF_FIELDS = 0x0d
const DELETED = 0x2a
/** In FoxPro, of what it keeps for itself: which cells of a record are null. */
const SYSTEM = 1
const FOXPRO = new Set([0x30, 0x31, 0x32])
const NULL_FLAGS = '0'
const FIELD_BYTES = 32

const headOf = (file: Buffer) => ({
  records: file.readUInt32LE(4),
  headBytes: file.readUInt16LE(8),
  recordBytes: file.readUInt16LE(10),
})

/** No text begins like this: a kind of table, a month and a day, and a head of whole fields that a record has room for. */
export function isDbf(file: Buffer): boolean {
  if (file.length < FIELD_BYTES * 2 + 1 || !VERSIONS.has(file[0]!)) return false
  const { headBytes, recordBytes } = headOf(file)
  if (file[2]! > 12 || file[3]! > 31 || headBytes <= FIELD_BYTES * 2 || headBytes > file.length) return false
  const fields = fieldsOf(file, headBytes)
  const bytes = fields.reduce((sum, { length }) => sum + length, 1)
  return fields.length > 0 && bytes <= recordBytes && fields.every(({ type }) => TYPES.has(type))
}

export function openDbf(file: Buffer): Opened {
  const { records, headBytes, recordBytes } = headOf(file)
  const fields = fieldsOf(file, headBytes)
  if (file.length < headBytes + records * recordBytes) throw new Refusal('sheet-damaged')
  return {
    facts: { format: 'dbf', name: '', others: [], hiddenColumns: [] },
    rows: rowsOf(
      file,
      fields.filter(({ isSystem }) => !isSystem),
    ),
  }
}

/** Of this process, which is of one file. */
const LETTERS = new TextDecoder('gb18030', { fatal: true })

function decode(bytes: Buffer): string {
  try {
    return LETTERS.decode(withoutHalf(bytes)).replaceAll('\0', '').trim()
  } catch {
    throw new Refusal('sheet-letters-unknown')
  }
}

/** Without what pads it, and without a character that was begun and had no more room. */
function withoutHalf(bytes: Buffer): Buffer {
  let end = bytes.length
  while (end > 0 && (bytes[end - 1] === 0 || bytes[end - 1] === 0x20)) end--
  let at = 0
  while (at < end) {
    const next = at + lengthOf(bytes[at]!, bytes[at + 1])
    if (next > end) break
    at = next
  }
  return bytes.subarray(0, at)
}

/** In GB 18030, of the character that begins so. */
function lengthOf(first: number, second = 0): number {
  if (first <= 0x80 || first === 0xff) return 1
  return second >= 0x30 && second <= 0x39 ? 4 : 2
}

function fieldsOf(file: Buffer, headBytes: number): Field[] {
  const fields: Field[] = []
  let at = 1
  for (
    let from = FIELD_BYTES;
    from + FIELD_BYTES < headBytes && file[from] !== END_OF_FIELDS;
    from += FIELD_BYTES
  ) {
    const type = String.fromCharCode(file[from + 11]!)
    // Of texts longer than 255 the decimals are the upper byte.
    const length = file[from + 16]! + (type === 'C' ? file[from + 17]! * 256 : 0)
    const name = file.subarray(from, from + 11)
    const end = name.indexOf(0)
    const isSystem = type === NULL_FLAGS || (FOXPRO.has(file[0]!) && (file[from + 18]! & SYSTEM) !== 0)
    fields.push({ name: end === -1 ? name : name.subarray(0, end), type, at, length, isSystem })
    at += length
  }
  return fields
}

/** As a spreadsheet shows it: the names are row 1, and a record that was marked as deleted is not there. */
async function* rowsOf(file: Buffer, fields: readonly Field[]): AsyncGenerator<SheetRow> {
  const { records, headBytes, recordBytes } = headOf(file)
  yield { row: 1, cells: fields.map(({ name }) => decode(name)) }
  for (let record = 0; record < records; record++) {
    const start = headBytes + record * recordBytes
    if (file[start] === DELETED) continue
    const bytes = file.subarray(start, start + recordBytes)
    const cells = fields.map((field) => cellOf(field, bytes.subarray(field.at, field.at + field.length)))
    if (cells.some((cell) => cell !== '')) yield { row: record + 2, cells }
  }
}

function cellOf({ type }: Field, bytes: Buffer): Cell {
  switch (type) {
    case 'D':
      return decode(bytes).replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3')
    case 'I':
      return bytes.length === 4 ? String(bytes.readInt32LE()) : ''
    case 'L':
      return (
        ({ T: 'TRUE', Y: 'TRUE', F: 'FALSE', N: 'FALSE' } as Record<string, string>)[
          decode(bytes).toUpperCase()
        ] ?? ''
      )
    case 'M':
      return bytes.some((byte) => byte !== 0 && byte !== 0x20) ? { text: '', fault: 'text-elsewhere' } : ''
    default:
      return decode(bytes)
  }
}
