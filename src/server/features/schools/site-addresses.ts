import type { Language } from '../../../words/language.ts'

export type Sited = { readonly code: string; readonly host: string | null }

/** Where a school's pages are found: under its own host name, where it has one. Never by what a request says of itself. */
const originOf = (baseUrl: string, { host }: Sited) =>
  host === null ? baseUrl : `${new URL(baseUrl).protocol}//${host}`

/** The path of a school's page below its front. */
export const sitePath = (code: string, below = '') => `/s/${code}${below}`

const inLanguage = (address: string, language: Language) =>
  language === 'en' ? `${address}${address.includes('?') ? '&' : '?'}lang=en` : address

/** A page's path in a language. */
export const pathIn = (language: Language, path: string) => inLanguage(path, language)

/** Whole, to be passed on; the front of a school with a name of its own is the name alone. */
export function wholeAddress(baseUrl: string, of: Sited, below = ''): string {
  const origin = originOf(baseUrl, of)
  return below === '' && of.host !== null ? `${origin}/` : `${origin}${sitePath(of.code, below)}`
}

/** The same page in each language. */
export const wholeAddresses = (
  baseUrl: string,
  of: Sited,
  below = '',
): Readonly<Record<Language, string>> => {
  const address = wholeAddress(baseUrl, of, below)
  return { 'zh-CN': address, en: inLanguage(address, 'en') }
}
