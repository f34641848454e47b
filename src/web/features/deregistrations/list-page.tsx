import { Button, Input } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import * as contract from '../../../contracts/deregistrations.ts'
import { pastedAsCsv } from '../../../domain/deregistration/pasted.ts'
import { MOST_STRUCK_ROWS } from '../../../domain/deregistration/sheet.ts'
import { BackButton } from '../../ui/back-button.tsx'
import { FieldFault } from '../../ui/field-at.tsx'
import { useFigures } from '../../ui/figures.ts'
import { upload } from '../../upload.ts'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { UploadSheet } from '../sheets/upload-sheet.tsx'
import { useSheetUpload } from '../sheets/uploading.ts'
import { CheckedDeregistrations } from './checked-list.tsx'
import { deregistrationWords } from './words.ts'

const MEGABYTE = 1024 * 1024

/** A list of deregistered employers: brought or pasted, matched, looked at, and noted once its reader says so. */
export function DeregisteredListPage() {
  const w = useWords(deregistrationWords).list
  const { number } = useFigures()
  const school = useMySchool()
  const [checked, setChecked] = useState<contract.CheckedDeregistrations | null>(null)
  const by = useSheetUpload(
    async (file, watch) => {
      setChecked(null)
      const input = { params: { school }, query: { name: file.name } }
      setChecked(await upload(contract.checkDeregistrations, input, file, watch))
      return { id: school }
    },
    async () => {},
  )
  const { mostBytes, endings } = contract.STRUCK_FILE
  return (
    <>
      <BackButton list="/school/checks" />
      <h1>{w.title}</h1>
      <p className="soft">{w.lead}</p>
      <section className="card">
        <UploadSheet
          title={w.upload}
          limits={w.limits(mostBytes / MEGABYTE, number(MOST_STRUCK_ROWS))}
          endings={endings}
          by={by}
        />
      </section>
      <section className="card">
        <PastedList onPasted={(text) => void by.send(new File([pastedAsCsv(text)], `${w.paste}.csv`))} />
      </section>
      {checked && (
        <section className="card">
          <CheckedDeregistrations school={school} of={checked} onEntered={() => setChecked(null)} />
        </section>
      )}
    </>
  )
}

function PastedList({ onPasted }: { onPasted: (text: string) => void }) {
  const w = useWords(deregistrationWords).list
  const id = useId()
  const [text, setText] = useState('')
  const [isTried, setTried] = useState(false)
  const fault = isTried && text.trim() === '' ? w.pasteNeeded : null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (text.trim() !== '') onPasted(text)
  }
  return (
    <form className="asked" onSubmit={submit}>
      <div>
        <label htmlFor={id}>{w.paste}</label>
        <Input.TextArea
          id={id}
          rows={5}
          value={text}
          status={fault ? 'error' : ''}
          aria-invalid={fault !== null}
          aria-describedby={`${id}-hint`}
          onChange={({ target }) => setText(target.value)}
        />
        <FieldFault of={{ id, fault }} />
        <span id={`${id}-hint`} className="soft">
          {w.pasteHint}
        </span>
      </div>
      <div>
        <Button htmlType="submit">{w.check}</Button>
      </div>
    </form>
  )
}
