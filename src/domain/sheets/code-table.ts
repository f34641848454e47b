/** Finds the row of a code table that a cell means: by code, by name, or by both together. */
import { foldText } from '../text.ts'

export type CodeRow = {
  readonly code: string
  readonly name: string
  readonly nameEn?: string | null
  readonly parent?: string | null
  readonly class?: string | null
}
/** Null: no row; `several`: more than one is called so. */
export type CodeTable = {
  readonly rows: readonly CodeRow[]
  find(text: string): CodeRow | 'several' | null
  of(code: string): CodeRow | null
  /** Its name with those of what it lies in, as addresses are written; empty for what is no row. */
  pathOf(code: string): string
}

/** How people say it, for what tables call it; both as names, for codes are data. */
const SAID: Readonly<Record<string, readonly string[]>> = {
  博士生毕业: ['博士', '博士生', '博士研究生', '博士研究生毕业'],
  硕士生毕业: ['硕士', '硕士生', '硕士研究生', '硕士研究生毕业'],
  二学位毕业: ['二学位', '第二学士学位'],
  本科生毕业: ['本科', '本科生', '大学本科', '本科毕业'],
  专科生毕业: ['专科', '专科生', '大专', '大学专科', '专科毕业'],
  高职毕业: ['高职'],
  中共党员: ['党员'],
  中共预备党员: ['预备党员'],
  共青团员: ['团员'],
  公费师范生: ['免费师范生', '国家公费师范生'],
  非师范生: ['非师范', '否'],
  普通师范生: ['师范生', '师范'],
  男: ['男性', 'm'],
  女: ['女性', 'f'],
}

/** Names from the province down, as addresses are written, with and without the city and what only repeats. */
function pathsOf(row: CodeRow, byCode: ReadonlyMap<string, CodeRow>): string[] {
  const names: string[] = []
  for (let at: CodeRow | undefined = row; at; at = at.parent ? byCode.get(at.parent) : undefined)
    if (names[0] !== at.name) names.unshift(at.name)
  const [first = '', ...rest] = names
  return [...new Set([names.join(''), first + (rest.at(-1) ?? '')])]
}

export function codeTable(rows: readonly CodeRow[]): CodeTable {
  const byCode = new Map(rows.map((row) => [row.code, row]))
  const meaning = new Map<string, CodeRow | 'several'>()
  const call = (text: string, row: CodeRow) => {
    const key = foldText(text)
    const before = meaning.get(key)
    meaning.set(key, before === undefined || before === row ? row : 'several')
  }
  for (const row of rows) {
    call(row.name, row)
    if (row.nameEn) call(row.nameEn, row)
    for (const said of SAID[row.name] ?? []) call(said, row)
    if (/.族$/.test(row.name)) call(row.name.slice(0, -1), row)
    if (row.parent) for (const path of pathsOf(row, byCode)) call(path, row)
  }
  // "1" for "01", where that is no code itself; a code is never several.
  for (const row of rows) {
    const short = row.code.replace(/^0+(?=\d)/, '')
    if (short !== row.code && !byCode.has(short)) meaning.set(foldText(short), row)
  }
  for (const row of rows) meaning.set(foldText(row.code), row)

  const find = (text: string): CodeRow | 'several' | null => {
    const key = foldText(text)
    const found = meaning.get(key)
    if (found !== undefined) return found
    // A folded dot stands in the middle.
    const [, code, name] = /^([0-9]+)[-·:|、,]?([^0-9].*)$/.exec(key) ?? []
    if (code === undefined || name === undefined) return null
    const byNumber = meaning.get(code)
    // Of two rows of one name the number tells which.
    return byNumber && byNumber !== 'several' && foldText(byNumber.name) === name ? byNumber : null
  }
  return {
    rows,
    find,
    of: (code) => byCode.get(code) ?? null,
    pathOf: (code) => {
      const row = byCode.get(code)
      return row ? (pathsOf(row, byCode)[0] ?? row.name) : ''
    },
  }
}
