import { downloadRoster } from '../../../contracts/roster.ts'
import { fetchFile } from '../../call.ts'
import { saveFile } from '../../ui/save-file.ts'
import { useLanguage, useWords } from '../../words/language.tsx'
import { ActButton } from '../cases/act-button.tsx'
import { useAskedPurpose } from './purpose-field.tsx'
import { filterIn, type Narrow } from './roster-address.ts'
import { rosterListWords } from './roster-list-words.ts'

/** What the list shows as a file that can be imported again; for a reason, for it has the numbers whole. */
export function DownloadRoster({ school, filter, total }: { school: string; filter: Narrow; total: number }) {
  const w = useWords(rosterListWords)
  const { language } = useLanguage()
  const { asked, asksFor } = useAskedPurpose()
  const { label, title, text, confirm, done, file } = w.download
  return (
    <ActButton
      label={label}
      title={title(total)}
      text={text}
      confirm={confirm}
      done={done}
      reason="optional"
      asksFor={asksFor}
      asked={asked}
      act={async (reason, { purpose }) => {
        if (!purpose) return
        const body = { filter: filterIn(filter), purpose, reason, language }
        saveFile(await fetchFile(downloadRoster, { params: { school }, body }), file)
      }}
      settled={() => {}}
    />
  )
}
