import { Readable } from 'node:stream'
import { buffer, text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fromBufferPromise } from 'yauzl'
import { findHeadings } from '../../../domain/roster/header.ts'
import type { SheetFacts, SheetRow } from '../../../domain/sheet.ts'
import { ROSTER_TABLES } from '../../../domain/testing/roster-tables.ts'
import { rosterTemplate } from '../../../words/roster-template.ts'
import { streamCsv } from './csv-writer.ts'
import { openSheetReader, type SheetReader } from './reader.ts'
import { streamSheet, writeSheetToFill } from './writer.ts'

let reader: SheetReader
beforeAll(() => {
  reader = openSheetReader()
})
afterAll(() => reader.close())

const read = (file: Uint8Array): Promise<{ facts: SheetFacts; rows: SheetRow[] }> =>
  reader.read(
    async () => Readable.from([file]),
    async (opened) => {
      const rows: SheetRow[] = []
      for await (const together of opened.rows) rows.push(...together)
      return { facts: opened.facts, rows }
    },
  )

async function partOf(file: Uint8Array, name: string): Promise<string> {
  const zip = await fromBufferPromise(Buffer.from(file))
  for await (const part of zip.eachEntry())
    if (part.fileName === name) return text(await zip.openReadStreamPromise(part))
  throw new Error(`No ${name}`)
}

const HARD = [
  '=HYPERLINK("http://x","y")',
  '+86 138',
  '-1',
  '@SUM(A1)',
  '0012',
  '110101200103050012',
  '2001-03-05',
  ' a ',
  'a<b&c\n"d"',
  '𠮷',
]

test('what is written is text: read again it is the same, and nothing in it is a formula or a number', async () => {
  const file = await buffer(streamSheet('名单', ['列一', '列二'], [HARD, ['', '张三']]))
  const { rows } = await read(file)
  expect(rows).toEqual([
    { row: 1, cells: ['列一', '列二'] },
    { row: 2, cells: HARD },
    { row: 3, cells: ['', '张三'] },
  ])
  const sheet = await partOf(file, 'xl/worksheets/sheet1.xml')
  expect(sheet).not.toMatch(/<f[ >]|<v>/)
  // The form "text", which stays when somebody edits the cell.
  expect(await partOf(file, 'xl/styles.xml')).toContain('formatCode="@"')
  expect(sheet).toMatch(/<c r="A2" t="inlineStr" s="1">/)
})

test('rows are asked for as the file is taken', async () => {
  let asked = 0
  async function* rows() {
    for (; asked < 100_000; asked++) yield [String(asked), 'x'.repeat(200)]
  }
  const file = streamSheet('名单', ['a', 'b'], rows())
  for await (const _ of file) break
  expect(asked).toBeLessThan(50_000)
})

test.each(['zh-CN', 'en'] as const)(
  'the template in %s has every heading, is read as empty, and its cells are text',
  async (language) => {
    const file = await writeSheetToFill(rosterTemplate(language, ROSTER_TABLES))
    const { facts, rows } = await read(file)
    expect(facts.others).toHaveLength(1)
    expect(rows).toHaveLength(1)
    const mapping = findHeadings(rows)!
    expect(mapping).toMatchObject({ missing: [], unread: [], twice: [] })
    expect(mapping.columns.size).toBe(rows[0]!.cells.length)
    const sheet = await partOf(file, 'xl/worksheets/sheet1.xml')
    expect(sheet).toMatch(/<c r="A3001" s="\d+"\/>/)
    expect(sheet).toContain('<dataValidation type="list"')
    expect(file.length).toBeLessThan(500_000)
  },
)

test.each([
  ['xlsx', (rows: AsyncIterable<string[]>) => streamSheet('名单', ['列'], rows)],
  ['csv', (rows: AsyncIterable<string[]>) => streamCsv(['列'], rows)],
])('an %s whose rows break off is broken for whoever reads it, and for nobody else', async (_, stream) => {
  async function* breakingOff() {
    yield ['甲']
    throw new Error('no connection')
  }
  await expect(buffer(stream(breakingOff()))).rejects.toThrow('no connection')
})
