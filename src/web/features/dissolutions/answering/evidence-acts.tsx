import { useState } from 'react'
import { type DissolutionView, dissolutionActs } from '../../../../contracts/dissolutions.ts'
import type { EvidenceFile } from '../../../../contracts/evidence.ts'
import type { Fault } from '../../../../domain/dissolution/grounds.ts'
import { call } from '../../../call.ts'
import { useWords } from '../../../words/language.tsx'
import { ActButton } from '../../cases/act-button.tsx'
import { EvidenceField } from '../../evidence/evidence-field.tsx'
import { evidenceWords } from '../../evidence/words.ts'
import { useEvidenceHint } from '../asking/evidence-hint.ts'
import { FaultChoice } from './fault-choice.tsx'
import { answeringWords } from './words.ts'

type Props = { of: DissolutionView; settled: () => void }
type Files = { files: readonly EvidenceFile[] }

/** What keeps a dialog with files from being sent. */
function useFilesMissing() {
  const w = useWords(evidenceWords)
  const [isUnfinished, setUnfinished] = useState(false)
  const missing = ({ files }: Files) => {
    if (isUnfinished) return w.unfinished
    return files.length === 0 ? w.needed : null
  }
  return { missing, setUnfinished }
}

/** 更正材料: the files as they are, to be replaced; a reason only if it changes too. */
export function CorrectButton({ of: d, settled }: Props) {
  const w = useWords(answeringWords).act
  const school = d.school.code
  const hintOf = useEvidenceHint()
  const { missing, setUnfinished } = useFilesMissing()
  return (
    <ActButton<Files>
      {...w.correct}
      reason="optional"
      asked={{
        initial: { files: d.evidence },
        show: ({ files }, change) => (
          <EvidenceField
            school={school}
            hint={hintOf(d.ground, d.kind)}
            value={files}
            onChange={(next) => change({ files: next })}
            onUnfinished={setUnfinished}
          />
        ),
        missing,
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
  const w = useWords(answeringWords).act
  const school = d.school.code
  const { missing, setUnfinished } = useFilesMissing()
  return (
    <ActButton<Files & { fault: Fault }>
      {...w['accept-evidence']}
      kind="primary"
      reason="needed"
      asked={{
        initial: { files: [], fault: d.fault },
        show: ({ files, fault }, change) => (
          <>
            <EvidenceField
              school={school}
              value={files}
              onChange={(next) => change({ files: next })}
              onUnfinished={setUnfinished}
            />
            <FaultChoice value={fault} onChange={(next) => change({ fault: next })} />
          </>
        ),
        missing,
      }}
      act={(reason, { files, fault }) =>
        call(dissolutionActs['accept-evidence'], {
          params: { school, id: d.id },
          body: { seenVersion: d.version, evidence: files.map(({ id }) => id), reason, fault },
        })
      }
      settled={settled}
    />
  )
}
