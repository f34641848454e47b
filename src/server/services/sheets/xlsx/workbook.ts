import { posix } from 'node:path'
import { Refusal } from '../../../../domain/refusal.ts'
import type { Archive } from './archive.ts'
import { readXml } from './xml.ts'

/** `part`: its name in the archive. */
export type SheetPart = { readonly name: string; readonly part: string }
export type Workbook = {
  /** In the order of the tabs, those that people see first. */
  readonly sheets: readonly SheetPart[]
  /** Days are counted from 1904, as by old Macs. */
  readonly countsFrom1904: boolean
  readonly stylesPart: string | null
  readonly sharedStringsPart: string | null
}

type Relation = { readonly type: string; readonly target: string }

/** Of ours: spreadsheets have 31 letters for a name. */
const LONGEST_NAME = 100
const MOST_SHEETS = 1_000

const CONTENT_TYPES = '[Content_Types].xml'

/** What the file is all about, and its kind; refuses macros, and what is packed the same way and is no such workbook. */
export async function readWorkbook(archive: Archive): Promise<Workbook> {
  if (!archive.has(CONTENT_TYPES)) throw new Refusal('sheet-kind-refused')
  const root = [...(await relationsOf(archive, '')).values()].find(({ type }) => type === 'officeDocument')
  if (!root) throw new Refusal('sheet-kind-refused')
  await refuseUnlessPlainWorkbook(archive, root.target)
  const relations = await relationsOf(archive, root.target)
  const partOf = (type: string) => [...relations.values()].find((one) => one.type === type)?.target ?? null
  const shown: SheetPart[] = []
  const hidden: SheetPart[] = []
  let countsFrom1904 = false
  await readXml(archive.unpack(root.target), {
    open(element, { name = '', state = 'visible', id = '', date1904 }) {
      // Extensions have one of that name too, which says nothing of it.
      if (element === 'workbookPr') countsFrom1904 ||= date1904 === '1' || date1904 === 'true'
      const of = element === 'sheet' ? relations.get(id) : undefined
      if (of?.type !== 'worksheet') return
      const sheet = { name: name.slice(0, LONGEST_NAME), part: of.target }
      if ((state === 'visible' ? shown : hidden).push(sheet) > MOST_SHEETS)
        throw new Refusal('sheet-too-heavy')
    },
  })
  return {
    sheets: [...shown, ...hidden],
    countsFrom1904,
    stylesPart: partOf('styles'),
    sharedStringsPart: partOf('sharedStrings'),
  }
}

/** By what the main part is said to be: of the endings of other parts some writers name every kind there is. */
async function refuseUnlessPlainWorkbook(archive: Archive, main: string) {
  let type = ''
  let isOwn = false
  await readXml(archive.unpack(CONTENT_TYPES), {
    open(_, { PartName = '', Extension, ContentType = '' }) {
      const isOfPart = PartName.toLowerCase() === `/${main.toLowerCase()}`
      if (isOfPart || (!isOwn && Extension && main.endsWith(`.${Extension}`))) type = ContentType
      isOwn ||= isOfPart
    },
  })
  if (/ms-excel\.sheet\.binary/i.test(type)) throw new Refusal('sheet-old-format')
  if (/macroEnabled/i.test(type)) throw new Refusal('sheet-has-macros')
  if (!/spreadsheetml\.(sheet|template)\.main\+xml/i.test(type)) throw new Refusal('sheet-kind-refused')
}

/** By their id; `type` is the last word of its address, the same in the strict and the usual form. `''` is the package. */
async function relationsOf(archive: Archive, part: string): Promise<Map<string, Relation>> {
  const [folder, name] = [posix.dirname(part), posix.basename(part)]
  const relations = new Map<string, Relation>()
  const file = posix.join(part === '' ? '' : folder, '_rels', `${name}.rels`)
  if (!archive.has(file)) throw new Refusal('sheet-damaged')
  await readXml(archive.unpack(file), {
    open(element, { Id = '', Type = '', Target = '' }) {
      if (element !== 'Relationship') return
      const target = posix.join('/', part === '' ? '' : folder, Target).slice(1)
      relations.set(Id, {
        type: posix.basename(Type),
        target: Target.startsWith('/') ? Target.slice(1) : target,
      })
    },
  })
  return relations
}
