import type { z } from 'zod'
import type { dissolvableRow } from '../../../../contracts/dissolutions.ts'
import { OPEN_DISSOLUTION } from '../../../../domain/dissolution/life.ts'
import { CaseMark, Sentence } from '../../case-status/case-status.tsx'

type Dissolvable = Pick<z.infer<typeof dissolvableRow>, 'dissolution' | 'agreement' | 'standing'>

/** 应约状态: what was last asked and what came of it; of the agreement, where nothing was. */
export const AnswerState = ({ of: { dissolution, standing } }: { of: Dissolvable }) =>
  dissolution ? (
    <Sentence kind="dissolution" of={dissolution.standing} />
  ) : (
    <Sentence kind="agreement" of={standing} />
  )

/** 审核状态: of an open request; one that came to nothing leaves the agreement as it was. */
export const ReviewState = ({ of: { dissolution, agreement, standing } }: { of: Dissolvable }) =>
  dissolution && OPEN_DISSOLUTION.includes(dissolution.status) ? (
    <CaseMark kind="dissolution" of={dissolution} />
  ) : (
    <CaseMark kind="agreement" of={{ ...agreement, standing }} />
  )
