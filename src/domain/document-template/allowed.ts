import { type Printed, unprintedIn } from '../printed.ts'
import type { TemplateFault } from './template.ts'

/**
 * Words by which a Typst program reaches beyond itself, or runs what is not seen in it: files and packages (`import`,
 * `include`), programs (`plugin`), text as program (`eval`), everything by a name made up at run time (`std`), and the day on which it
 * is laid out (`today`). A name of Typst is written in one way only, so that looking for the words finds every use; those in comments are
 * found too, which costs a comment. The process that lays out has neither files nor network all the same.
 */
const FORBIDDEN = ['import', 'include', 'plugin', 'eval', 'std', 'today'] as const
const WORD = /[\p{ID_Start}_][\p{ID_Continue}_-]*/gu

/** What stands in a template that must not, line by line; nothing where all is well. */
export function notAllowedIn(source: string, printed: Printed): TemplateFault[] {
  return source.split('\n').flatMap((text, index): TemplateFault[] => {
    const line = index + 1
    const words: readonly string[] = text.match(WORD) ?? []
    const found = FORBIDDEN.filter((word) => words.includes(word))
    const missing = unprintedIn(text.replaceAll('\t', ' '), printed)
    return [
      ...found.map((word) => ({ what: 'forbidden' as const, line, word })),
      ...(missing
        ? [{ what: 'unprinted' as const, line, character: missing.character, code: missing.code }]
        : []),
    ]
  })
}
