/** 发档号: `F` or `H` for what is sent, the year, a serial of the school and year: `F2026-00017`. */
import type { TransferKind } from './life.ts'

const LETTER: Readonly<Record<TransferKind, string>> = { file: 'F', household: 'H' }
export const MOST_SERIALS = 99_999

/** RangeError for a serial that has no place in it; the counter refuses that first. */
export function dispatchNumber(kind: TransferKind, year: number, serial: number): string {
  if (serial < 1 || serial > MOST_SERIALS) throw new RangeError(`Not a serial: ${serial}`)
  return `${LETTER[kind]}${year}-${String(serial).padStart(5, '0')}`
}
