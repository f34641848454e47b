import { Readable } from 'node:stream'
import { writeXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type SheetFacts, type SheetRow, textOf } from '../../../domain/sheet.ts'
import { SMALL_PDF } from '../../testing/scenario.ts'
import { dbf, inline, partsOf, xlsx, zipOf } from '../../testing/sheet-files.ts'
import { openSheetReader, type SheetReader } from './reader.ts'

let reader: SheetReader
beforeAll(() => {
  reader = openSheetReader()
})
afterAll(() => reader.close())

async function read(file: Buffer | string): Promise<{ facts: SheetFacts; rows: SheetRow[] }> {
  return reader.read(
    async () => Readable.from([Buffer.from(file)]),
    async (opened) => {
      const rows: SheetRow[] = []
      for await (const together of opened.rows) rows.push(...together)
      return { facts: opened.facts, rows }
    },
  )
}
const cellsOf = async (file: Buffer | string) => (await read(file)).rows.map(({ cells }) => cells)
const sheet = (rows: string) => xlsx({ sheets: [{ name: '名单', rows }] })
const firstRow = async (cells: string, workbook: Omit<Parameters<typeof xlsx>[0], 'sheets'> = {}) =>
  (
    await cellsOf(await xlsx({ ...workbook, sheets: [{ name: '名单', rows: `<row r="1">${cells}</row>` }] }))
  )[0]

/** 张三, 学号 and others in GBK. */
const ZHANG_SAN = Buffer.from([0xd5, 0xc5, 0xc8, 0xfd])
const NUMBER_AND_NAME = Buffer.from([0xd1, 0xa7, 0xba, 0xc5, 0x2c, 0xd0, 0xd5, 0xc3, 0xfb])

