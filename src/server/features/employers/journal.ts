import type { EventName } from '../../../domain/event.ts'
import { type Actor, type Line, PLATFORM } from '../../db/journal.ts'

/** A line on what an employer does with what is its own, at no school. */
export const employerLine = (
  employerId: string,
  action: Extract<EventName, `employer.${string}`>,
  { actor, at, data }: { readonly actor: Actor; readonly at: Date; readonly data: Line['data'] },
): Line => ({
  school: PLATFORM,
  subject: `employer:${employerId}`,
  action,
  at,
  actor,
  from: null,
  to: null,
  reason: null,
  data,
})
