import { listedSpan } from '../../../words/figures.ts'
import { GUEST_WORDS } from '../../../words/guests.ts'
import type { Language } from '../../../words/language.ts'
import { type Html, html } from '../../pages/html.ts'
import type { Quota } from './guests.ts'

/** Characters that search engines and previews show of an event. */
export const DESCRIBED = 110

type Timed = { readonly startsAt: Date; readonly endsAt: Date }
/** When an event is, as a person and as a machine reads it. */
export const whenOf = ({ startsAt, endsAt }: Timed, language: Language): Html =>
  html`<time datetime="${startsAt.toISOString()}">${listedSpan(startsAt.toISOString(), endsAt.toISOString(), language)}${language === 'en' && ' (UTC+8)'}</time>`

/** Whether students of other schools may come; nothing where they may not. */
export function guestFact({ places, signedUp }: Quota, language: Language): Html | false {
  const w = GUEST_WORDS[language]
  const said = signedUp < places ? w.welcome(signedUp, places) : w.waits(signedUp, places)
  return places > 0 && html`<dt>${w.guests}</dt><dd>${said}</dd>`
}
/** Where they sign up, in their own school's portal. */
export const guestLink = ({ places }: Quota, language: Language): Html | false =>
  places > 0 && html` · <a href="/student/elsewhere">${GUEST_WORDS[language].signUp}</a>`

/** As search engines take an event (schema.org Event). */
export const eventFacts = (
  of: Timed & { readonly content: { readonly title: string } },
  { organizer, location, url }: { organizer: string; location: unknown; url: string },
): Readonly<Record<string, unknown>> => ({
  '@context': 'https://schema.org',
  '@type': 'Event',
  name: of.content.title,
  startDate: of.startsAt.toISOString(),
  endDate: of.endsAt.toISOString(),
  eventStatus: 'https://schema.org/EventScheduled',
  eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
  organizer: { '@type': 'Organization', name: organizer },
  location,
  url,
})
