import { useQuery } from '@tanstack/react-query'
import { findMinimumWage } from '../../../contracts/places.ts'
import { monthOfPay, type WageDoubt, wageDoubt } from '../../../domain/place/minimum-wage.ts'
import type { Terms } from '../../../domain/terms.ts'
import { ask } from '../../call.ts'
import { useFigures } from '../../ui/figures.ts'
import { Note } from '../../ui/note.tsx'
import { useWords } from '../../words/language.tsx'
import { termsWords } from './words.ts'

/** What is doubtful, with the figure and its month. */
export function useDoubtText(): (of: WageDoubt) => string {
  const w = useWords(termsWords)
  const { pay } = useFigures()
  return ({ pay: offered, minimum: { amount, place, since } }) =>
    w.belowMinimum(pay(offered), place, pay(amount), since)
}

/** Pay below the minimum wage of its place: a warning while it is typed, and no block. */
export function WageNote({ of }: { of: Terms }) {
  const text = useDoubtText()
  const query = { region: of.regionCode, month: monthOfPay(of) }
  const { data } = useQuery({
    ...ask(findMinimumWage, { query }),
    enabled: query.region !== '' && query.month !== '',
  })
  const doubt = wageDoubt(of, data?.minimum ?? null)
  return doubt && <Note below={12} type="warning" title={text(doubt)} />
}
