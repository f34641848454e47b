/**
 * Text as people see it: what is typed is kept as far as it can be seen, and compared as it looks
 * (docs/decisions/0017-text-as-seen.md). Pure; pages and server use the same.
 */

/** A character that cannot be taken: `U+202E`, and its place in the text as typed, from 1, counted in characters. */
export type HiddenCharacter = { readonly character: string; readonly position: number }

/** Line ends of every system, the soft one of word processors and a page's end among them. */
const LINE_END = /\r\n?|[\v\f\u0085\u2028\u2029]/g
/** Pasted along, never seen, without any effect: gone without a word. */
const WITHOUT_EFFECT = /[\u00AD\u200B\u2060\uFEFF]/g
/** Joiners and selectors shape what stands before them in some scripts and in emoji; elsewhere they are without effect. */
const SHAPERS: readonly { readonly sign: RegExp; readonly after: RegExp }[] = [
  {
    sign: /[\u200C\u200D]/,
    after:
      /[\uFE0F\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}]/u,
  },
  {
    sign: /[\uFE00-\uFE0F]|[\u{E0100}-\u{E01EF}]/u,
    after: /[\p{Script=Han}\p{Emoji}\p{Script=Myanmar}\p{Script=Phags_Pa}]/u,
  },
  { sign: /[\u180B-\u180F]/, after: /\p{Script=Mongolian}/u },
]
const isTakenCareOf = (character: string) =>
  /[\t\n\v\f\r\u0085\u2028\u2029\u00AD\u200B\u2060\uFEFF]/.test(character) ||
  SHAPERS.some(({ sign }) => sign.test(character))
/**
 * Controls, marks of direction, tags, fillers and other ignorable signs, halves of characters, blanks that are letters.
 * And what is no character yet, but for the planes kept for rare Chinese characters: new ones come faster than this runtime.
 */
const HIDING =
  /[\p{Cc}\p{Default_Ignorable_Code_Point}\p{Cs}\u2800\uFFF9-\uFFFB]|(?![\u{20000}-\u{2FFFD}\u{30000}-\u{3FFFD}])\p{Cn}/u
/** More marks than any script puts on one letter run over the lines around it. */
const MOST_MARKS = 8
const MARK = /[\p{Mn}\p{Me}]/u

/** Most of what is typed: nothing in it can hide or be written in two ways, so nobody needs to look at each character. */
const PLAIN = /^[ -~\u4E00-\u9FFF]*$/

const nameOf = (character: string) =>
  `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`

/** Each character, and whether it hides something and cannot simply be left out. */
function* judged(text: string): Generator<{ readonly character: string; readonly hides: boolean }> {
  let marks = 0
  for (const character of text) {
    marks = MARK.test(character) ? marks + 1 : 0
    const hides = marks > MOST_MARKS || (HIDING.test(character) && !isTakenCareOf(character))
    yield { character, hides }
  }
}

/** The first character that hides something and cannot simply be left out; null where there is none. */
export function hiddenCharacterIn(text: string): HiddenCharacter | null {
  if (PLAIN.test(text)) return null
  let position = 0
  for (const { character, hides } of judged(text)) {
    position++
    if (hides) return { character: nameOf(character), position }
  }
  return null
}

/** Without what `hiddenCharacterIn` would refuse: for names that nobody typed, such as those of files. */
export const withoutHidden = (text: string): string =>
  PLAIN.test(text)
    ? text
    : [...judged(text)].flatMap(({ character, hides }) => (hides ? [] : [character])).join('')

/**
 * U+E815 to U+E864, the private codes that fonts of GBK used for FE50 to FEA0, in their order: what GB 18030-2000, -2005
 * and -2022 have given them instead (tested against the WHATWG decoder; the six that it leaves private are -2022's).
 */
const OF_GBK_FONTS = [
  ...'⺁𠂇𠂉𠃌⺄㑳㑇⺈⺋龴㖞㘚㘎⺌⺗㥮㤘龵㧏㧟㩳㧐龶龷㭎㱮㳠⺧𡗗龸⺪䁖䅟⺮䌷⺳⺶⺷𢦏䎱䎬⺻䏝䓖䙡䙌龹䜣䜩䝼䞍⻊䥇䥺䥽䦂䦃䦅䦆䦟䦛䦷䦶龺𤇾䲣䲟䲠䲡䱷䲢䴓䴔䴕䴖䴗䴘䴙䶮龻',
]
const FIRST_OF_GBK_FONTS = 0xe815
const withRealCodes = (text: string) =>
  text.replace(/[\uE815-\uE864]/g, (character) => OF_GBK_FONTS[character.charCodeAt(0) - FIRST_OF_GBK_FONTS]!)

/** Without joiners and selectors that shape nothing here. */
function withoutStray(text: string): string {
  let kept = ''
  let before = ''
  for (const character of text) {
    const shaper = SHAPERS.find(({ sign }) => sign.test(character))
    if (shaper && !shaper.after.test(before)) continue
    kept += character
    before = character
  }
  return kept
}

const composed = (text: string) =>
  PLAIN.test(text) ? text : withoutStray(withRealCodes(text).replace(WITHOUT_EFFECT, '')).normalize('NFC')

/** The one form to store of a text of several lines: line ends `\n`, at most one empty line in a row, no blanks around. */
export const normalText = (text: string): string =>
  composed(text.replace(LINE_END, '\n').replace(/\t/g, ' '))
    .replace(/ +$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()

/** The one form to store of a text on one line: a line end, as cells of spreadsheets bring it along, is a blank. */
export const normalLine = (text: string): string =>
  PLAIN.test(text) ? text.trim() : composed(text.replace(LINE_END, '\n').replace(/[\t\n]+/g, ' ')).trim()

/** Signs that stand for the dot within a name, as keyboards have them; `．` and `･` come here by NFKC. */
const DOT = /[.·\u0387\u05BC\u16EB\u2022\u2024\u2027\u2219\u22C5\u25CF\u2E31\u2E33\u30FB\uA78F\u{10101}]/gu
const APOSTROPHE = /['`´\u02B9\u02BB\u02BC\u02BE\u02BF\u2018\u2019\u201B\u2032\uA78C]/g
const HYPHEN = /[\u2010-\u2015\u2212\u00AD\uFE58]/g
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Z}]/gu

/** Most names and codes: folded already. */
const FOLDED = /^[0-9a-z\u4E00-\u9FFF]*$/

/**
 * A text to compare and to search by, never to show: equal for texts that people take for the same. Whatever the width,
 * the case, the kind of dot, hyphen or apostrophe, blanks, composed letters, and codes of old fonts.
 */
export const foldText = (text: string): string =>
  FOLDED.test(text)
    ? text
    : withRealCodes(text)
        .normalize('NFKC')
        .toLowerCase()
        .normalize('NFKC')
        .replace(UNSEEN, '')
        .replace(DOT, '·')
        .replace(APOSTROPHE, "'")
        .replace(HYPHEN, '-')

/** Do people take these for the same name? */
export const isSameText = (one: string, other: string): boolean => foldText(one) === foldText(other)
