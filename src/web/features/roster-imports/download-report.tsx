import { readRosterReport } from '../../../contracts/roster-imports.ts'
import { fetchFile } from '../../call.ts'
import { saveFile } from '../../ui/save-file.ts'
import { useLanguage, useWords } from '../../words/language.tsx'
import { ActButton } from '../cases/act-button.tsx'
import { useAskedPurpose } from '../students/purpose-field.tsx'
import { rosterImportWords } from './words.ts'

type Props = { of: { readonly school: string; readonly id: string }; file: string }

/** The result as a file; for a reason, for it has the numbers whole. */
export function DownloadReport({ of: params, file }: Props) {
  const { label, title, text, confirm, done, ending } = useWords(rosterImportWords).report
  const { language } = useLanguage()
  const { asked, asksFor } = useAskedPurpose()
  return (
    <ActButton
      label={label}
      title={title}
      text={text}
      confirm={confirm}
      done={done}
      reason="optional"
      asksFor={asksFor}
      asked={asked}
      act={async (reason, { purpose }) => {
        if (!purpose) return
        const body = { purpose, reason, language }
        saveFile(
          await fetchFile(readRosterReport, { params, body }),
          `${file.replace(/\.\w+$/, '')} ${ending}`,
        )
      }}
      settled={() => {}}
    />
  )
}