describe('a workbook', () => {
  test('texts stand in the cell or are shared, in several parts, without their reading, with signs that XML cannot have', async () => {
    const strings = [
      '<si><t>学号</t></si>',
      '<si><r><t>张</t></r><r><rPr><b/></rPr><t xml:space="preserve"> 三</t></r><rPh sb="0" eb="1"><t>zhang</t></rPh></si>',
      '<si><t>a_x000A_b</t></si>',
      '<si/>',
    ]
    const cells = [0, 1, 2, 3].map((k) => `<c t="s"><v>${k}</v></c>`).join('')
    expect(
      await firstRow(`${cells}${inline('F1', '&lt;b&gt;')}<c r="G1" t="b"><v>1</v></c>`, { strings }),
    ).toEqual(['学号', '张 三', 'a\nb', '', '', '<b>', 'TRUE'])
  })

  test('a number is what people see: days of both calendars, leading zeros of a form, no noise of halves', async () => {
    const formats = [
      14,
      'yyyy"年"m"月"d"日"',
      '0000000000',
      '[Red]0.00',
      31,
      'General"days"',
      'yyyy/m/d h:mm',
    ]
    const cell = (style: number, value: string) => `<c s="${style}"><v>${value}</v></c>`
    const cells = [
      cell(1, '36955'),
      cell(2, '36955'),
      cell(3, '12'),
      cell(4, '36955'),
      cell(5, '1'),
      cell(6, '36955'),
      cell(0, '2023010001'),
      cell(0, '0.30000000000000004'),
      cell(7, '36955.5'),
      cell(0, '2.023010001E9'),
    ].join('')
    const seen = ['2001-03-05', '2001-03-05', '0000000012', '36955', '1900-01-01', '36955', '2023010001']
    expect(await firstRow(cells, { formats })).toEqual([...seen, '0.3', '2001-03-05 12:00', '2023010001'])
    expect(await firstRow(cell(1, '35493'), { formats, countsFrom1904: true })).toEqual(['2001-03-05'])
    expect(await firstRow('<c t="d"><v>2001-03-05T00:00:00</v></c>')).toEqual(['2001-03-05'])
  })

  test('days stay those of 1904 when extensions of the workbook have a part of the same name', async () => {
    const parts = partsOf({
      sheets: [{ name: '名单', rows: '<row r="1"><c s="1"><v>35493</v></c></row>' }],
      formats: [14],
      countsFrom1904: true,
    })
    const x15 =
      '<extLst><ext xmlns:x15="http://schemas.microsoft.com/office/spreadsheetml/2010/11/main"><x15:workbookPr chartTrackingRefBase="1"/></ext></extLst>'
    parts['xl/workbook.xml'] = String(parts['xl/workbook.xml']).replace('</workbook>', `${x15}</workbook>`)
    expect(await cellsOf(await zipOf(parts))).toEqual([['2001-03-05']])
  })

  test('what cannot be meant is marked in its cell: lost digits, errors, formulas that were never worked out', async () => {
    const cells = [
      '<c><v>1.1010119900101E+17</v></c>',
      '<c><v>110101199001010014</v></c>',
      '<c t="e"><v>#N/A</v></c>',
      '<c><f>A1&amp;B1</f></c>',
      '<c><f>A1</f><v></v></c>',
      '<c t="str"><f>A1</f><v>张三</v></c>',
      '<c t="str"><f>""</f><v></v></c>',
      '<c t="e"><f>NA()</f><v>#N/A</v></c>',
      '<c><v>999999999999999</v></c>',
    ]
    expect(await firstRow(cells.join(''))).toEqual([
      { text: '110101199001010000', fault: 'digits-lost' },
      { text: '110101199001010016', fault: 'digits-lost' },
      { text: '#N/A', fault: 'error-value' },
      { text: '', fault: 'formula-without-value' },
      { text: '', fault: 'formula-without-value' },
      { text: '张三', isComputed: true },
      '',
      { text: '#N/A', fault: 'error-value', isComputed: true },
      '999999999999999',
    ])
  })

  test('rows keep their numbers, empty ones are left out, hidden ones are read and marked', async () => {
    const file = await xlsx({
      sheets: [
        {
          name: '名单',
          before: '<cols><col min="2" max="3" hidden="1"/><col min="4" max="16384" width="9"/></cols>',
          rows: `<row r="3">${inline('B3', '甲')}</row><row r="4"><c r="B4" s="1"/></row><row r="1000000" hidden="1">${inline('C1000000', '乙')}</row>`,
        },
      ],
    })
    expect(await read(file)).toEqual({
      facts: { format: 'xlsx', name: '名单', others: [], hiddenColumns: ['B', 'C'] },
      rows: [
        { row: 3, cells: ['', '甲'] },
        { row: 1_000_000, cells: ['', '', '乙'], isHidden: true },
      ],
    })
  })

  test('merged cells show their text in every row beneath, and in no column beside', async () => {
    const file = await xlsx({
      sheets: [
        {
          name: '名单',
          rows: `<row r="1">${inline('A1', '2027 届')}</row><row r="2">${inline('A2', '计算机学院')}${inline('B2', '甲')}</row><row r="3">${inline('B3', '乙')}</row><row r="4"><c r="A4"/></row><row r="5">${inline('B5', '丙')}</row>`,
          after:
            '<mergeCells count="2"><mergeCell ref="A1:C1"/><mergeCell ref="A2:A4"/></mergeCells><pageMargins left="0.7"/>',
        },
      ],
    })
    expect(await cellsOf(file)).toEqual([['2027 届'], ['计算机学院', '甲'], ['计算机学院', '乙'], ['', '丙']])
  })

  test('the first sheet with content that people see is read, the others are named', async () => {
    const file = await xlsx({
      sheets: [
        { name: '代码', state: 'hidden', rows: `<row r="1">${inline('A1', '01')}</row>` },
        { name: '空', rows: '<row r="1"><c r="A1"/></row>' },
        { name: '名单', rows: `<row r="1">${inline('A1', '学号')}</row>` },
        { name: '说明', rows: `<row r="1">${inline('A1', '请填写')}</row>` },
      ],
    })
    const { facts, rows } = await read(file)
    expect(facts).toMatchObject({ name: '名单', others: ['空', '说明', '代码'] })
    expect(rows).toEqual([{ row: 1, cells: ['学号'] }])
  })

  test('endings that are of no part of it, and printers’ settings, make it nothing else', async () => {
    const parts = partsOf({ sheets: [{ name: '名单', rows: `<row r="1">${inline('A1', '学号')}</row>` }] })
    const bin =
      '<Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/>'
    parts['[Content_Types].xml'] = String(parts['[Content_Types].xml']).replace(
      '<Override',
      `${bin}<Override`,
    )
    expect(await cellsOf(await zipOf(parts))).toEqual([['学号']])
  })

  test('prefixes, capitals of parts and the strict form are no matter', async () => {
    const parts = partsOf({ sheets: [{ name: '名单', rows: `<row r="1">${inline('A1', '学号')}</row>` }] })
    const prefixed = String(parts['xl/worksheets/sheet1.xml'])
      .replace(/<(\/?)(\w)/g, '<$1x:$2')
      .replace('xmlns=', 'xmlns:x=')
    const strict = String(parts['xl/_rels/workbook.xml.rels']).replaceAll(
      'http://schemas.openxmlformats.org/officeDocument/2006',
      'http://purl.oclc.org/ooxml/officeDocument',
    )
    const { 'xl/worksheets/sheet1.xml': _, ...rest } = parts
    const file = { ...rest, 'xl/_rels/workbook.xml.rels': strict, 'xl/Worksheets/Sheet1.xml': prefixed }
    expect(await cellsOf(await zipOf(file))).toEqual([['学号']])
  })
})

