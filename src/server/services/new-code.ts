import { randomInt } from 'node:crypto'
import { CODE_LENGTH, CODE_LETTERS } from '../../domain/spoken-code.ts'
import { checkLetterOf, RANDOM_LETTERS } from '../../domain/verification-code/code.ts'
import { TICKET_LENGTH } from '../../domain/visit/visit.ts'

/** A code of sixty random bits that a person can read out; stored nowhere but as a keyed hash. */
export const newCode = (): string => randomLetters(CODE_LENGTH)

const randomLetters = (count: number): string =>
  Array.from({ length: count }, () => CODE_LETTERS[randomInt(CODE_LETTERS.length)]).join('')

/** A code by which an agreement is verified, with the letter that tells a slip. */
export function newVerificationCode(): string {
  const letters = randomLetters(RANDOM_LETTERS)
  return letters + checkLetterOf(letters)
}

const LETTERS_OF_ADDRESS = 'abcdefghjkmnpqrstuvwxyz23456789'
/** For an address that people pass on: short, without look-alikes, telling nothing. Not secret. */
export const newShortId = (): string => lettersOfAddress(8)
/** In the code that a student shows at a door: a hundred random bits. */
export const newTicket = (): string => lettersOfAddress(TICKET_LENGTH)

const lettersOfAddress = (count: number): string =>
  Array.from({ length: count }, () => LETTERS_OF_ADDRESS[randomInt(LETTERS_OF_ADDRESS.length)]).join('')
