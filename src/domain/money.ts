/** An amount of money in integer fen (1 yuan = 100 fen): a safe integer, never negative. */
export type Fen = number

/** 99,999,999.99 yuan: what a form takes at most. */
export const MOST_FEN: Fen = 9_999_999_999

const YUAN = /^(\d+)(?:\.(\d{1,2}))?$/

/**
 * Reads yuan as a person types them: `3000`, `3000.5`, `3000.50`, spaces around allowed.
 * Null for anything else: signs, separators, more than two decimals, more than `MOST_FEN`.
 */
export function fenFromYuan(text: string): Fen | null {
  const [, yuan, decimals = ''] = YUAN.exec(text.trim()) ?? []
  if (yuan === undefined) return null
  // Digits are joined, not multiplied: 0.29 * 100 is 28.999999999999996.
  const fen = Number(yuan + decimals.padEnd(2, '0'))
  return fen <= MOST_FEN ? fen : null
}

/** Writes `3000` for whole yuan and `3000.50` otherwise. RangeError for what is not an amount in fen. */
export function yuanFromFen(fen: Fen): string {
  if (!Number.isSafeInteger(fen) || fen < 0) throw new RangeError(`Not an amount in fen: ${fen}`)
  const rest = fen % 100
  const yuan = String((fen - rest) / 100)
  return rest === 0 ? yuan : `${yuan}.${String(rest).padStart(2, '0')}`
}