describe('text with separators', () => {
  test.each<[string, Buffer | string]>([
    ['UTF-8', '学号,姓名\n'],
    ['UTF-8 with its mark', '\ufeff学号,姓名\r\n'],
    [
      'a beginning like that of a DBF without fields',
      `1\t\t\t\t\t\t\t\t${'\t'.repeat(23)}\r\n${'a\r\n'.repeat(1_500)}学号\t姓名`,
    ],
    ['UTF-16, with tabs', Buffer.from('\ufeff学号\t姓名\r\n', 'utf16le')],
    ['semicolons', '学号;姓名'],
    ['GBK', NUMBER_AND_NAME],
    ['a word to Excel', 'sep=;\n学号;姓名'],
  ])('%s', async (_, file) => {
    expect((await cellsOf(file)).at(-1)).toEqual(['学号', '姓名'])
  })

  test.each(['BMH', 'MZ', 'PKID', 'PK', 'GIF', 'ID3', 'FWS', '1'])(
    'a first heading %s makes it nothing else',
    async (heading) => {
      const rows = '0001\t张三\t计算机学院\r\n'.repeat(30)
      expect((await cellsOf(`${heading}\t\t\t\t\r\nXH\tXM\tYX\r\n${rows}`)).slice(0, 2)).toEqual([
        [heading, '', '', '', ''],
        ['XH', 'XM', 'YX'],
      ])
    },
  )

  test('rows are counted as a spreadsheet does, quotes hold line ends, digits that people guarded are bare', async () => {
    const file = '名单\n\n学号,备注\n="0012","两\n行, 一格"\n,\n\'0013,说"好"\n\'+86 27,\'=1+1\n'
    expect((await read(file)).rows).toEqual([
      { row: 1, cells: ['名单'] },
      { row: 3, cells: ['学号', '备注'] },
      { row: 4, cells: ['0012', '两\n行, 一格'] },
      { row: 6, cells: ['0013', '说"好"'] },
      { row: 7, cells: ['+86 27', '=1+1'] },
    ])
  })

  test('a rare character of GB 18030 is itself', async () => {
    const file = Buffer.concat([ZHANG_SAN, Buffer.from([0x2c, 0x82, 0x35, 0x8f, 0x33])])
    expect(await cellsOf(file)).toEqual([['张三', '\u9fa6']])
  })
})

