import { dissolutionActs } from '../../../../contracts/dissolutions.ts'
import { call } from '../../../call.ts'
import { useWords } from '../../../words/language.tsx'
import { ActButton } from '../../cases/act-button.tsx'
import { type Request, WhatIsAsked } from './what-is-asked.tsx'
import { answeringWords } from './words.ts'

/** 拒绝, with the reason that both sides and the school read. */
export function RefuseButton({ of, settled }: { of: Request; settled: () => void }) {
  const w = useWords(answeringWords).act
  return (
    <ActButton
      {...w.refuse}
      kind="danger"
      reason="needed"
      act={(reason) =>
        call(dissolutionActs.refuse, {
          params: { school: of.school.code, id: of.id },
          body: { seenVersion: of.version, reason },
        })
      }
      settled={settled}
    >
      <WhatIsAsked of={of} />
    </ActButton>
  )
}
