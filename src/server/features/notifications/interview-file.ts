import type { Notification } from '../../../contracts/notifications.ts'
import { fileNameOf } from '../../../domain/file-name.ts'
import { INTERVIEW_WORDS } from '../../../words/interviews.ts'
import type { Language } from '../../../words/language.ts'
import { type CalendarEntry, calendarText } from '../../services/calendar.ts'

type Entry = Omit<CalendarEntry, 'summary' | 'organizer'> & {
  readonly title: string
  readonly employer: string
}

/** An interview as a file for calendars. */
export function interviewFile({ title, employer, ...entry }: Entry, language: Language, baseUrl: string) {
  const w = INTERVIEW_WORDS[language]
  return {
    name: fileNameOf(w.fileName(title), 'text/calendar'),
    text: calendarText([{ ...entry, organizer: employer, summary: w.summary(title, employer) }], baseUrl),
    isCancelled: entry.isCancelled ?? false,
  }
}

/** Where they say when a time was, it is so no more. */
const CALLED_OFF: readonly Notification['kind'][] = [
  ...(['interview.cancelled', 'interview.declined', 'interview.asked', 'interview.changed'] as const),
  'interview.fell',
]
const TOLD_WITH_TIME: readonly Notification['kind'][] = [
  ...(['interview.confirmed', 'interview.relocated', 'interview.in-24h', 'interview.in-1h'] as const),
  ...CALLED_OFF,
]

/** For the e-mail copy of a notification that tells of an interview's time. */
export function calendarToldOf(
  { kind, params, language }: Pick<Notification, 'kind' | 'params'> & { readonly language: Language },
  baseUrl: string,
) {
  const { interview, version, at, until, changed, title = '', employer = '', place = '' } = params
  if (!TOLD_WITH_TIME.includes(kind) || !interview || !at || !until || !changed) return undefined
  const entry = {
    id: interview,
    sequence: Number(version),
    changedAt: new Date(changed),
    beginsAt: new Date(at),
    endsAt: new Date(until),
    title,
    employer,
    place,
    note: '',
    isCancelled: CALLED_OFF.includes(kind),
  }
  return interviewFile(entry, language, baseUrl)
}
