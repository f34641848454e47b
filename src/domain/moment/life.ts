import { type Lifecycle, lifecycle, type Rule } from '../lifecycle.ts'
import { Refusal } from '../refusal.ts'

/** A moment kept 定格: a school's figures as they stood at a clock time that was set before, or at once. */
export const MOMENT_STATUSES = ['planned', 'kept', 'cancelled'] as const
export type MomentStatus = (typeof MOMENT_STATUSES)[number]
/** Its figures can be read, and never change. */
export const KEPT: readonly MomentStatus[] = ['kept']
export const isKept = (status: MomentStatus): boolean => KEPT.includes(status)
/** The clock still has to keep it. */
export const TO_KEEP: readonly MomentStatus[] = ['planned']

export type Moment = {
  readonly status: MomentStatus
  readonly version: number
  /** What was committed until then is in it, and nothing after. */
  readonly at: Date
}

export const isToKeep = (status: MomentStatus): boolean => TO_KEEP.includes(status)

/** So many of a school wait for their time at most. */
export const MOST_PLANNED = 50

const RULES = {
  plan: { from: null, to: 'planned', by: ['reviewer'] },
  rename: { from: ['planned'], to: 'planned', by: ['reviewer'] },
  cancel: { from: ['planned'], to: 'cancelled', by: ['reviewer'] },
} as const satisfies Record<string, Rule<Moment>>
export type MomentAction = keyof typeof RULES

/** Until its time has come it can be called otherwise or given up; what the clock keeps then is `TO_KEEP`. */
export const momentLife: Lifecycle<Moment, typeof RULES> = lifecycle<Moment, typeof RULES>(
  RULES,
  (moment, _action, _role, at) => (moment.at <= at ? 'moment-due' : null),
)

/** Refuses a time that has come already, with the field in which it stands. */
export function refuseUnlessToCome(planned: Date, field: string, at: Date): void {
  if (planned <= at) throw new Refusal('moment-past', { field })
}
