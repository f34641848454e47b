import { scaled } from './entered.ts'

/** An amount of money in integer fen (1 yuan = 100 fen): a safe integer, never negative. */
export type Fen = number

/** 99,999,999.99 yuan: what a form takes at most. */
export const MOST_FEN: Fen = 9_999_999_999

/**
 * Reads yuan as people and spreadsheets write them: `3000`, `3000.5`, `8,000.00`, `８，０００`, `¥3000`, `3000元`, and `1.2万`
 * for 12000. Null for anything else: signs, separators elsewhere, parts of a fen, more than `MOST_FEN`.
 */
export function fenFromYuan(text: string): Fen | null {
  const bare = text
    .trim()
    .replace(/^[¥￥]\s*/, '')
    .replace(/\s*元$/, '')
  const inTenThousands = bare.endsWith('万')
  const fen = scaled(inTenThousands ? bare.slice(0, -1) : bare, inTenThousands ? 6 : 2)
  return fen !== null && fen <= MOST_FEN ? fen : null
}

/** Writes `3000` for whole yuan and `3000.50` otherwise. RangeError for what is not an amount in fen. */
export function yuanFromFen(fen: Fen): string {
  if (!Number.isSafeInteger(fen) || fen < 0) throw new RangeError(`Not an amount in fen: ${fen}`)
  const rest = fen % 100
  const yuan = String((fen - rest) / 100)
  return rest === 0 ? yuan : `${yuan}.${String(rest).padStart(2, '0')}`
}
