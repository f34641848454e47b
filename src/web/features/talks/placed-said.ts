import type { TalkRow } from '../../../contracts/talks.ts'
import { venueText } from '../../../words/venue-said.ts'
import { useFigures } from '../../ui/figures.ts'
import { useLanguage } from '../../words/language.tsx'

type Placed = NonNullable<TalkRow['placed']>
/** When and where a talk is held, in the reader's language as far as the school says it. */
export function usePlacedSaid() {
  const figures = useFigures()
  const { language } = useLanguage()
  return {
    when: ({ startsAt, endsAt }: Placed) => figures.span(startsAt, endsAt),
    where: ({ venue }: Placed) => venueText(venue, language),
  }
}
