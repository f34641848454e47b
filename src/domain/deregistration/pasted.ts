import { STRUCK_COLUMNS } from './sheet.ts'

const BETWEEN = /[\s,，;；、|]+/
/** How every form of a day begins in which a list may have it (`written-day.ts`). */
const A_DAY = /^\d{4}(?:[-/.年]|\d{4}$)/

const cell = (text: string) => `"${text.replaceAll('"', '""')}"`
const line = (cells: readonly string[]) => `${cells.map(cell).join()}\r\n`

/** What was pasted, a code to a line, with a name and a day behind it or without: as the csv that a file would have been. */
export function pastedAsCsv(text: string): string {
  const { creditCode, name, struckOn } = STRUCK_COLUMNS
  const rows = text
    .split(/\r?\n/)
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .map((one) => {
      const [code = '', ...rest] = one.split(BETWEEN)
      const day = A_DAY.test(rest[rest.length - 1] ?? '') ? (rest.pop() ?? '') : ''
      return [code, rest.join(' '), day]
    })
  return [[creditCode.zh, name.zh, struckOn.zh], ...rows].map(line).join('')
}
