import { isOverdue } from '../admission/verification.ts'
import { type Day, dayInChina, timeInChina } from '../day.ts'
import { Refusal } from '../refusal.ts'
import type { Placed } from '../venue/venue.ts'

/** The events that students sign up for and are counted at, each in the same way. */
export const EVENT_KINDS = ['talk', 'fair'] as const
export type EventKind = (typeof EVENT_KINDS)[number]

/** What a student is told before signing up, and what the door asks. */
export type Held = {
  /** Anybody may read it; else it was called off, or was never announced. */
  readonly isPublic: boolean
  readonly placed: Pick<Placed, 'startsAt' | 'endsAt' | 'places'> | null
  /** The last day of the school's verification of whose it is; null where it is the school's own. */
  readonly verifyDue: Day | null
}

/** Refuses to sign up for what is not to come, or has no place left. The last place is the database's to give. */
export function refuseUnlessOpen({ signedUp, ...of }: Held & { readonly signedUp: number }, at: Date): void {
  const placed = refuseUnlessToCome(of, at)
  if (signedUp >= placed.places) throw new Refusal('event-full', { places: placed.places })
}

/** Nobody signs up for what is not to come, nor while it is paused (L7); answers when and where it is. */
export function refuseUnlessToCome({ isPublic, placed, verifyDue }: Held, at: Date) {
  if (!isPublic || !placed || placed.startsAt <= at) throw new Refusal('event-not-open')
  if (isOverdue(verifyDue, at)) throw new Refusal('event-paused')
  return placed
}

/** Who has signed up may leave until it begins. */
export function refuseUnlessLeavable({ placed }: Held, at: Date): void {
  if (placed && placed.startsAt <= at) throw new Refusal('event-begun')
}

/** Minutes before the beginning from which the door counts who comes; it does so until the end. */
const DOOR_OPENS = 120
/** Days after the end in which a device may still send what it has counted without a line. */
const SENT_WITHIN = 7
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** Who had not been counted at what ended before this instant was not there: a day after the last device may have sent. */
export const absentSince = (at: Date) => new Date(at.getTime() - (SENT_WITHIN + 1) * DAY)

/** From when until when somebody can have come. */
export const doorOf = ({ startsAt, endsAt }: Pick<Placed, 'startsAt' | 'endsAt'>) => ({
  opens: new Date(startsAt.getTime() - DOOR_OPENS * MINUTE),
  closes: endsAt,
})

/** Refuses to take what a door has counted: it is not open yet, or it was long ago. */
export function refuseUnlessAtDoor({ isPublic, placed }: Held, at: Date): void {
  if (!isPublic || !placed) throw new Refusal('event-not-held')
  const { opens, closes } = doorOf(placed)
  if (at < opens) throw new Refusal('door-not-open', { day: dayInChina(opens), time: timeInChina(opens) })
  if (at.getTime() > closes.getTime() + SENT_WITHIN * DAY) throw new Refusal('door-closed')
}

/**
 * The instant that counts: as the device says, which may have had no line for a while, brought between the opening of the
 * door and its closing, and never later than it was told.
 */
export function cameAt(said: Date, placed: Pick<Placed, 'startsAt' | 'endsAt'>, told: Date): Date {
  const { opens, closes } = doorOf(placed)
  return new Date(Math.max(opens.getTime(), Math.min(said.getTime(), closes.getTime(), told.getTime())))
}

/** What a door finds of one that was counted; `limited`: a student of another school, beyond the places for them. */
export const ARRIVALS = ['came', 'came-before', 'limited', 'unknown'] as const
export type Arrival = (typeof ARRIVALS)[number]

/** What stands in a student's code: of what it is, and the ticket. */
export const TICKET_LENGTH = 20
const TICKET = /^QY-T1:([a-z0-9]{20})$/
export const ticketText = (ticket: string): string => `QY-T1:${ticket}`
/** The ticket in what a camera has read; null for what is none of ours. */
export const ticketIn = (read: string): string | null => TICKET.exec(read.trim())?.[1] ?? null
