import { CODE_LETTERS, plainCode } from '../spoken-code.ts'

/**
 * 核验码: stands for one agreement to whoever was given it. Fifteen letters of five random bits each, which nobody finds by
 * trying, and one by which a slip of the pen is told from a code that is not there (ISO 7064's hybrid system, for 32 letters).
 */
export const RANDOM_LETTERS = 15

const LETTERS = CODE_LETTERS.length

/** The last letter, which follows from those before it. */
export function checkLetterOf(letters: string): string {
  const remainder = [...letters].reduce((product, letter) => {
    const sum = (product + CODE_LETTERS.indexOf(letter)) % LETTERS || LETTERS
    return (sum * 2) % (LETTERS + 1)
  }, LETTERS)
  return CODE_LETTERS[(LETTERS + 1 - remainder) % LETTERS]!
}

const FORM = new RegExp(`^[${CODE_LETTERS}]{${RANDOM_LETTERS + 1}}$`)

/** The code that was typed, with or without its hyphens; null for what cannot be one, or has a slip in it. */
export function readVerificationCode(typed: string): string | null {
  const code = plainCode(typed)
  return FORM.test(code) && checkLetterOf(code.slice(0, -1)) === code.at(-1) ? code : null
}

/** Where it stands in a PDF beside the text, so that a file can be asked for what it says it is. */
export const codeMark = (code: string): string => `qianyue-verification:${code}`
/** Finds the mark in what is read of a file, a byte a character. */
export const CODE_MARK = new RegExp(codeMark(`([${CODE_LETTERS}]{${RANDOM_LETTERS + 1}})`))
