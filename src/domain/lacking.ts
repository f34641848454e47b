import { Refusal } from './refusal.ts'
import { SECOND_FACTOR_LACKING, type SecondFactorLacking } from './second-factor.ts'

/** What a session still lacks before it may do anything: its second factor, and then that the privacy notice was agreed to. */
export const LACKING = [...SECOND_FACTOR_LACKING, 'notice'] as const
export type Lacking = (typeof LACKING)[number]

/** The second factor first: nobody agrees in the place of somebody else. */
export const lackingOf = (second: SecondFactorLacking | null, hasAgreed: boolean): Lacking | null =>
  second ?? (hasAgreed ? null : 'notice')

const REFUSAL_OF = {
  code: 'second-factor-needed',
  'set-up': 'second-factor-to-set-up',
  notice: 'notice-to-agree',
} as const

/** A session that lacks something only gets what it lacks, and leaves. */
export function refuseWhileLacking(lacking: Lacking | null): void {
  if (lacking) throw new Refusal(REFUSAL_OF[lacking])
}
