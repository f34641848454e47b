import { useState } from 'react'
import type { EvidenceFile } from '../../../contracts/evidence.ts'
import { useWords } from '../../words/language.tsx'
import { evidenceWords } from './words.ts'

/** What keeps a dialog with files from being sent: there is none, or one is still on its way. */
export function useFileFaults() {
  const w = useWords(evidenceWords)
  const [isUnfinished, setUnfinished] = useState(false)
  const fileFaults = ({ files }: { readonly files: readonly EvidenceFile[] }) => ({
    evidence: isUnfinished ? w.unfinished : files.length === 0 ? w.needed : null,
  })
  return { fileFaults, setUnfinished }
}
