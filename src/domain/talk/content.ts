import { LONGEST } from '../longest.ts'
import type { Slot } from '../venue/slot.ts'

/** What an employer says of a 宣讲会 when it asks for one. */
export type TalkContent = {
  readonly title: string
  /** HTML, the safe part of what was written. */
  readonly description: string
  /** How many students it expects. */
  readonly expected: number
  /** Whom the school asks; nobody else reads it. */
  readonly contact: { readonly name: string; readonly phone: string; readonly email: string }
  /** When it would like to come, the best first. */
  readonly wishes: readonly Slot[]
}

export const TALK_BOUNDS = {
  expected: { least: 1, most: 100_000 },
  wishes: 5,
  /** Talks of one employer that wait for one school. */
  waiting: 20,
} as const
export const LONGEST_TALK = { title: LONGEST.title, description: LONGEST.richText } as const
