import type { Holder } from './review.ts'

export const DUES = ['answer', 'review', 'correct', 'decide', 'seal'] as const
/** What whoever has it is to do next. */
export type Due = (typeof DUES)[number]

/**
 * Where a case stands, for one sentence that is the same in every list and on every page: what has been done last and by
 * whom (null where that goes without saying), whose turn it is and what for; both null where nothing is due.
 */
export type Standing<Key extends string = string> = {
  readonly key: Key
  readonly by: Holder
} & ({ readonly turn: NonNullable<Holder>; readonly due: Due } | { readonly turn: null; readonly due: null })

/** Somebody's turn, where somebody has it. */
export const dueTo = <Key extends string>(key: Key, by: Holder, turn: Holder, due: Due): Standing<Key> =>
  turn === null ? nothingDue(key, by) : { key, by, turn, due }

export const nothingDue = <Key extends string>(key: Key, by: Holder = null): Standing<Key> => ({
  key,
  by,
  turn: null,
  due: null,
})
