/** What belongs to a school is found by both. */
export type Key = { readonly school: string; readonly id: string }
