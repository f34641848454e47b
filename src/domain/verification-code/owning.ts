import { type AgreementStatus, AWAITS_SEAL } from '../agreement/life.ts'
import { addDays, type Day, dayInChina, isOver } from '../day.ts'
import type { Role } from '../lifecycle.ts'
import { daysMeant, refuseUnlessMeant } from '../plausible-day.ts'
import { Refusal } from '../refusal.ts'

/** Days that a code lasts where nothing else is said; at most as `DAY_WINDOWS.code` says. */
const USUAL_DAYS = 180
export const usualEnd = (at: Date): Day => addDays(dayInChina(at), USUAL_DAYS)
/** Of one side, for one subject, at one time. */
export const MOST_OPEN = 20

export const CODE_SIDES = ['student', 'employer', 'school'] as const
/** Whose code it is: each side sees and closes its own; an employer's or a school's belongs to all of its people. */
export type CodeSide = (typeof CODE_SIDES)[number]
export const codeSideOf = (role: Role): CodeSide =>
  role === 'student' || role === 'employer' ? role : 'school'

export const CODE_STATES = ['open', 'over', 'closed'] as const
export type CodeState = (typeof CODE_STATES)[number]
export type Lasting = { readonly endsOn: Day; readonly closedAt: Date | null }

export function codeState({ endsOn, closedAt }: Lasting, at: Date): CodeState {
  if (closedAt) return 'closed'
  return isOver(endsOn, at) ? 'over' : 'open'
}

export const CODE_ACTS = ['extend', 'close'] as const
export type CodeAct = (typeof CODE_ACTS)[number]
/** One that is over can be extended: whoever was given it need not be given another. */
const ACTS_IN: Record<CodeState, readonly CodeAct[]> = {
  open: ['extend', 'close'],
  over: ['extend'],
  closed: [],
}
/** What its owner can do with it now. */
export const codeActs = (code: Lasting, at: Date): readonly CodeAct[] => ACTS_IN[codeState(code, at)]

/** The school has passed the agreement: before that there is nothing that could be verified. */
export const canBeVerified = (of: {
  readonly status: AgreementStatus
  readonly effectiveAt: Date | string | null
}): boolean => of.effectiveAt !== null || AWAITS_SEAL.includes(of.status)

/** Refuses what cannot be verified (yet), an end that is not meant, and more codes than one side needs. */
export function refuseToMake(isVerifiable: boolean, codes: readonly Lasting[], endsOn: Day, at: Date): void {
  if (!isVerifiable) throw new Refusal('nothing-to-verify')
  refuseUnlessMeant('endsOn', endsOn, 'code', at)
  const open = codes.filter((code) => codeState(code, at) === 'open')
  if (open.length >= MOST_OPEN) throw new Refusal('verification-codes-too-many', { most: MOST_OPEN })
}

/** Refuses what was closed, and an end that is not later. */
export function refuseToExtend(code: Lasting, endsOn: Day, at: Date): void {
  if (!codeActs(code, at).includes('extend')) throw new Refusal('already-moved-on')
  refuseUnlessMeant('endsOn', endsOn, 'code', at)
  if (endsOn > code.endsOn) return
  const { until } = daysMeant('code', at)
  throw new Refusal('day-not-meant', { field: 'endsOn', from: addDays(code.endsOn, 1), until })
}

export function refuseToClose(code: Lasting, at: Date): void {
  if (!codeActs(code, at).includes('close')) throw new Refusal('already-moved-on')
}
