import type { Language } from './language.ts'

type Venue = Readonly<Record<'name' | 'nameEn' | 'place' | 'placeEn', string>>

/** Where an event is held, as its reader's language says it as far as the school does. */
export const venueText = ({ name, nameEn, place, placeEn }: Venue, language: Language): string =>
  language === 'en' ? `${nameEn || name}, ${placeEn || place}` : `${place} ${name}`

/** The same of an event that is held in several. */
export const venuesText = ({ venues }: { readonly venues: readonly Venue[] }, language: Language): string =>
  venues.map((venue) => venueText(venue, language)).join(language === 'en' ? '; ' : '、')
