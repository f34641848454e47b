import { type DissolutionView, dissolutionActs } from '../../../../contracts/dissolutions.ts'
import type { EvidenceFile } from '../../../../contracts/evidence.ts'
import type { Fault } from '../../../../domain/dissolution/grounds.ts'
import { call } from '../../../call.ts'
import { FieldFault } from '../../../ui/field-at.tsx'
import { useWords } from '../../../words/language.tsx'
import { ActButton } from '../../cases/act-button.tsx'
import { EvidenceField } from '../../evidence/evidence-field.tsx'
import { useFileFaults } from '../../evidence/file-faults.ts'
import { evidenceAt } from '../../evidence/file-home.ts'
import { useEvidenceHint } from '../asking/evidence-hint.ts'
import { FaultChoice } from './fault-choice.tsx'
import { WhatIsAsked } from './what-is-asked.tsx'
import { answeringWords } from './words.ts'

type Props = { of: DissolutionView; settled: () => void }
type Files = { files: readonly EvidenceFile[] }

/** 更正材料: the files as they are, to be replaced; a reason only if it changes too. */
export function CorrectButton({ of: d, settled }: Props) {
  const w = useWords(answeringWords).act
  const school = d.school.code
  const hintOf = useEvidenceHint()
  const { fileFaults, setUnfinished } = useFileFaults()
  return (
    <ActButton<Files>
      {...w.correct}
      reason="optional"
      asked={{
        initial: { files: d.evidence },
        show: ({ files }, change, at) => (
          <div>
            <EvidenceField
              id={at('evidence').id}
              home={evidenceAt(school)}
              hint={hintOf(d.ground, d.kind)}
              value={files}
              onChange={(next) => change({ files: next })}
              onUnfinished={setUnfinished}
            />
            <FieldFault of={at('evidence')} />
          </div>
        ),
        faults: fileFaults,
      }}
      act={(reason, { files }) =>
        call(dissolutionActs.correct, {
          params: { school, id: d.id },
          body: {
            seenVersion: d.version,
            evidence: files.map(({ id }) => id),
            ...(reason && { reason }),
          },
        })
      }
      settled={settled}
    />
  )
}

/** 采信材料: evidence in the place of the missing answer, why, and on whose side the breach is. */
export function AcceptEvidenceButton({ of: d, settled }: Props) {
  const w = useWords(answeringWords)
  const school = d.school.code
  const { fileFaults, setUnfinished } = useFileFaults()
  return (
    <ActButton<Files & { fault: Fault | null }>
      {...w.act['accept-evidence']}
      kind="primary"
      reason="needed"
      asked={{
        initial: { files: [], fault: null },
        show: ({ files, fault }, change, at) => (
          <>
            <EvidenceField
              id={at('evidence').id}
              home={evidenceAt(school)}
              value={files}
              onChange={(next) => change({ files: next })}
              onUnfinished={setUnfinished}
            />
            <FieldFault of={at('evidence')} />
            <FaultChoice value={fault} at={at('fault')} onChange={(next) => change({ fault: next })} />
          </>
        ),
        faults: (given) => ({ ...fileFaults(given), fault: given.fault ? null : w.faultNeeded }),
      }}
      act={(reason, { files, fault }) =>
        call(dissolutionActs['accept-evidence'], {
          params: { school, id: d.id },
          body: {
            seenVersion: d.version,
            evidence: files.map(({ id }) => id),
            reason,
            ...(fault && { fault }),
          },
        })
      }
      settled={settled}
    >
      <WhatIsAsked of={d} />
    </ActButton>
  )
}
