/** Days, months and years as rosters have them; each null for anything else. */
import { type Day, isDay } from '../day.ts'
import { halfWidth } from '../entered.ts'

const two = (text: string) => text.padStart(2, '0')
/** `2001-3-5`, `2001/03/05`, `2001.3.5`, `2001年3月5日`, `20010305`, with a time or without; never two digits for a year. */
const DAY =
  /^(\d{4})(?:[-/.]|年)(\d{1,2})(?:[-/.]|月)(\d{1,2})日?(?:[ T]\d{1,2}:\d{2}.*)?$|^(\d{4})(\d{2})(\d{2})$/
const MONTH = /^(\d{4})(?:[-/.]|年)(\d{1,2})月?$|^(\d{4})(\d{2})$/

const half = (text: string) =>
  halfWidth(text)
    .replace(/ +/g, ' ')
    .replace(/ ?([-/.年月日]) ?/g, '$1')

export function writtenDay(text: string): Day | null {
  const [, a, b, c, d, e, f] = DAY.exec(half(text)) ?? []
  const day = `${a ?? d}-${two(b ?? e ?? '')}-${two(c ?? f ?? '')}`
  return isDay(day) ? day : null
}

/** `2027-06`, of a month or of a day in it. */
export function writtenMonth(text: string): string | null {
  const [, a, b, c, d] = MONTH.exec(half(text)) ?? []
  const month = a || c ? `${a ?? c}-${two(b ?? d ?? '')}` : writtenDay(text)?.replace(/-\d\d$/, '')
  return month !== undefined && isDay(`${month}-01`) ? month : null
}

/** `2027`, of a year, a 届, a month or a day. */
export function writtenYear(text: string): string | null {
  const [, year] = /^(\d{4})(?:年|届|年度)?$/.exec(half(text)) ?? []
  const found = year ?? writtenMonth(text)?.replace(/-\d\d$/, '')
  return found !== undefined && isDay(`${found}-01-01`) ? found : null
}
