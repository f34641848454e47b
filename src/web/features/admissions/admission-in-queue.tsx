import { getAdmission, getAdmissionNeighbours, listAdmissions } from '../../../contracts/admissions.ts'
import { ask } from '../../call.ts'
import { useWords } from '../../words/language.tsx'
import { CaseInQueue } from '../reviews/case-in-queue.tsx'
import type { LeadingQueue } from '../reviews/queue-of.ts'
import { type AdmissionRow, useAdmissionBrief } from './admission-brief.tsx'
import { AdmissionPage } from './admission-page.tsx'
import { admissionWords } from './words.ts'

/** An employer's admission as a place in the school's queue, from which deciding leads on. */
export function AdmissionInQueuePage() {
  const words = useWords(admissionWords).queue
  const queue: LeadingQueue<AdmissionRow> = {
    queue: 'admissions',
    kind: 'admission',
    words,
    list: (input) => ask(listAdmissions, input),
    beside: (input) => ask(getAdmissionNeighbours, input),
    open: (params) => ask(getAdmission, { params }),
    brief: useAdmissionBrief(),
    begunAt: (row) => row.waitingSince,
  }
  return (
    <CaseInQueue of={queue}>
      <AdmissionPage />
    </CaseInQueue>
  )
}
