import { type EvidenceFile, openOriginal } from '../../../contracts/evidence.ts'
import { call } from '../../call.ts'
import { useWords } from '../../words/language.tsx'
import { ActButton } from '../cases/act-button.tsx'
import { evidenceWords } from './words.ts'

type Props = { school: string; file: EvidenceFile; address: string }

/** 调取原图: the reason is kept first, then the original comes. */
export function OriginalButton({ school, file, address }: Props) {
  const w = useWords(evidenceWords)
  return (
    <ActButton
      {...w.openOriginal}
      title={`${w.openOriginal.title} · ${file.name}`}
      reason="needed"
      act={async (reason) => {
        await call(openOriginal, { params: { school, id: file.id }, body: { reason } })
        window.location.assign(address)
      }}
      settled={() => {}}
    />
  )
}
