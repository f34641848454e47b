import { useQueryClient } from '@tanstack/react-query'
import { takeAudit } from '../../../contracts/audits.ts'
import { fetchFile } from '../../call.ts'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { FileForPurpose } from '../students/file-for-purpose.tsx'
import { auditWords } from './words.ts'

/** The file as a zip: in which form, with or without its evidence, and for what. */
export function TakeAudit({ year }: { year: number }) {
  const w = useWords(auditWords)
  const school = useMySchool()
  const client = useQueryClient()
  return (
    <FileForPurpose
      words={w.take}
      kind="primary"
      choices={{
        format: { label: w.format, of: ['xlsx', 'csv'], names: w.formats },
        withFiles: { label: w.withFiles, of: ['yes', 'no'], names: w.withFilesOf },
      }}
      name={w.fileName(year)}
      get={(asked, { format, withFiles }) =>
        fetchFile(takeAudit, {
          params: { school },
          body: { ...asked, year, format, withFiles: withFiles === 'yes' },
        })
      }
      settled={() => void client.invalidateQueries()}
    />
  )
}
