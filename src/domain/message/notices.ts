import { addDays, type Day, dayInChina, endOfDayInChina } from '../day.ts'
import type { NotificationKind } from '../notification.ts'

/**
 * What a student can be told of outside, and what of it may be said there: whom it is from and by when, and no more. A text
 * message is read by whoever holds the telephone, and passes through others' hands: names, pay, reasons and documents stay in
 * the app. Every name is a parameter of the notification (`notices.test.ts`).
 */
export const NOTICE_DATA = {
  'invitation.sent': ['employer', 'day'],
  'invitation.revised': ['employer', 'day'],
  'invitation.withdrawn': ['employer'],
  'invitation.ends-48h': ['employer', 'day'],
  'invitation.ends-24h': ['employer', 'day'],
  'invitation.ends-2h': ['employer', 'day'],
  'invitation.answerable-again': ['employer', 'day'],
  'agreement.returned': ['number', 'employer'],
  'agreement.rejected': ['number', 'employer'],
  'agreement.effective': ['number', 'employer'],
  'agreement.amendment-proposed': ['number', 'employer'],
  'agreement.cancellation-asked': ['number', 'employer'],
  'agreement.cancelled': ['number', 'employer'],
  'agreement.fulfilment-asked': ['number', 'employer', 'day'],
  'agreement.fulfilment-due': ['employer', 'days'],
  'dissolution.asked': ['number', 'day'],
  'dissolution.asked-by-law': ['number'],
  'dissolution.answer-due': ['number', 'days'],
  'dissolution.in-mediation': ['number', 'employer'],
  'dissolution.completed': ['number', 'employer'],
  'dissolution.rejected': ['number', 'employer'],
  'destination.returned': ['category'],
  'destination.rejected': ['category'],
  'destination.voided': ['category'],
  'correction.returned': [],
  'correction.rejected': [],
  'student.delayed': [],
  'student.withdrawn': [],
} as const satisfies Partial<Record<NotificationKind, readonly string[]>>
export type NoticeKind = keyof typeof NOTICE_DATA
const NOTICE_KINDS = Object.keys(NOTICE_DATA) as [NoticeKind, ...NoticeKind[]]

/** The code by which a mobile number is confirmed: no notification, and told to nobody else. */
export const PHONE_CODE = 'phone-code'
/** All that goes out. */
export const MESSAGE_KINDS = [PHONE_CODE, ...NOTICE_KINDS] as const
export type MessageKind = (typeof MESSAGE_KINDS)[number]

const OF_EACH = 'school'
/** By what name a text of this kind may ask for something. */
export const dataOf = (kind: MessageKind): readonly string[] =>
  kind === PHONE_CODE ? ['code', 'minutes', OF_EACH] : [...NOTICE_DATA[kind], OF_EACH]

/** These end something, though no day stands in them. */
const ENDING: readonly MessageKind[] = [
  'invitation.withdrawn',
  'agreement.rejected',
  'agreement.effective',
  'agreement.cancelled',
  'dissolution.completed',
  'dissolution.rejected',
  'destination.rejected',
  'destination.voided',
  'student.delayed',
  'student.withdrawn',
]
const hasDeadline = (kind: MessageKind) => dataOf(kind).some((name) => name === 'day' || name === 'days')
/** Goes out where the school has chosen nothing else: what has a deadline, or ends something. */
export const goesOutByDefault = (kind: MessageKind): boolean =>
  kind === PHONE_CODE || hasDeadline(kind) || ENDING.includes(kind)

type Params = Readonly<Record<string, string>>

/** The last day of what a notification tells of; `days` were left after the day on which it was told. Null without any. */
export function lastDayIn({ day, days }: Params, toldAt: Date): Day | null {
  if (day) return day
  return days ? addDays(dayInChina(toldAt), Number(days)) : null
}
/** The first instant at which it is over. */
export function deadlineIn(kind: MessageKind, params: Params, toldAt: Date): Date | null {
  const last = hasDeadline(kind) ? lastDayIn(params, toldAt) : null
  return last ? endOfDayInChina(last) : null
}
