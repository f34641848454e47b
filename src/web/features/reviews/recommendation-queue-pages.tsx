import { RecommendationPage } from '../recommendations/recommendation-page.tsx'
import { CaseInQueue } from './case-in-queue.tsx'
import { leading } from './leading.tsx'
import { useRecommendationQueue } from './recommendation-queue.tsx'
import { ReviewQueue } from './review-queue.tsx'

// Apart from the queues of signing: who works those fetches no pages of recommendations.

export const RecommendationQueuePage = () => <ReviewQueue of={useRecommendationQueue()} />
export const RecommendationInQueuePage = () => (
  <CaseInQueue of={leading(useRecommendationQueue())}>
    <RecommendationPage />
  </CaseInQueue>
)
