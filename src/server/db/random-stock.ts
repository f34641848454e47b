import { randomBytes } from 'node:crypto'

const AT_ONCE = 4_096

/**
 * Gives so many random bytes with each call, none of them twice. They are fetched some thousand calls ahead: to ask for twelve
 * at a time costs half as much again as to seal with them.
 */
export function randomStock(length: number): () => Buffer {
  let stock = Buffer.alloc(0)
  let given = 0
  return () => {
    if (given === stock.length) {
      stock = randomBytes(length * AT_ONCE)
      given = 0
    }
    given += length
    return stock.subarray(given - length, given)
  }
}
