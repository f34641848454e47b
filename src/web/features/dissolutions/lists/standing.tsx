import type { DissolutionRow, DissolvableRow } from '../../../../contracts/dissolutions.ts'
import { OPEN_DISSOLUTION } from '../../../../domain/dissolution/life.ts'
import { CaseMark, Sentence } from '../../case-status/case-status.tsx'
import { AnswerDue } from '../answer-due.tsx'

type Request = Pick<DissolutionRow, 'standing' | 'status' | 'answerBy'>

/** Where a request stands, and until when its answer is waited for. */
export const RequestStands = ({ of }: { of: Request }) => (
  <>
    <Sentence kind="dissolution" of={of.standing} />
    <AnswerDue of={of} />
  </>
)

type Dissolvable = Pick<DissolvableRow, 'dissolution' | 'agreement' | 'standing'>

/** 应约状态: what was last asked and what came of it; of the agreement, where nothing was. */
export const AnswerState = ({ of: { dissolution, standing } }: { of: Dissolvable }) =>
  dissolution ? <RequestStands of={dissolution} /> : <Sentence kind="agreement" of={standing} />

/** 审核状态: of an open request; one that came to nothing leaves the agreement as it was. */
export const ReviewState = ({ of: { dissolution, agreement, standing } }: { of: Dissolvable }) =>
  dissolution && OPEN_DISSOLUTION.includes(dissolution.status) ? (
    <CaseMark kind="dissolution" of={dissolution} />
  ) : (
    <CaseMark kind="agreement" of={{ ...agreement, standing }} />
  )
