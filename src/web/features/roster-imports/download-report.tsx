import { readRosterReport } from '../../../contracts/roster-imports.ts'
import { fetchFile } from '../../call.ts'
import { useWords } from '../../words/language.tsx'
import { FileForPurpose } from '../students/file-for-purpose.tsx'
import { rosterImportWords } from './words.ts'

type Props = { of: { readonly school: string; readonly id: string }; file: string }

/** The result as a file; for a reason, for it has the numbers whole. */
export function DownloadReport({ of: params, file }: Props) {
  const { ending, ...words } = useWords(rosterImportWords).report
  return (
    <FileForPurpose
      words={words}
      name={`${file.replace(/\.\w+$/, '')} ${ending}`}
      get={(body) => fetchFile(readRosterReport, { params, body })}
    />
  )
}
