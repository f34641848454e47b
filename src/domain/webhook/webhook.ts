/**
 * 事件推送: what a school or an employer has its own server told of, as it happens: which case, of what kind, at which instant, and
 * its number. Who wants more asks the API by a token (docs/decisions/0087-tokens-and-webhooks.md).
 */
import type { AgreementChange } from '../agreement/case.ts'
import type { CaseRef } from '../case.ts'
import { Refusal } from '../refusal.ts'

const OF_AGREEMENTS = ['agreement.formed', 'agreement.effective', 'agreement.dissolved'] as const
/** What each kind of owner may be told of. */
export const WEBHOOK_KINDS_OF = {
  school: OF_AGREEMENTS,
  employer: [...OF_AGREEMENTS, 'application.received'],
} as const
export type WebhookOwnerKind = keyof typeof WEBHOOK_KINDS_OF
export type WebhookKind = (typeof WEBHOOK_KINDS_OF)[WebhookOwnerKind][number]
export const WEBHOOK_KINDS = WEBHOOK_KINDS_OF.employer satisfies readonly WebhookKind[]

/** So many an owner has at once. */
export const MOST_WEBHOOKS = 10

/** Refuses `webhooks-too-many` where one more would be. */
export function refuseOneMoreWebhook(kept: number): void {
  if (kept >= MOST_WEBHOOKS) throw new Refusal('webhooks-too-many', { limit: MOST_WEBHOOKS })
}

/** Something that has happened, and whom it concerns. */
export type Happening = {
  readonly kind: WebhookKind
  readonly school: string
  /** Null where no employer of the platform is told: the employer of a paper was named by its student alone. */
  readonly employerId: string | null
  readonly about: CaseRef | { readonly kind: 'application'; readonly id: string }
  /** The agreement's; null where it has none. */
  readonly number: string | null
}

/** What an act on an agreement is to those outside; null where it is nothing to them. */
export function happeningOf({ before, after }: AgreementChange): Happening | null {
  const kind = kindOf({ before, after })
  if (!kind) return null
  const { schoolId: school, id, number } = after
  const employerId = after.kind === 'online' ? after.employerId : null
  return { kind, school, employerId, about: { kind: 'agreement', id }, number }
}

function kindOf({ before, after }: Pick<AgreementChange, 'before' | 'after'>): WebhookKind | null {
  if (!before) return after.kind === 'online' ? 'agreement.formed' : null
  if (!before.effectiveAt && after.effectiveAt) return 'agreement.effective'
  return before.status !== 'dissolved' && after.status === 'dissolved' ? 'agreement.dissolved' : null
}

/** On its way; taken by the other server; or given up. */
export const DELIVERY_STATES = ['waiting', 'delivered', 'failed'] as const
export type DeliveryState = (typeof DELIVERY_STATES)[number]
export const WAITING = ['waiting'] as const satisfies readonly DeliveryState[]

export const isOnItsWay = (state: DeliveryState): boolean => WAITING.some((one) => one === state)

/** Whether the other server has it; null where nobody answered. */
export const isTaken = (status: number | null): boolean => status !== null && status >= 200 && status < 300
export const stateAfter = (status: number | null): DeliveryState =>
  isTaken(status) ? 'delivered' : 'waiting'

/** Sent again by hand: not while it is on its way by itself. */
export function refuseReplayOf(state: DeliveryState): void {
  if (isOnItsWay(state)) throw new Refusal('already-moved-on')
}

/** Why nothing is sent any more: somebody has said so; nothing was taken for days; or the other server has said that it is gone. */
export const OFF_REASONS = ['by-hand', 'failing', 'gone'] as const
export type OffReason = (typeof OFF_REASONS)[number]

/** Days without one delivery that was taken, after which it is switched off. */
export const FAILING_DAYS = 5
const DAY = 24 * 60 * 60 * 1000

/** What an answer (null: there was none) means for the webhook that has been failing since then. */
export function offAfter(status: number | null, failingSince: Date, at: Date): OffReason | null {
  if (status === 410) return 'gone'
  return at.getTime() - failingSince.getTime() >= FAILING_DAYS * DAY ? 'failing' : null
}

/** Hours for which what is sent is signed by the key before too, once another was made. */
const BOTH_KEYS = 24
export const formerKeyUntil = (at: Date) => new Date(at.getTime() + BOTH_KEYS * 60 * 60 * 1000)
