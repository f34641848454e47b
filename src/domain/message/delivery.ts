/** What becomes of a message: on its way to the gateway, taken by it, at its reader's, or given up. */
export const MESSAGE_STATES = ['waiting', 'handed-over', 'delivered', 'failed'] as const
export type MessageState = (typeof MESSAGE_STATES)[number]
/** Still to be handed over. */
export const WAITING = ['waiting'] as const satisfies readonly MessageState[]
export const isOnItsWay = (state: MessageState): boolean => WAITING.some((one) => one === state)
/** Their reader has not got them by this way, and will not. */
export const GIVEN_UP = ['failed'] as const satisfies readonly MessageState[]

export const isGivenUp = (state: MessageState): boolean => GIVEN_UP.some((one) => one === state)

/** Why, as a gateway may say. */
export const GATEWAY_FAULTS = [
  'no-recipient',
  'number-not-served',
  'recipient-unreachable',
  'recipient-refuses',
  'template-refused',
  'quota-used-up',
  'refused',
] as const
/** And as we find ourselves. */
export const MESSAGE_FAULTS = [
  ...GATEWAY_FAULTS,
  'unreachable',
  'not-taken',
  'address-refused',
  'too-late',
  'channel-off',
] as const
export type MessageFault = (typeof MESSAGE_FAULTS)[number]

const REPORTS = ['delivered', 'failed'] as const satisfies readonly MessageState[]
export type Report = (typeof REPORTS)[number]
/**
 * In which states a report changes anything: one that is said again, or comes late, does not. A gateway may hand on what we
 * have given up, for its answer was lost; nothing takes back that somebody has got it.
 */
export const CHANGED_BY: Readonly<Record<Report, readonly MessageState[]>> = {
  delivered: ['waiting', 'handed-over', 'failed'],
  failed: ['waiting', 'handed-over'],
}

/** Of a message alone: it will not be taken, however often. Anything else is wrong with the set-up, which people mend. */
const REFUSING: readonly number[] = [400, 422]
type Handed = { readonly end: 'taken' } | { readonly end: 'refused' | 'later'; readonly fault: MessageFault }

/** What a gateway's answer means: its status, and the reason in its body where it gave one that we know. */
export function meaningOf(status: number, reason: unknown): Handed {
  if (status >= 200 && status < 300) return { end: 'taken' }
  const said = GATEWAY_FAULTS.find((fault) => fault === reason)
  return REFUSING.includes(status)
    ? { end: 'refused', fault: said ?? 'refused' }
    : { end: 'later', fault: said ?? 'not-taken' }
}
