import { addDays, daysBetween } from '../../../../domain/day.ts'
import type { Cell } from '../../../../domain/sheet.ts'
import type { Shown } from './styles.ts'

/** Spreadsheets count in fifteen digits. */
const FIRST_TOO_LONG = 1e15
const FIRST_DAY = '1900-01-01'
const LAST_DAY = serialOf('2999-12-31')
const FROM_1904 = serialOf('1904-01-01')

/** What people see of a number. */
export function cellOfNumber(value: string, shown: Shown, countsFrom1904: boolean): Cell {
  const number = Number(value)
  if (value.trim() === '' || !Number.isFinite(number)) return value
  if (Math.abs(number) >= FIRST_TOO_LONG)
    return { text: BigInt(Math.round(number)).toString(), fault: 'digits-lost' }
  const serial = number + (countsFrom1904 ? FROM_1904 : 0)
  if (shown.asDay && serial >= 1 && serial < LAST_DAY) return dayOf(serial)
  // 0.1 + 0.2 as people see it.
  const text = String(Number(number.toPrecision(15)))
  return shown.digits > 1 && /^\d+$/.test(text) ? text.padStart(shown.digits, '0') : text
}

/** The first day is 1, and programs count a 29 February 1900 that never was. */
function serialOf(day: string): number {
  return daysBetween(FIRST_DAY, day) + 2
}

/** With the time, if there is one. */
function dayOf(serial: number): string {
  const minutes = Math.round(serial * 24 * 60)
  const whole = Math.floor(minutes / 24 / 60)
  const day = addDays(FIRST_DAY, whole - (whole < 60 ? 1 : 2))
  const two = (n: number) => String(n).padStart(2, '0')
  const time = minutes - whole * 24 * 60
  return time === 0 ? day : `${day} ${two(Math.floor(time / 60))}:${two(time % 60)}`
}
