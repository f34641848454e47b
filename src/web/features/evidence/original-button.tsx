import type { EvidenceFile } from '../../../contracts/evidence.ts'
import { useWords } from '../../words/language.tsx'
import { ActButton } from '../cases/act-button.tsx'
import { evidenceWords } from './words.ts'

type Props = {
  sayWhy: (id: string, reason: string) => Promise<unknown>
  file: EvidenceFile
  address: string
}

/** 调取原图: the reason is kept first, then the original comes. */
export function OriginalButton({ sayWhy, file, address }: Props) {
  const w = useWords(evidenceWords)
  return (
    <ActButton
      {...w.openOriginal}
      title={`${w.openOriginal.title} · ${file.name}`}
      reason="needed"
      act={async (reason) => {
        await sayWhy(file.id, reason)
        window.location.assign(address)
      }}
      settled={() => {}}
    />
  )
}