test('a DBF in GBK: names are row 1, blanks go, days are days, deleted records are gone', async () => {
  const record = (mark: string, name: Buffer) =>
    Buffer.concat([Buffer.from(mark), name, Buffer.from('    20010305   7T')])
  const fields = [
    { name: Buffer.from([0xd0, 0xd5, 0xc3, 0xfb]), type: 'C', length: 8 },
    { name: Buffer.from('CSRQ'), type: 'D', length: 8 },
    { name: Buffer.from('XZ'), type: 'N', length: 4 },
    { name: Buffer.from('SFSF'), type: 'L', length: 1 },
  ]
  const file = dbf(fields, [record(' ', ZHANG_SAN), record('*', ZHANG_SAN), record(' ', ZHANG_SAN)])
  expect((await read(file)).rows).toEqual([
    { row: 1, cells: ['姓名', 'CSRQ', 'XZ', 'SFSF'] },
    { row: 2, cells: ['张三', '2001-03-05', '7', 'TRUE'] },
    { row: 4, cells: ['张三', '2001-03-05', '7', 'TRUE'] },
  ])
  await expect(read(file.subarray(0, file.length - 5))).rejects.toMatchObject({ code: 'sheet-damaged' })
})

test('a text of a DBF that was cut within a character has the others, and what the program keeps for itself is no column', async () => {
  const cut = (last: number[]) => Buffer.concat([ZHANG_SAN, Buffer.from(last)])
  const fields = [
    { name: Buffer.from('XM'), type: 'C', length: 7 },
    { name: Buffer.from('_NullFlags'), type: '0', length: 1 },
    { name: Buffer.from('XH'), type: 'C', length: 4 },
  ]
  const record = (name: Buffer) =>
    Buffer.concat([Buffer.from(' '), name, Buffer.from([0xff]), Buffer.from('0001')])
  const names = [
    [0x41, 0x20, 0xd5],
    [0x82, 0x35, 0x8f],
    [0xd5, 0x20, 0x20],
    [0xd5, 0xc5, 0x41],
  ].map(cut)
  expect(await cellsOf(dbf(fields, names.map(record)))).toEqual([
    ['XM', 'XH'],
    ['张三A', '0001'],
    ['张三', '0001'],
    ['张三', '0001'],
    ['张三张A', '0001'],
  ])
  await expect(read(dbf(fields, [record(cut([0xff, 0x41, 0x41]))]))).rejects.toMatchObject({
    code: 'sheet-letters-unknown',
  })
})

