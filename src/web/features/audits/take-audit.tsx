import { useQueryClient } from '@tanstack/react-query'
import { takeAudit } from '../../../contracts/audits.ts'
import type { Purpose } from '../../../domain/unmasking.ts'
import { fetchFile } from '../../call.ts'
import { OneOf } from '../../ui/one-of.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { useLanguage, useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { ActButton } from '../cases/act-button.tsx'
import { useAskedPurpose } from '../students/purpose-field.tsx'
import { auditWords } from './words.ts'

type Asked = {
  readonly purpose: Purpose | null
  readonly format: 'xlsx' | 'csv'
  readonly withFiles: 'yes' | 'no'
}

/** The file as a zip: in which form, with or without its evidence, and for what. */
export function TakeAudit({ year }: { year: number }) {
  const w = useWords(auditWords)
  const school = useMySchool()
  const client = useQueryClient()
  const { language } = useLanguage()
  const { asked, asksFor } = useAskedPurpose()
  return (
    <ActButton<Asked>
      {...w.take}
      kind="primary"
      reason="optional"
      asksFor={asksFor}
      asked={{
        initial: { ...asked.initial, format: 'xlsx', withFiles: 'yes' },
        faults: asked.faults,
        show: (given, change, at) => (
          <>
            <OneOf
              label={w.format}
              options={(['xlsx', 'csv'] as const).map((value) => ({ value, label: w.formats[value] }))}
              value={given.format}
              onChange={(format) => change({ format })}
            />
            <OneOf
              label={w.withFiles}
              options={(['yes', 'no'] as const).map((value) => ({ value, label: w.withFilesOf[value] }))}
              value={given.withFiles}
              onChange={(withFiles) => change({ withFiles })}
            />
            {asked.show(given, change, at)}
          </>
        ),
      }}
      act={async (reason, { purpose, format, withFiles }) => {
        if (!purpose) return
        const body = { year, purpose, reason, format, withFiles: withFiles === 'yes', language }
        saveFile(await fetchFile(takeAudit, { params: { school }, body }), w.fileName(year))
      }}
      settled={() => void client.invalidateQueries()}
    />
  )
}
