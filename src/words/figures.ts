import { type Day, dayInChina, timeInChina } from '../domain/day.ts'
import { type Fen, yuanFromFen } from '../domain/money.ts'
import type { Language } from './language.ts'

/**
 * Days, instants and money as people read them: the only place that writes them. An instant is shown as it is in China;
 * where an English reader may be elsewhere, a sentence says so. In Chinese a number stands apart from its unit.
 */
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const ZONE = 'UTC+8'

const partsOf = (day: Day) => day.split('-').map(Number) as [year: number, month: number, day: number]
const inEnglish = (day: Day) => {
  const [year, month, date] = partsOf(day)
  return `${date} ${MONTHS[month - 1]} ${year}`
}

/** In a list, or beside its label: `2026-11-28`, `28 Nov 2026`. */
export const listedDay = (day: Day, language: Language): string => (language === 'en' ? inEnglish(day) : day)

/** The day in China of an instant, as `listedDay` writes it. */
export const listedDayOf = (instant: string, language: Language): string =>
  listedDay(dayInChina(new Date(instant)), language)

/** Within a sentence: `2026 年 11 月 28 日`, `28 Nov 2026`. */
export function dayText(day: Day, language: Language): string {
  if (language === 'en') return inEnglish(day)
  const [year, month, date] = partsOf(day)
  return `${year} 年 ${month} 月 ${date} 日`
}

/** A month `YYYY-MM`, in a list: `2025-07`, `Jul 2025`. */
export function listedMonth(month: string, language: Language): string {
  const [year, number] = month.split('-').map(Number)
  return language === 'en' ? `${MONTHS[number! - 1]} ${year}` : month
}

/** A day as a leaf of a calendar shows it: the number of the day, and its month beside. */
export function leafOf(day: Day, language: Language): { readonly month: string; readonly date: number } {
  const [, month, date] = partsOf(day)
  return { month: language === 'en' ? MONTHS[month - 1]! : `${month} 月`, date }
}

/** The end of a last day, within a sentence: `2026 年 11 月 28 日 24:00`, `28 Nov 2026, 24:00 (UTC+8)`. */
export const deadlineText = (day: Day, language: Language): string =>
  language === 'en' ? `${inEnglish(day)}, 24:00 (${ZONE})` : `${dayText(day, language)} 24:00`

/** The same where it is near, beside the time that is left: `11 月 28 日 24:00`, `28 Nov, 24:00 (UTC+8)`. */
export function nearDeadline(day: Day, language: Language): string {
  const [, month, date] = partsOf(day)
  return language === 'en' ? `${date} ${MONTHS[month - 1]}, 24:00 (${ZONE})` : `${month} 月 ${date} 日 24:00`
}

/** In a list, or beside its label: `2026-11-28 14:05`, `28 Nov 2026, 14:05`. `instant` is ISO 8601. */
export function listedInstant(instant: string, language: Language): string {
  const at = new Date(instant)
  return `${listedDay(dayInChina(at), language)}${language === 'en' ? ',' : ''} ${timeInChina(at)}`
}

/** As a field for an instant in China has it: `2026-11-28T14:05`. */
export const typedInstant = (at: Date): string => `${dayInChina(at)}T${timeInChina(at)}`
/** The instant that such a field means, whatever zone its reader's device is in; null where it says none. */
export function instantTyped(typed: string): Date | null {
  const at = new Date(`${typed}:00+08:00`)
  return Number.isNaN(at.getTime()) ? null : at
}

/** From when to when, in a list: `2026-11-28 14:05–14:35`; the day once more where it is another. Both ISO 8601. */
export function listedSpan(from: string, to: string, language: Language): string {
  const end = new Date(to)
  const isSameDay = dayInChina(new Date(from)) === dayInChina(end)
  return `${listedInstant(from, language)}–${isSameDay ? timeInChina(end) : listedInstant(to, language)}`
}

/** Beneath its day: `14:00–14:40`. */
export const hoursText = (from: string, to: string): string =>
  `${timeInChina(new Date(from))}–${timeInChina(new Date(to))}`

/** Where the second counts: `2026-11-28 14:05:09`, `28 Nov 2026, 14:05:09`. */
export function exactInstant(instant: string, language: Language): string {
  const seconds = Math.floor(new Date(instant).getTime() / 1000) % 60
  return `${listedInstant(instant, language)}:${String(seconds).padStart(2, '0')}`
}

/** Within a sentence: `2026 年 11 月 28 日 14:05`, `28 Nov 2026, 14:05 (UTC+8)`. */
export function instantText(instant: string, language: Language): string {
  const at = new Date(instant)
  const day = dayText(dayInChina(at), language)
  return language === 'en' ? `${day}, ${timeInChina(at)} (${ZONE})` : `${day} ${timeInChina(at)}`
}

const inThrees = (digits: string) => digits.replace(/\B(?=(\d{3})+$)/g, ',')

/** How many: `12,345`, the same in both languages. */
export const countText = (count: number): string => inThrees(String(count))

/** `8,500 元`, `8,500.50 yuan`. */
export function moneyText(fen: Fen, language: Language): string {
  const [yuan = '', decimals] = yuanFromFen(fen).split('.')
  const grouped = inThrees(yuan)
  return `${decimals ? `${grouped}.${decimals}` : grouped} ${language === 'en' ? 'yuan' : '元'}`
}

/** `8,500 元/月`, `8,500 yuan/month`. */
export const payText = (fen: Fen, language: Language): string =>
  `${moneyText(fen, language)}${language === 'en' ? '/month' : '/月'}`

/** Of a job post, in whole yuan a month: `8,000–12,000 元/月`, `8,000 元/月起`; `to` is null where more is to be agreed. */
export function payRange(from: number, to: number | null, language: Language): string {
  const unit = language === 'en' ? 'yuan/month' : '元/月'
  if (to === null)
    return language === 'en' ? `from ${countText(from)} ${unit}` : `${countText(from)} ${unit}起`
  return from === to ? `${countText(from)} ${unit}` : `${countText(from)}–${countText(to)} ${unit}`
}
