import { addDays, type Day, dayInChina, endOfDayInChina } from '../day.ts'
import { type Lifecycle, lifecycle, type Rule } from '../lifecycle.ts'

/** An announcement 通知公告 of a school, from its draft to the end of its time on the school's public site. */
export const ANNOUNCEMENT_STATUSES = ['draft', 'published', 'withdrawn'] as const
export type AnnouncementStatus = (typeof ANNOUNCEMENT_STATUSES)[number]

/** Anybody may read these once their time has come, and only these. */
export const READABLE: readonly AnnouncementStatus[] = ['published']

export type Announcement = {
  readonly status: AnnouncementStatus
  /** Counts what staff may have read. */
  readonly version: number
  /** From when on anybody may read it; null of a draft. */
  readonly shownFrom: Date | null
}

const RULES = {
  write: { from: null, to: 'draft', by: ['reviewer'] },
  edit: { from: ['draft', 'published'], to: ({ status }) => status, by: ['reviewer'] },
  publish: { from: ['draft', 'withdrawn'], to: 'published', by: ['reviewer'] },
  withdraw: { from: ['published'], to: 'withdrawn', by: ['reviewer'] },
} as const satisfies Record<string, Rule<Announcement>>

export type AnnouncementAction = keyof typeof RULES
export const announcementLife: Lifecycle<Announcement, typeof RULES> = lifecycle<Announcement, typeof RULES>(
  RULES,
  () => null,
)

/** From when what is published now is shown: at once, or from the beginning of a later day in China. */
export function shownFrom(day: Day | null, at: Date): Date {
  if (day === null || day <= dayInChina(at)) return at
  return endOfDayInChina(addDays(day, -1))
}

/** May anybody read it at this instant? */
export const isReadable = (
  { status, shownFrom }: Pick<Announcement, 'status' | 'shownFrom'>,
  at: Date,
): boolean => READABLE.includes(status) && shownFrom !== null && shownFrom <= at

/** Published, and still to come. */
export const isToCome = (of: Pick<Announcement, 'status' | 'shownFrom'>, at: Date): boolean =>
  READABLE.includes(of.status) && !isReadable(of, at)
