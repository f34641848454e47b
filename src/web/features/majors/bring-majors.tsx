import { useState } from 'react'
import { addressOf } from '../../../contracts/address.ts'
import * as contract from '../../../contracts/majors.ts'
import { useFigures } from '../../ui/figures.ts'
import { upload } from '../../upload.ts'
import { useLanguage, useWords } from '../../words/language.tsx'
import { UploadSheet } from '../sheets/upload-sheet.tsx'
import { useSheetUpload } from '../sheets/uploading.ts'
import { CheckedMajors } from './checked-majors.tsx'
import { majorWords } from './words.ts'

const MEGABYTE = 1024 * 1024

/** The list as a file: taken away, and brought back to be checked row by row and written once its reader says so. */
export function BringMajors({ school }: { school: string }) {
  const w = useWords(majorWords).sheet
  const { language } = useLanguage()
  const { number } = useFigures()
  const [checked, setChecked] = useState<contract.CheckedMajors | null>(null)
  const by = useSheetUpload(
    async (file, watch) => {
      setChecked(null)
      const input = { params: { school }, query: { name: file.name } }
      setChecked(await upload(contract.checkMajorSheet, input, file, watch))
      return { id: school }
    },
    async () => {},
  )
  const input = { params: { school }, query: { language } }
  return (
    <>
      <UploadSheet
        title={w.upload}
        limits={w.limits(contract.MAJOR_FILE.mostBytes / MEGABYTE, number(contract.MOST_MAJORS))}
        endings={contract.MAJOR_FILE.endings}
        by={by}
      />
      <p>
        <a href={addressOf(contract.readMajorSheet, input)} download>
          {w.download}
        </a>
        {' · '}
        <a href={addressOf(contract.readMajorTemplate, input)} download>
          {w.template}
        </a>
      </p>
      {checked && <CheckedMajors school={school} of={checked} onEntered={() => setChecked(null)} />}
    </>
  )
}
