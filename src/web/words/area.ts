import type { Language } from '../../words/language.ts'

/** An area of the site and its words: the Chinese come with the pages that show them, the English when they are read. */
export type Area<Words> = {
  readonly zh: Words
  /** null until they have been fetched. */
  readonly en: Words | null
  /** The English, once they are here; where they cannot be fetched the Chinese stand in for them. */
  readonly coming: () => Promise<Words>
}

/** Fetches the English of every area whose page has come so far. */
const fetches: (() => Promise<unknown>)[] = []
let isEnglishRead = false

export function area<Words>(zh: Words, load: () => Promise<{ readonly en: NoInfer<Words> }>): Area<Words> {
  let en: Words | null = null
  let coming: Promise<Words> | null = null
  const fetch = async () => {
    en ??= (await load()).en
    return en
  }
  const one: Area<Words> = {
    zh,
    get en() {
      return en
    },
    coming: () => {
      coming ??= fetch().catch(() => zh)
      return coming
    },
  }
  fetches.push(fetch)
  // Of a page that comes later they are asked for with it, not one area after the other as it is drawn.
  if (isEnglishRead) void one.coming()
  return one
}

/** Has all that the pages so far show ready in a language, or rejects: without a connection there may be no English. */
export async function makeReady(language: Language): Promise<void> {
  if (language === 'en') await Promise.all(fetches.map((fetch) => fetch()))
  isEnglishRead = language === 'en'
}
