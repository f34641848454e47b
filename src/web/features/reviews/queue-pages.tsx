import { AgreementPage } from '../agreements/agreement-page.tsx'
import { Age } from '../cases/age.tsx'
import { CorrectionPage } from '../corrections/correction-page.tsx'
import { DestinationPage } from '../destinations/destination-page.tsx'
import { DissolutionPage } from '../dissolutions/dissolution-page.tsx'
import { RecommendationPage } from '../recommendations/recommendation-page.tsx'
import { useAgreementQueue } from './agreement-queue.tsx'
import { CaseInQueue } from './case-in-queue.tsx'
import { useCorrectionQueue } from './correction-queue.tsx'
import { useDestinationQueue } from './destination-queue.tsx'
import { useDissolutionQueue } from './dissolution-queue.tsx'
import type { LeadingQueue, Queued, QueueOf } from './queue-of.ts'
import { useRecommendationQueue } from './recommendation-queue.tsx'
import { ReviewQueue } from './review-queue.tsx'

// The pages of each queue: its list, and a case of it beside the list that it was opened from.

const leading = <Row extends Queued>(of: QueueOf<Row>): LeadingQueue<Row> => ({
  ...of,
  brief: (row) => ({
    who: row.student.name,
    what: of.caseName(row),
    state: of.state(row),
    due: row.waitingFor && <Age since={row.waitingSince} />,
  }),
})

export const AgreementQueuePage = () => <ReviewQueue of={useAgreementQueue()} />
export const AgreementInQueuePage = () => (
  <CaseInQueue of={leading(useAgreementQueue())}>
    <AgreementPage />
  </CaseInQueue>
)

export const DissolutionQueuePage = () => <ReviewQueue of={useDissolutionQueue()} />
export const DissolutionInQueuePage = () => (
  <CaseInQueue of={leading(useDissolutionQueue())}>
    <DissolutionPage />
  </CaseInQueue>
)

export const DestinationQueuePage = () => <ReviewQueue of={useDestinationQueue()} />
export const DestinationInQueuePage = () => (
  <CaseInQueue of={leading(useDestinationQueue())}>
    <DestinationPage />
  </CaseInQueue>
)

export const CorrectionQueuePage = () => <ReviewQueue of={useCorrectionQueue()} />
export const CorrectionInQueuePage = () => (
  <CaseInQueue of={leading(useCorrectionQueue())}>
    <CorrectionPage />
  </CaseInQueue>
)

export const RecommendationQueuePage = () => <ReviewQueue of={useRecommendationQueue()} />
export const RecommendationInQueuePage = () => (
  <CaseInQueue of={leading(useRecommendationQueue())}>
    <RecommendationPage />
  </CaseInQueue>
)
