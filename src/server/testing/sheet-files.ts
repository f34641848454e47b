import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'

/** Spreadsheets as programs write them, made from the parts that matter. */
type Parts = Readonly<Record<string, string | Buffer>>

export async function zipOf(parts: Parts): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [name, content] of Object.entries(parts)) zip.addBuffer(Buffer.from(content), name)
  zip.end()
  return buffer(zip.outputStream)
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OF_SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

type Sheet = {
  readonly name: string
  readonly state?: 'hidden' | 'veryHidden'
  /** What stands within `sheetData`. */
  readonly rows: string
  readonly before?: string
  readonly after?: string
}
type Workbook = {
  readonly sheets: readonly Sheet[]
  /** Each `<si>…</si>` of the shared strings. */
  readonly strings?: readonly string[]
  /** Forms of numbers, by the style `s` from 1; a number names one that every program knows. */
  readonly formats?: readonly (string | number)[]
  readonly countsFrom1904?: boolean
  readonly mainType?: string
  readonly more?: Parts
}

const styleSheet = (formats: readonly (string | number)[]) => {
  const own = formats.map((format, k) =>
    typeof format === 'string'
      ? `<numFmt numFmtId="${200 + k}" formatCode="${format.replaceAll('"', '&quot;')}"/>`
      : '',
  )
  const xfs = formats.map((format, k) => `<xf numFmtId="${typeof format === 'string' ? 200 + k : format}"/>`)
  return `<styleSheet xmlns="${MAIN}"><numFmts>${own.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${xfs.join('')}</cellXfs></styleSheet>`
}

/** The parts of a workbook, for a test to spoil. */
export function partsOf(workbook: Workbook): Record<string, string | Buffer> {
  const { sheets, strings, formats = [], countsFrom1904 = false } = workbook
  const { mainType = `${OF_SHEET}.sheet.main+xml`, more = {} } = workbook
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`
  const relations = (all: string) => `<Relationships xmlns="${PACKAGE}/relationships">${all}</Relationships>`
  return {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${mainType}"/></Types>`,
    '_rels/.rels': relations(relation('rId1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${countsFrom1904 ? '<workbookPr date1904="1"/>' : ''}<sheets>${sheets.map(({ name, state = 'visible' }, k) => `<sheet name="${name}" sheetId="${k + 1}" state="${state}" r:id="rId${k + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      [
        ...sheets.map((_, k) => relation(`rId${k + 1}`, 'worksheet', `worksheets/sheet${k + 1}.xml`)),
        relation('rId91', 'styles', 'styles.xml'),
        strings ? relation('rId92', 'sharedStrings', '/xl/sharedStrings.xml') : '',
      ].join(''),
    ),
    'xl/styles.xml': styleSheet(formats),
    ...(strings && { 'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${strings.join('')}</sst>` }),
    ...Object.fromEntries(
      sheets.map(({ rows, before = '', after = '' }, k) => [
        `xl/worksheets/sheet${k + 1}.xml`,
        `<worksheet xmlns="${MAIN}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`,
      ]),
    ),
    ...more,
  }
}

export const xlsx = (workbook: Workbook): Promise<Buffer> => zipOf(partsOf(workbook))

/** A text in its cell. */
export const inline = (ref: string, text: string): string =>
  `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`

type Field = { readonly name: Buffer; readonly type: string; readonly length: number }
/** A DBF of FoxPro: the bytes of each record begin with a blank, or with `*` where it was deleted. */
export function dbf(fields: readonly Field[], records: readonly Buffer[]): Buffer {
  const head = Buffer.alloc(32 + fields.length * 32 + 1)
  head.set([0x03, 126, 11, 26])
  head.writeUInt32LE(records.length, 4)
  head.writeUInt16LE(head.length, 8)
  head.writeUInt16LE(1 + fields.reduce((sum, { length }) => sum + length, 0), 10)
  head[29] = 0x4d
  fields.forEach(({ name, type, length }, k) => {
    head.set(name, 32 + k * 32)
    head.write(type, 32 + k * 32 + 11, 'latin1')
    head[32 + k * 32 + 16] = length
  })
  head[head.length - 1] = 0x0d
  return Buffer.concat([head, ...records, Buffer.from([0x1a])])
}
