import { useState } from 'react'
import { addressOf } from '../../../contracts/address.ts'
import * as contract from '../../../contracts/transfer-sheets.ts'
import { MOST_TRANSFER_ROWS } from '../../../domain/transfer/columns.ts'
import { BackButton } from '../../ui/back-button.tsx'
import { useFigures } from '../../ui/figures.ts'
import { upload } from '../../upload.ts'
import { useLanguage, useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { UploadSheet } from '../sheets/upload-sheet.tsx'
import { useSheetUpload } from '../sheets/uploading.ts'
import { CheckedTransfers } from './checked-transfers.tsx'
import { transferWords } from './words.ts'

const MEGABYTE = 1024 * 1024

/** The post's sheet: matched row by row, looked at, and written once its reader says so. */
export function ImportTransfersPage() {
  const w = useWords(transferWords).sheet
  const { language } = useLanguage()
  const { number } = useFigures()
  const school = useMySchool()
  const [checked, setChecked] = useState<contract.CheckedTransfers | null>(null)
  const by = useSheetUpload(
    async (file, watch) => {
      setChecked(null)
      const input = { params: { school }, query: { name: file.name } }
      setChecked(await upload(contract.checkTransferSheet, input, file, watch))
      return { id: school }
    },
    async () => {},
  )
  return (
    <>
      <BackButton list="/school/transfers" />
      <h1>{w.title}</h1>
      <p className="soft">{w.lead}</p>
      <section className="card">
        <UploadSheet
          title={w.upload}
          limits={w.limits(contract.TRANSFER_FILE.mostBytes / MEGABYTE, number(MOST_TRANSFER_ROWS))}
          endings={contract.TRANSFER_FILE.endings}
          by={by}
        />
        <p>
          <a
            href={addressOf(contract.readTransferTemplate, { params: { school }, query: { language } })}
            download
          >
            {w.template}
          </a>
        </p>
      </section>
      {checked && (
        <section className="card">
          <CheckedTransfers school={school} of={checked} onEntered={() => setChecked(null)} />
        </section>
      )}
    </>
  )
}