describe('what is no sheet that can be read is refused, each kind in its own words', () => {
  const whole = async () => sheet(`<row r="1">${inline('A1', '学号')}</row>`)
  const ole = (name: string) =>
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1024), Buffer.from(name, 'utf16le')])
  const withParts = async (change: (parts: Record<string, string | Buffer>) => void) => {
    const parts = partsOf({ sheets: [{ name: '名单', rows: `<row r="1">${inline('A1', '学号')}</row>` }] })
    change(parts)
    return zipOf(parts)
  }
  const locked = async () =>
    Buffer.from(
      await writeXlsx({ sheets: [{ name: '名单', rows: [['学号']] }], encryption: { password: 'a' } }),
    )
  const macros = 'application/vnd.ms-excel.sheet.macroEnabled.main+xml'
  const binary = 'application/vnd.ms-excel.sheet.binary.macroEnabled.main'
  const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'

  test.each<[string, string, () => Promise<Buffer>]>([
    ['a workbook with a password', 'sheet-locked', locked],
    ['.xls', 'sheet-old-format', async () => ole('Workbook')],
    [
      'a page named .xls',
      'sheet-old-format',
      async () => Buffer.from('<html><table><tr><td>学号</td></tr></table>'),
    ],
    ['XML of 2003', 'sheet-old-format', async () => Buffer.from('\ufeff<?xml version="1.0"?><Workbook/>')],
    ['a PDF', 'sheet-kind-refused', async () => SMALL_PDF],
    ['a program', 'sheet-kind-refused', async () => Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 1, 2, 3])],
    ['a zip of something else', 'sheet-kind-refused', () => zipOf({ 'a.txt': 'hello' })],
    ['a letter', 'sheet-kind-refused', () => xlsx({ sheets: [], mainType: word })],
    ['macros', 'sheet-has-macros', () => xlsx({ sheets: [], mainType: macros })],
    ['.xlsb', 'sheet-old-format', () => xlsx({ sheets: [], mainType: binary })],
    ['half of a workbook', 'sheet-damaged', async () => (await whole()).subarray(0, 700)],
    [
      'a sheet that ends in its middle',
      'sheet-damaged',
      () =>
        withParts((parts) => {
          parts['xl/worksheets/sheet1.xml'] = String(parts['xl/worksheets/sheet1.xml']).slice(0, -30)
        }),
    ],
    [
      'a sheet that is not there',
      'sheet-damaged',
      () =>
        withParts((parts) => {
          delete parts['xl/worksheets/sheet1.xml']
        }),
    ],
    [
      'a shared text that is not there',
      'sheet-damaged',
      () => sheet('<row r="1"><c t="s"><v>3</v></c></row>'),
    ],
    ['rows backwards', 'sheet-damaged', () => sheet(`<row r="2">${inline('A2', 'a')}</row><row r="1"/>`)],
    ['no sheet', 'sheet-without-rows', () => xlsx({ sheets: [] })],
    ['empty sheets', 'sheet-without-rows', () => sheet('<row r="1"><c r="A1" s="1"/></row>')],
    ['a text longer than a cell', 'sheet-too-heavy', async () => Buffer.from(`学号,${'x'.repeat(32_768)}\n`)],
    ['nothing', 'sheet-without-rows', async () => Buffer.alloc(0)],
    ['blanks', 'sheet-without-rows', async () => Buffer.from('\r\n , ,\n')],
    [
      'letters of no encoding',
      'sheet-letters-unknown',
      async () => Buffer.from([0x61, 0x2c, 0xff, 0xff, 0x0a]),
    ],
    ['a quote without its end', 'sheet-quote-open', async () => Buffer.from('学号\n"0012\n0013\n')],
    ['a cell far to the right', 'sheet-too-wide', () => sheet(`<row r="1">${inline('ZZZ1', 'a')}</row>`)],
    [
      'a row that no sheet has',
      'sheet-too-long',
      () => sheet(`<row r="1048577">${inline('A1048577', 'a')}</row>`),
    ],
  ])('%s', async (_, code, file) => {
    await expect(read(await file())).rejects.toMatchObject({ code })
  })

  test('a password in the old way of zips', async () => {
    const file = await whole()
    // Bit 0 of the flags of each entry in the directory at the end.
    for (let at = file.indexOf('PK\x01\x02'); at !== -1; at = file.indexOf('PK\x01\x02', at + 4))
      file[at + 8]! |= 1
    await expect(read(file)).rejects.toMatchObject({ code: 'sheet-locked' })
  })
})

describe('a file that is made to do harm', () => {
  /** With this, again and again, before the end of a part. */
  const stuffed = (part: string, end: string, stuffing: string, bytes: number) => {
    const parts = partsOf({ sheets: [{ name: '名单', rows: '' }], strings: [] })
    const [head = '', tail = ''] = String(parts[part]).split(end)
    const again = Buffer.alloc(bytes - (bytes % Buffer.byteLength(stuffing)), stuffing)
    parts[part] = Buffer.concat([Buffer.from(head), again, Buffer.from(end + tail)])
    return zipOf(parts)
  }
  const sheetOf = (stuffing: string, bytes: number) =>
    stuffed('xl/worksheets/sheet1.xml', '</sheetData>', stuffing, bytes)

  test.each<[string, string, () => Promise<Buffer>]>([
    [
      'unpacks to more than a sheet is',
      'sheet-too-heavy',
      () => sheetOf(`${' '.repeat(4000)}<a/>`, 520_000_000),
    ],
    [
      'has more texts than memory',
      'sheet-too-heavy',
      () =>
        stuffed('xl/sharedStrings.xml', '</sst>', `<si><t>${'0123456789'.repeat(500)}</t></si>`, 400_000_000),
    ],
    ['has ten million empty rows', 'sheet-too-long', () => sheetOf('<row/>', 60_000_000)],
    ['has ten million empty lines', 'sheet-too-long', async () => Buffer.alloc(40_000_000, ',,,\n')],
    ['has more rows than may be', 'sheet-too-long', async () => Buffer.alloc(700_000, '1,\n')],
    ['is larger than may be', 'sheet-too-large', async () => Buffer.alloc(61 * 1024 * 1024, '学号\n')],
  ])(
    'that %s ends where it is read, and we stand still for nobody',
    async (_, code, make) => {
      const file = await make()
      let longest = 0
      let before = performance.now()
      const beat = setInterval(() => {
        longest = Math.max(longest, performance.now() - before)
        before = performance.now()
      }, 20)
      const memory = process.memoryUsage().rss
      await expect(read(file)).rejects.toMatchObject({ code })
      clearInterval(beat)
      expect(longest).toBeLessThan(2_000)
      expect(process.memoryUsage().rss - memory).toBeLessThan(300 * 1024 * 1024)
      expect(await cellsOf('学号')).toEqual([['学号']])
    },
    120_000,
  )
})

