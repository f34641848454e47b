import { type DissolutionView, dissolutionActs } from '../../../../contracts/dissolutions.ts'
import type { Fault } from '../../../../domain/dissolution/grounds.ts'
import { call } from '../../../call.ts'
import { useWords } from '../../../words/language.tsx'
import { ActButton, type Asked } from '../../cases/act-button.tsx'
import { SHORTCUTS } from '../../cases/case-acts.tsx'
import { FaultChoice } from './fault-choice.tsx'
import { answeringWords } from './words.ts'

/** 通过; where it decides on it, with the school's word on whose side the breach is. */
export function PassButton({ of: d, settled }: { of: DissolutionView; settled: () => void }) {
  const w = useWords(answeringWords).act
  const asked: Asked<{ fault: Fault }> = {
    initial: { fault: d.fault },
    show: ({ fault }, change) => <FaultChoice value={fault} onChange={(next) => change({ fault: next })} />,
    missing: () => null,
  }
  return (
    <ActButton
      {...w.pass}
      kind="primary"
      reason="optional"
      shortcut={SHORTCUTS.pass}
      {...(d.decidesFault && { asked })}
      act={(reason, { fault }) =>
        call(dissolutionActs.pass, {
          params: { school: d.school.code, id: d.id },
          body: { seenVersion: d.version, fault, ...(reason && { reason }) },
        })
      }
      settled={settled}
    />
  )
}
