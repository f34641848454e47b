import type { EvidenceFile } from '../../../contracts/evidence.ts'
import { showSize } from '../../../words/file-size.ts'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import { evidenceAt } from './file-home.ts'
import { FileDownload, FileLink } from './file-link.tsx'
import { FormSeen } from './form-seen.tsx'
import { evidenceWords } from './words.ts'

/** The files of a case in their order, to be opened or saved. */
export function EvidenceList({ school, files }: { school: string; files: readonly EvidenceFile[] }) {
  const w = useWords(evidenceWords)
  const ui = useWords(uiWords)
  if (files.length === 0) return ui.none
  const from = evidenceAt(school)
  return (
    <ul className="files" aria-label={w.title}>
      {files.map((file) => (
        <li key={file.id}>
          <FileLink from={from} file={file} />
          <FormSeen of={file.form} />
          <span className="beside">
            <small>{showSize(file.size)}</small>
            <FileDownload from={from} file={file} />
          </span>
        </li>
      ))}
    </ul>
  )
}
