/** Text that people type: how long it looks to them, and the one form in which it is kept. */

/** All planes of Han, whatever Unicode version the engine knows: rare names must not depend on the browser. */
const RARE_HAN = '\\u{20000}-\\u{3FFFD}'
const LETTER = `\\p{L}${RARE_HAN}〇`
const PERSON_NAME = new RegExp(`^[${LETTER}](?:[${LETTER}\\p{M}·'’. -]*[${LETTER}\\p{M}.])?$`, 'u')

const MOST_NAME_CHARACTERS = 50

const SPACES = /[\s\u0085]+/gu
/** Control, zero-width and direction characters, halves of surrogate pairs: nobody sees them, and they hide things. */
const INVISIBLE = /(?![\t-\r\u0085])[\p{Cc}\p{Cf}\p{Cs}]/gu
const LINE_BREAK = /\r\n|[\n\r\u0085\u2028\u2029]/u

/** Characters as a person counts them: code points, so 𬭊 is one although its `length` is 2. */
export function characterCount(text: string): number {
  let count = 0
  for (const _ of text) count += 1
  return count
}

/**
 * May this be a person's name? 1–50 characters: letters of any script, all of Han with its rare extensions, and
 * within the name `·`, spaces, apostrophes, hyphens and full stops. Expects a `tidy` text; private-use characters,
 * which only some fonts can draw, are refused.
 */
export function isPersonName(text: string): boolean {
  return characterCount(text) <= MOST_NAME_CHARACTERS && PERSON_NAME.test(text)
}

/** One line as it is kept: NFC, no invisible characters, no spaces around, each run of spaces or breaks one space. */
export function tidy(text: string): string {
  return visible(text).replace(SPACES, ' ').trim()
}

/** Several lines as they are kept: each of them `tidy`, at most one empty line between two, none around. */
export function tidyLines(text: string): string {
  return visible(text)
    .split(LINE_BREAK)
    .map(tidy)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

const visible = (text: string) => text.replace(INVISIBLE, '').normalize('NFC')
