import { TAKES_SLOT } from '../../../domain/interview/life.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { Language } from '../../../words/language.ts'
import { interviewFile } from '../notifications/interview-file.ts'
import type { InterviewRecord } from './queries.ts'

/** For calendars: what was fixed and is called off removes itself from them. Refuses what has no time. */
export function calendarOfInterview(of: InterviewRecord, language: Language, baseUrl: string) {
  const { id, version, changedAt, beginsAt, endsAt, title, employerName: employer, place, note, status } = of
  if (!beginsAt || !endsAt) throw new Refusal('not-found')
  const isCancelled = !TAKES_SLOT.includes(status)
  return interviewFile(
    { id, sequence: version, changedAt, beginsAt, endsAt, title, employer, place, note, isCancelled },
    language,
    baseUrl,
  )
}
