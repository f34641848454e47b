import type { z } from 'zod'
import type { dissolvableRow } from '../../../../contracts/dissolutions.ts'
import { OPEN_DISSOLUTION } from '../../../../domain/dissolution/life.ts'
import { useWords } from '../../../words/language.tsx'
import { CaseMark, CaseStatus } from '../../case-status/case-status.tsx'
import { standingWords } from './standing-words.ts'

type Dissolvable = z.infer<typeof dissolvableRow>
type Request = Pick<
  NonNullable<Dissolvable['dissolution']>,
  'status' | 'standing' | 'askedBy' | 'kind' | 'agreed'
>

/** 应约状态: what the two sides have said, in words that are the same for both. */
export function AnswerState({ request }: { request: Request | null }) {
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

/** 审核状态: where an open request stands; one that came to nothing leaves the agreement as it was. */
export const ReviewState = ({ of: { dissolution, agreement, standing } }: { of: Dissolvable }) =>
  dissolution && OPEN_DISSOLUTION.includes(dissolution.status) ? (
    <CaseStatus kind="dissolution" of={dissolution} />
  ) : (
    <CaseStatus kind="agreement" of={{ ...agreement, standing }} />
  )

/** The same, where there is no room for its sentence. */
export const ReviewMark = ({ of: { dissolution, agreement, standing } }: { of: Dissolvable }) =>
  dissolution && OPEN_DISSOLUTION.includes(dissolution.status) ? (
    <CaseMark kind="dissolution" of={dissolution} />
  ) : (
    <CaseMark kind="agreement" of={{ ...agreement, standing }} />
  )
