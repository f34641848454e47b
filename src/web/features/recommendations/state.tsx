import type { RecommendationView } from '../../../contracts/recommendations.ts'
import {
  ASKED_BACK,
  ISSUED,
  type RecommendationStatus,
  UNDER_REVIEW,
} from '../../../domain/recommendation/life.ts'
import { type Standing, StateMark } from '../../ui/state-mark.tsx'
import { useWords } from '../../words/language.tsx'
import { useMe } from '../accounts/me.ts'
import { recommendationListWords } from './list-words.ts'

/** Whose turn it is is somebody's alone: the reader's own, or the other's. */
function standingOf(status: RecommendationStatus, isStudent: boolean): Standing {
  if (UNDER_REVIEW.includes(status)) return isStudent ? 'theirs' : 'mine'
  if (ASKED_BACK.includes(status)) return isStudent ? 'mine' : 'theirs'
  return ISSUED.includes(status) ? 'done' : 'over'
}

/** How a recommendation stands for its reader. */
export function RecommendationState({ of }: { of: Pick<RecommendationView, 'status'> }) {
  const w = useWords(recommendationListWords)
  const { portal } = useMe()
  return <StateMark standing={standingOf(of.status, portal === 'student')}>{w.status[of.status]}</StateMark>
}
