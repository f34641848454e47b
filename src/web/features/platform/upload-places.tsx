import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { addressOf } from '../../../contracts/address.ts'
import * as contract from '../../../contracts/places.ts'
import type { PlaceFactKind } from '../../../domain/place/fact.ts'
import { call } from '../../call.ts'
import { useFigures } from '../../ui/figures.ts'
import { Note } from '../../ui/note.tsx'
import { upload } from '../../upload.ts'
import { useLanguage, useWords } from '../../words/language.tsx'
import { ActButton } from '../cases/act-button.tsx'
import { UploadSheet } from '../sheets/upload-sheet.tsx'
import { useSheetUpload } from '../sheets/uploading.ts'
import { placesWords } from './places-words.ts'

const MEGABYTE = 1024 * 1024

/** A sheet of one kind: checked row by row, and written once its reader says so. */
export function UploadPlaces({ kind }: { kind: PlaceFactKind }) {
  const w = useWords(placesWords)
  const { language } = useLanguage()
  const { number } = useFigures()
  const [checked, setChecked] = useState<contract.CheckedPlaces | null>(null)
  const by = useSheetUpload(
    async (file, watch) => {
      setChecked(null)
      const input = { params: { figure: kind }, query: { name: file.name } }
      setChecked(await upload(contract.checkPlaceSheet, input, file, watch))
      return { id: kind }
    },
    async () => {},
  )
  return (
    <>
      <UploadSheet
        title={w.upload}
        limits={w.limits(contract.PLACE_FILE.mostBytes / MEGABYTE, number(contract.MOST_PLACES))}
        endings={contract.PLACE_FILE.endings}
        by={by}
      />
      <p>
        <a
          href={addressOf(contract.readPlaceTemplate, { params: { figure: kind }, query: { language } })}
          download
        >
          {w.template}
        </a>
      </p>
      {checked && <Checked kind={kind} of={checked} onTaken={() => setChecked(null)} />}
    </>
  )
}

type Props = { kind: PlaceFactKind; of: contract.CheckedPlaces; onTaken: () => void }

function Checked({ kind, of, onTaken }: Props) {
  const w = useWords(placesWords)
  const client = useQueryClient()
  const { number } = useFigures()
  if (of.missing.length > 0) return <Note type="error" title={w.missing(of.missing.join('、'))} />
  const added = of.rows.filter(({ seen }) => seen === null).length
  return (
    <>
      <Note type="info" title={w.checked(number(added), number(of.rows.length - added), number(of.same))} />
      {of.faults.length > 0 && (
        <Note
          type="warning"
          title={w.faulty(number(of.faults.length))}
          description={
            <ul>
              {of.faults.map(({ row, column, name, said }) => (
                <li key={`${row} ${name}`}>
                  {w.place(row, column, name)}
                  {said}
                </li>
              ))}
            </ul>
          }
        />
      )}
      {of.rows.length > 0 && (
        <ActButton
          {...w.take}
          kind="primary"
          act={async () => {
            const rows = of.rows.map(({ row: _row, name: _name, ...fact }) => fact)
            await call(contract.savePlaceFacts, { params: { figure: kind }, body: { rows } })
            onTaken()
          }}
          settled={() => client.invalidateQueries()}
        />
      )}
    </>
  )
}
