import type { ReportedShown } from '../../../contracts/confirmations.ts'
import { Facts } from '../../ui/facts.tsx'
import { useFigures } from '../../ui/figures.ts'
import { useNameOf, useWords } from '../../words/language.tsx'
import { confirmationWords } from './words.ts'

/** What would be reported of a graduate, line by line. */
export function ReportedFacts({ of }: { of: ReportedShown }) {
  const { reported: w, mine } = useWords(confirmationWords)
  const nameOf = useNameOf()
  const { pay } = useFigures()
  if (!of.category)
    return (
      <p>
        <strong>{mine.nothing}</strong>
      </p>
    )
  const named = (one: ReportedShown['region']) => (one ? nameOf(one) : '')
  return (
    <Facts
      of={[
        [w.category, nameOf(of.category)],
        [w.holder, of.holder],
        [w.position, of.position],
        [w.region, named(of.region)],
        [w.industry, named(of.industry)],
        [w.nature, named(of.nature)],
        [w.pay, of.pay === null ? '' : pay(of.pay)],
      ]}
    />
  )
}
