import type { ActSigned } from '../signing/bound.ts'

/** What is named in a document, and how its value is written; a value that was left out is null. */
export type PlainEntry<Name extends string> =
  | { readonly name: Name; readonly as: 'text' | 'day' | 'instant'; readonly value: string | null }
  | { readonly name: Name; readonly as: 'pay' | 'money' | 'number'; readonly value: number | null }
  | {
      readonly name: Name
      readonly as: 'yes-no'
      readonly value: boolean
      readonly beside: string | null
    }

/** Null where nothing is said. */
export const said = (value: string): string | null => (value.trim() === '' ? null : value)

export const textEntry = <Name extends string>(name: Name, value: string | null) =>
  ({ name, as: 'text', value: value === null ? null : said(value) }) as const

/** The acts of a timeline that are named here, in their order. */
export const actsAmong = <Act extends { readonly action: string }, Name extends Act['action']>(
  acts: readonly Act[],
  names: readonly Name[],
): readonly (Act & { readonly action: Name })[] =>
  acts.filter((act): act is Act & { readonly action: Name } => names.some((name) => name === act.action))

/** An act as a document shows it: when (ISO 8601), what, and by whom; no name where nobody acted. */
export type DocumentAct<Name extends string> = {
  readonly at: string
  readonly action: Name
  readonly actorName: string
  /** How it was signed; null where it binds nobody, left out in documents of before acts were signed. */
  readonly signed?: ActSigned | null
}

/** What was done up to this instant, both ISO 8601. */
export const actsUntil = <Act extends { readonly at: string }>(acts: readonly Act[], until: string): Act[] =>
  acts.filter(({ at }) => Date.parse(at) <= Date.parse(until))
