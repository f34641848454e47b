import { randomInt } from 'node:crypto'
import { CODE_LENGTH, CODE_LETTERS } from '../../domain/spoken-code.ts'

/** A code of sixty random bits that a person can read out; stored nowhere but as a keyed hash. */
export const newCode = (): string =>
  Array.from({ length: CODE_LENGTH }, () => CODE_LETTERS[randomInt(CODE_LETTERS.length)]).join('')

const LETTERS_OF_ADDRESS = 'abcdefghjkmnpqrstuvwxyz23456789'
/** For an address that people pass on: short, without look-alikes, telling nothing. Not secret. */
export const newShortId = (): string =>
  Array.from({ length: 8 }, () => LETTERS_OF_ADDRESS[randomInt(LETTERS_OF_ADDRESS.length)]).join('')
