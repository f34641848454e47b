/** What a list is narrowed by in fields of a school's own: of each, one value that can be chosen. */
import { isOwnKey, type OwnKey, type OwnNames, type OwnTakes } from './field.ts'
import { ownShown } from './read.ts'

export type OwnChosen = ReadonlyMap<OwnKey, string>

/** The values of a field that offers few, as they are kept, with how people read them; none of any other. */
export function choicesOf(takes: OwnTakes): (OwnNames & { readonly value: string })[] {
  const values = takes.kind === 'choice' ? takes.choices : takes.kind === 'yes-no' ? ['yes', 'no'] : []
  return values.map((value) => ({ value, ...ownShown(takes, value) }))
}

const decoded = (text: string): string | null => {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

/** As one text of an address: `own:…=value&own:…=value`; null of a text that is none. */
export function chosenIn(text: string): OwnChosen | null {
  const chosen = new Map<OwnKey, string>()
  for (const part of text === '' ? [] : text.split('&')) {
    const [key = '', value = ''] = part.split('=')
    const meant = decoded(value)
    if (!isOwnKey(key) || !meant) return null
    chosen.set(key, meant)
  }
  return chosen
}

export const chosenText = (chosen: OwnChosen): string =>
  [...chosen].map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join('&')

/** With another value of one field, or with none. */
export function choosing(chosen: OwnChosen, key: OwnKey, value: string | undefined): OwnChosen {
  const next = new Map(chosen)
  if (value) next.set(key, value)
  else next.delete(key)
  return next
}
