import { AgreementPage } from '../agreements/agreement-page.tsx'
import { CorrectionPage } from '../corrections/correction-page.tsx'
import { DestinationPage } from '../destinations/destination-page.tsx'
import { DissolutionPage } from '../dissolutions/dissolution-page.tsx'
import { useAgreementQueue } from './agreement-queue.tsx'
import { CaseInQueue } from './case-in-queue.tsx'
import { useCorrectionQueue } from './correction-queue.tsx'
import { useDestinationQueue } from './destination-queue.tsx'
import { useDissolutionQueue } from './dissolution-queue.tsx'
import { leading } from './leading.tsx'
import { ReviewQueue } from './review-queue.tsx'

// The pages of each queue: its list, and a case of it beside the list that it was opened from.

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
