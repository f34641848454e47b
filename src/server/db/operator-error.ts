/** For whoever runs the site, in both languages. */
export type Sentence = { readonly zh: string; readonly en: string }

/** What stands in the way of a start, for whoever runs the site: one sentence per language, never a secret. */
export class OperatorError extends Error {
  readonly zh: string
  readonly en: string
  constructor(zh: string, en: string, options?: ErrorOptions) {
    super(en, options)
    this.name = 'OperatorError'
    this.zh = zh
    this.en = en
  }
}
