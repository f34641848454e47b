import { RefusedFields } from '../refusal.ts'
import type { Channel } from './channel.ts'
import { dataOf, type MessageKind, PHONE_CODE } from './notices.ts'

/** How a kind of message is said: by which template of the provider, and in which words, with `{{name}}` for its data. */
export type Template = { readonly kind: MessageKind; readonly template: string; readonly text: string }

const ASKED = /\{\{\s*([\w-]+)\s*\}\}/g
/** The data that a text asks for, each once, in its order. */
export const askedIn = (text: string): string[] => [
  ...new Set([...text.matchAll(ASKED)].map(([, name]) => name!)),
]
/** `values` where the text asks for them. An Error where one is not there: nothing unfinished is sent. */
export const filledIn = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(ASKED, (_, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`a message without its ${name}`)
    return value
  })

/**
 * Refuses the first text that asks for what its notice does not have, or may not say outside; braces that ask for nothing;
 * and text messages whose numbers nobody could confirm. The place is the one in the list.
 */
export function refuseTemplates(channel: Channel, templates: readonly Template[]): void {
  for (const [index, { kind, text }] of templates.entries()) {
    const field = `templates.${index}.text`
    if (/\{\{|\}\}/.test(text.replace(ASKED, ''))) throw new RefusedFields('message-text-unreadable', [field])
    const known = dataOf(kind)
    const unknown = askedIn(text).find((name) => !known.includes(name))
    if (unknown !== undefined)
      throw new RefusedFields('message-data-unknown', [field], { name: unknown, known: known.join(', ') })
    if (kind === PHONE_CODE && !askedIn(text).includes('code'))
      throw new RefusedFields('message-code-missing', [field])
    if (templates.findIndex((one) => one.kind === kind) < index)
      throw new RefusedFields('message-kind-twice', [field])
  }
  if ((channel === 'sms') !== templates.some(({ kind }) => kind === PHONE_CODE))
    throw new RefusedFields(channel === 'sms' ? 'message-code-missing' : 'message-code-by-sms', ['templates'])
}
