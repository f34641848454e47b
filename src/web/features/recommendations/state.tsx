import type { RecommendationView } from '../../../contracts/recommendations.ts'
import { ISSUED } from '../../../domain/recommendation/life.ts'
import { StateMark } from '../../ui/state-mark.tsx'
import { useWords } from '../../words/language.tsx'
import { useReader } from '../accounts/me.ts'
import { recommendationListWords } from './list-words.ts'

/** How a recommendation stands for its reader: whose turn it is is theirs alone. */
export function RecommendationState({ of }: { of: Pick<RecommendationView, 'status' | 'waitingFor'> }) {
  const w = useWords(recommendationListWords)
  const reader = useReader()
  const ended = ISSUED.includes(of.status) ? 'done' : 'over'
  const standing = of.waitingFor === null ? ended : of.waitingFor === reader ? 'mine' : 'theirs'
  return <StateMark standing={standing}>{w.status[of.status]}</StateMark>
}
