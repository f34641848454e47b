import type { z } from 'zod'
import type { dissolvableRow } from '../../../../contracts/dissolutions.ts'
import { useWords } from '../../../words/language.tsx'
import { StatusTag } from '../../cases/status-tag.tsx'
import { standingWords } from './standing-words.ts'

type Dissolvable = z.infer<typeof dissolvableRow>
type Request = Omit<NonNullable<Dissolvable['dissolution']>, 'id'>
/** An agreement that was certified, with its latest request. */
type Props = { agreement: Pick<Dissolvable['agreement'], 'status'>; request: Request | null }

/** 应约状态: what the two sides have said, in words that are the same for both. */
export function AnswerState({ request }: Pick<Props, 'request'>) {
  const w = useWords(standingWords)
  if (!request) return w.signed
  const { status, askedBy, kind, agreed } = request
  const settled = {
    paper: w.notAsked.paper,
    statutory: w.notAsked.statutory[askedBy],
    consent: agreed ? w.agreed[askedBy] : w.evidence[askedBy],
  }[kind]
  return {
    awaiting_counterparty: w.awaiting[askedBy],
    in_mediation: w.silent[askedBy],
    refused: w.refused[askedBy],
    withdrawn: w.withdrawn[askedBy],
    in_review: settled,
    completed: settled,
    rejected: settled,
  }[status]
}

/** 审核状态: where the school stands. A request that came to nothing leaves the agreement as it was. */
export function ReviewState({ agreement, request }: Props) {
  const w = useWords(standingWords).review
  const ofAgreement = <StatusTag kind="agreementStatus" status={agreement.status} />
  if (!request) return ofAgreement
  const text = {
    awaiting_counterparty: w.beforeAnswer[request.askedBy],
    in_mediation: w.mediation,
    in_review: request.waitingFor === 'college' ? w.college : w.school,
    completed: w.completed,
    rejected: w.rejected,
    refused: null,
    withdrawn: null,
  }[request.status]
  return text ? (
    <StatusTag kind="dissolutionStatus" status={request.status} holder={request.waitingFor} text={text} />
  ) : (
    ofAgreement
  )
}

/** Both in one word, for the school's list: whose answer is due, or who did not agree. */
export function RequestState({ request: { status, askedBy, waitingFor } }: { request: Request }) {
  const w = useWords(standingWords)
  const text = {
    awaiting_counterparty: w.brief.awaiting[askedBy],
    in_mediation: w.brief.mediation,
    in_review: waitingFor === 'college' ? w.brief.college : w.brief.school,
    completed: w.brief.completed,
    refused: w.refused[askedBy],
    withdrawn: w.withdrawn[askedBy],
    rejected: w.brief.rejected,
  }[status]
  return <StatusTag kind="dissolutionStatus" status={status} holder={waitingFor} text={text} />
}
