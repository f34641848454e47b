import type { Language } from './language.ts'

type Venue = Readonly<Record<'name' | 'nameEn' | 'place' | 'placeEn', string>>

/** Where an event is held, as its reader's language says it as far as the school does. */
export const venueText = ({ name, nameEn, place, placeEn }: Venue, language: Language): string =>
  language === 'en' ? `${nameEn || name}, ${placeEn || place}` : `${place} ${name}`
