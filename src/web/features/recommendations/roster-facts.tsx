import { Link } from '@tanstack/react-router'
import type { RecommendationView } from '../../../contracts/recommendations.ts'
import { Facts } from '../../ui/facts.tsx'
import { useNameOf, useWords } from '../../words/language.tsx'
import { useMe } from '../accounts/me.ts'
import { sheetWords } from './sheet-words.ts'
import { recommendationWords } from './words.ts'

/** What of the roster stands on the sheet; a student is told where a mistake is corrected. */
export function RosterFacts({ of }: { of: RecommendationView['facts'] }) {
  const w = useWords(recommendationWords)
  const names = useWords(sheetWords).fact
  const nameOf = useNameOf()
  const { portal } = useMe()
  return (
    <section className="card">
      <h2>{w.facts}</h2>
      <Facts of={of.map(({ key, shown }) => [names[key], nameOf(shown)] as const)} />
      {portal === 'student' && (
        <p className="soft">
          {w.factsHint} <Link to="/student/corrections/new">{w.correct}</Link>
        </p>
      )}
    </section>
  )
}
