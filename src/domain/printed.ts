import { PRINTED_RUNS } from './printed.generated.ts'

/**
 * Characters that documents are printed with: a font without one leaves it out without a word, so whatever stands in a
 * document is asked here when it is typed, and once more before it is set (docs/decisions/0043-documents-and-seals.md).
 */
export type Printed = { readonly has: (codePoint: number) => boolean }

/** First and last of each run of characters, ascending. */
export type Runs = readonly (readonly [first: number, last: number])[]

/** A character that no font has: itself, its name `U+20BB7`, and its place in the text, from 1, counted in characters. */
export type Unprinted = { readonly character: string; readonly code: string; readonly position: number }

/** Runs as the generated file has them: from the last to the next first, and how many more follow it, in base 36. */
export const writeRuns = (runs: Runs): string =>
  runs
    .map(([first, last], nth) => {
      const from = (first - (runs[nth - 1]?.[1] ?? 0)).toString(36)
      return last > first ? `${from}-${(last - first).toString(36)}` : from
    })
    .join(' ')

export function readRuns(text: string): Runs {
  let last = 0
  return text.split(' ').map((run) => {
    const [from = '', more = '0'] = run.split('-')
    const first = last + Number.parseInt(from, 36)
    last = first + Number.parseInt(more, 36)
    return [first, last] as const
  })
}

/** Of code points in any order. */
export function coverageOf(codePoints: Iterable<number>): Runs {
  const runs: [number, number][] = []
  for (const code of [...new Set(codePoints)].sort((a, b) => a - b)) {
    const run = runs.at(-1)
    if (run && run[1] === code - 1) run[1] = code
    else runs.push([code, code])
  }
  return runs
}

function isWithin(runs: Runs, code: number): boolean {
  let low = 0
  let high = runs.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const [first, last] = runs[middle]!
    if (code < first) high = middle - 1
    else if (code > last) low = middle + 1
    else return true
  }
  return false
}

/** What is not seen needs no glyph: line ends, joiners, selectors of a shape. */
const UNSEEN = /[\n\p{Default_Ignorable_Code_Point}]/u

const printedBy = (...all: readonly Runs[]): Printed => ({
  has: (code) => all.some((runs) => isWithin(runs, code)) || UNSEEN.test(String.fromCodePoint(code)),
})

const RUNS_HERE = readRuns(PRINTED_RUNS)
/** By the fonts that come with the product. */
export const PRINTED_HERE: Printed = printedBy(RUNS_HERE)
/** And by those of the operator. */
export const printedWith = (more: Runs): Printed => printedBy(RUNS_HERE, more)

/** The first character that would be left out; null where all of it is printed. */
export function unprintedIn(text: string, printed: Printed): Unprinted | null {
  let position = 0
  for (const character of text) {
    position++
    const code = character.codePointAt(0)!
    if (!printed.has(code))
      return { character, code: `U+${code.toString(16).toUpperCase().padStart(4, '0')}`, position }
  }
  return null
}
