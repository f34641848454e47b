import type { FairRow } from '../../../contracts/fairs.ts'
import { venuesText } from '../../../words/venue-said.ts'
import { useFigures } from '../../ui/figures.ts'
import { useLanguage, useWords } from '../../words/language.tsx'
import { fairWords } from './words.ts'

/** When and where a fair is held, and when employers sign up, in the reader's language as far as the school says it. */
export function useFairSaid() {
  const w = useWords(fairWords)
  const figures = useFigures()
  const { language } = useLanguage()
  return {
    when: ({ startsAt, endsAt }: FairRow['placed']) => figures.span(startsAt, endsAt),
    where: (placed: FairRow['placed']) => venuesText(placed, language),
    period: ({ applyFrom, applyUntil }: Pick<FairRow, 'applyFrom' | 'applyUntil'>) =>
      w.period(figures.day(applyFrom), figures.day(applyUntil)),
  }
}
