/** Colleges in one cell: as they are written there, and as they are read. */
import type { CodeTable } from '../sheets/code-table.ts'

const BETWEEN = '、'
const PARTED_BY = /[、,，;；\n]/

const idOf = (colleges: CodeTable, text: string): string | null => {
  const found = colleges.find(text)
  return found === null || found === 'several' ? null : found.code
}

/** Ids of those that a cell names, by id or name, once each; or the part that names none, or more than one. */
export function collegesIn(
  colleges: CodeTable,
  text: string,
): { readonly ids: readonly string[] } | { readonly unknown: string } {
  const whole = idOf(colleges, text)
  if (whole !== null) return { ids: [whole] }
  const ids = new Set<string>()
  for (const part of text.split(PARTED_BY).map((one) => one.trim())) {
    if (part === '') continue
    const id = idOf(colleges, part)
    if (id === null) return { unknown: part }
    ids.add(id)
  }
  return { ids: [...ids] }
}

/** Each by its name, where that reads as itself among several, else by its id. */
export const collegesCell = (colleges: CodeTable, ids: readonly string[]): string =>
  ids
    .map((id) => {
      const name = colleges.of(id)?.name ?? id
      return !PARTED_BY.test(name) && idOf(colleges, name) === id ? name : id
    })
    .join(BETWEEN)
