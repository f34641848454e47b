import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import * as contract from '../../../contracts/exports.ts'
import { ask } from '../../call.ts'
import { BackButton } from '../../ui/back-button.tsx'
import { useFigures } from '../../ui/figures.ts'
import { Note } from '../../ui/note.tsx'
import { upload } from '../../upload.ts'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { useKey } from '../cases/key.ts'
import { UploadSheet } from '../sheets/upload-sheet.tsx'
import { useSheetUpload } from '../sheets/uploading.ts'
import { Differences } from './differences.tsx'
import { useTemplateName } from './templates-page.tsx'
import { exportWords } from './words.ts'
import './exports.css'

const MEGABYTE = 1024 * 1024
const UNKNOWN_SHOWN = 10

/** Read in this page alone: the file is kept by nobody, and read again as far as it is not done. */
type Read = { readonly file: File; readonly found: contract.ReadBackView }

/** 读回: a file that was exported by this template comes back corrected, and is entered student by student. */
export function ReturnedFilePage() {
  const w = useWords(exportWords).returned
  const called = useTemplateName()
  const { number } = useFigures()
  const school = useMySchool()
  const client = useQueryClient()
  const { id } = useKey()
  const params = { school, id }
  const { data: template } = useSuspenseQuery(ask(contract.getExportTemplate, { params }))
  const [read, setRead] = useState<Read | null>(null)
  const by = useSheetUpload(
    async (file, watch) => {
      const input = { params, query: { name: file.name } }
      setRead({ file, found: await upload(contract.readExportBack, input, file, watch) })
      return { id }
    },
    async () => {},
  )
  return (
    <>
      <BackButton list={`/school/exports/${id}`} />
      <h1>{w.title(called(template))}</h1>
      <p className="soft">{w.lead}</p>
      <section className="card">
        <UploadSheet
          title={w.upload}
          limits={w.limits(
            contract.RETURNED_FILE.mostBytes / MEGABYTE,
            number(contract.RETURNED_FILE.mostRows),
          )}
          endings={contract.RETURNED_FILE.endings}
          by={by}
          held={read?.file ?? null}
        />
      </section>
      {read && (
        <section className="card" aria-live="polite">
          <h2>{w.found}</h2>
          <p>
            {w.counts(
              number(read.found.rows),
              number(read.found.same),
              number(read.found.differingRows),
              number(read.found.unknownRows),
            )}
          </p>
          {read.found.unknown.length > 0 && (
            <Note
              type="warning"
              below={12}
              title={w.unknown}
              description={read.found.unknown
                .slice(0, UNKNOWN_SHOWN)
                .map(({ row, studentNumber }) => w.unknownRow(row, studentNumber))
                .join('；')}
            />
          )}
          {read.found.items.length > 0 && (
            <Differences
              id={id}
              of={read.found}
              file={read.file.name}
              done={async (corrected) => {
                const left = read.found.items.filter(({ student }) => !corrected.includes(student.id))
                setRead({
                  ...read,
                  found: {
                    ...read.found,
                    items: left,
                    differingRows: read.found.differingRows - corrected.length,
                  },
                })
                await client.invalidateQueries()
              }}
            />
          )}
          {read.found.differingRows === 0 && <div className="empty">{w.nothingLeft}</div>}
        </section>
      )}
    </>
  )
}
