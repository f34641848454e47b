import type { EvidenceFile } from '../../../contracts/evidence.ts'
import { showSize } from '../../ui/file-size.ts'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import { FileDownload, FileLink } from './file-link.tsx'
import { FormSeen } from './form-seen.tsx'
import { evidenceWords } from './words.ts'

/** The files of a case in their order, to be opened or saved. */
export function EvidenceList({ school, files }: { school: string; files: readonly EvidenceFile[] }) {
  const w = useWords(evidenceWords)
  const ui = useWords(uiWords)
  if (files.length === 0) return ui.none
  return (
    <ul className="files" aria-label={w.title}>
      {files.map((file) => (
        <li key={file.id}>
          <FileLink school={school} file={file} />
          <FormSeen of={file.form} />
          <span className="beside">
            <small>{showSize(file.size)}</small>
            <FileDownload school={school} file={file} />
          </span>
        </li>
      ))}
    </ul>
  )
}
