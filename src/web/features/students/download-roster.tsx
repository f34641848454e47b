import { downloadRoster } from '../../../contracts/roster.ts'
import { fetchFile } from '../../call.ts'
import { useWords } from '../../words/language.tsx'
import { FileForPurpose } from './file-for-purpose.tsx'
import { filterIn, type Narrow } from './roster-address.ts'
import { rosterListWords } from './roster-list-words.ts'

/** What the list shows as a file that can be imported again; for a reason, for it has the numbers whole. */
export function DownloadRoster({ school, filter, total }: { school: string; filter: Narrow; total: number }) {
  const { title, file, ...words } = useWords(rosterListWords).download
  return (
    <FileForPurpose
      words={{ ...words, title: title(total) }}
      name={file}
      get={(asked) =>
        fetchFile(downloadRoster, { params: { school }, body: { filter: filterIn(filter), ...asked } })
      }
    />
  )
}