test('rows come as they are taken: who stops in the middle leaves no process behind', async () => {
  const rows = Array.from(
    { length: 5_000 },
    (_, k) => `<row r="${k + 1}">${inline(`A${k + 1}`, String(k))}</row>`,
  )
  const file = await sheet(rows.join(''))
  const first = await reader.read(
    async () => Readable.from([file]),
    async (opened) => {
      for await (const together of opened.rows) return together.length
      return 0
    },
  )
  expect(first).toBe(50)
  expect(await cellsOf(file)).toHaveLength(5_000)
})

test('rows come together by their letters too: what is one text in the file is many for whoever takes them', async () => {
  const cells = '<c t="s"><v>0</v></c>'.repeat(40)
  const file = await xlsx({
    sheets: [{ name: '名单', rows: `<row>${cells}</row>`.repeat(50) }],
    strings: [`<si><t>${'x'.repeat(5_000)}</t></si>`],
  })
  const letters = await reader.read(
    async () => Readable.from([file]),
    async (opened) => {
      const all: number[] = []
      for await (const together of opened.rows)
        all.push(together.flatMap(({ cells }) => cells).reduce((sum, cell) => sum + textOf(cell).length, 0))
      return all
    },
  )
  expect(Math.max(...letters)).toBeLessThanOrEqual(1_000_000 + 40 * 5_000)
  expect(letters.reduce((sum, one) => sum + one)).toBe(50 * 40 * 5_000)
})

test('what is told before the rows is no more than a workbook has', async () => {
  const hidden = '<col min="1" max="400" hidden="1"/>'.repeat(200)
  const rows = `<row r="1">${inline('A1', '学号')}</row>`
  const workbook = (before: string, name: string) => xlsx({ sheets: [{ name, before, rows }] })
  const { facts } = await read(
    await workbook(`<cols><col min="-9000000" max="1" hidden="1"/>${hidden}</cols>`, '名'.repeat(100_000)),
  )
  expect(facts.hiddenColumns).toHaveLength(400)
  expect(facts.name.length).toBeLessThanOrEqual(100)
  const many = partsOf({ sheets: [{ name: '名单', rows }] })
  many['xl/workbook.xml'] = String(many['xl/workbook.xml']).replace(/<sheet .*?\/>/, (one) =>
    one.repeat(20_000),
  )
  await expect(read(await zipOf(many))).rejects.toMatchObject({ code: 'sheet-too-heavy' })
})

test('more than may wait are told to come again, and those who wait are served', async () => {
  const answers = await Promise.allSettled(Array.from({ length: 30 }, () => read('学号')))
  const refused = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason.code] : []))
  expect(refused.length).toBeGreaterThan(5)
  expect(refused.every((code) => code === 'sheet-busy')).toBe(true)
}, 60_000)

test('an upload that breaks off is its own fault, a reader that ends says to send it again', async () => {
  const broken = () =>
    Readable.from(
      (function* () {
        yield Buffer.from('学号\n1\n')
        throw Object.assign(new Error('the line is gone'), { code: 'ECONNRESET' })
      })(),
    )
  const nothing = async () => null
  await expect(reader.read(async () => broken(), nothing)).rejects.toThrow('the line is gone')
  const another = openSheetReader()
  const closing = async () => {
    another.close()
    return Readable.from([Buffer.from('学号')])
  }
  await expect(another.read(closing, nothing)).rejects.toMatchObject({ code: 'sheet-broken-off' })
})
