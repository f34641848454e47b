/** Markup that may be sent as it is: made by `html` and by `cleanedHtml` (`rich-text.ts`), and by nothing else. */
export class Html {
  readonly #text: string
  private constructor(text: string) {
    this.#text = text
  }
  toString(): string {
    return this.#text
  }
  /** Of markup that its maker answers for. */
  static trusted(text: string): Html {
    return new Html(text)
  }
}

/** What can be put into markup: nothing is drawn for what is not there. */
type Put = string | number | Html | null | undefined | false | readonly Put[]

const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => SIGNS[sign]!)

function drawn(put: Put): string {
  if (put === null || put === undefined || put === false) return ''
  if (put instanceof Html) return String(put)
  if (typeof put === 'string' || typeof put === 'number') return escaped(String(put))
  return put.map(drawn).join('')
}

/** Markup with whatever is put into it escaped, for text and for attributes between quotes; not for scripts or styles. */
export const html = (parts: TemplateStringsArray, ...put: readonly Put[]): Html =>
  Html.trusted(parts.map((part, at) => (at === 0 ? part : drawn(put[at - 1]) + part)).join(''))
