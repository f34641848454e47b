import { Button } from 'antd'
import { useId, useState } from 'react'
import { addressOf } from '../../../contracts/address.ts'
import { type EvidenceFile, readEvidence, uploadEvidence } from '../../../contracts/evidence.ts'
import { fileNameOf } from '../../../domain/file-name.ts'
import { upload } from '../../upload.ts'
import { useWords } from '../../words/language.tsx'
import { ProblemNote } from '../cases/problem-note.tsx'
import { shrunk } from './shrink.ts'
import { siteWords } from './words.ts'
import './site.css'

type Props = {
  id?: string
  school: string
  value?: EvidenceFile | null
  onChange?: (picture: EvidenceFile | null) => void
}

/** The one picture of a front: chosen, made small, sent; what is saved with the form is what is seen here. */
export function PictureField({ id, school, value = null, onChange = () => {} }: Props) {
  const w = useWords(siteWords)
  const own = useId()
  const [sending, setSending] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const send = async (file: File | undefined) => {
    if (!file) return
    setSending(true)
    setError(null)
    try {
      const small = await shrunk(file)
      const input = { params: { school }, query: { name: fileNameOf(file.name, small.type) } }
      const watch = { signal: new AbortController().signal, onSent: () => {} }
      onChange(await upload(uploadEvidence, input, small, watch))
    } catch (refused) {
      setError(refused)
    } finally {
      setSending(false)
    }
  }
  return (
    <div id={id} className="picture-field">
      <ProblemNote error={error} />
      {value && <img src={addressOf(readEvidence, { params: { school, id: value.id } })} alt={w.picture} />}
      <p className="soft">{w.pictureHint}</p>
      <div className="actions">
        <label htmlFor={own} className="plain-button">
          {sending ? w.sending : w.choosePicture}
        </label>
        <input
          id={own}
          className="unseen"
          type="file"
          accept="image/*"
          disabled={sending}
          onChange={({ target }) => {
            void send(target.files?.[0])
            target.value = ''
          }}
        />
        {value && <Button onClick={() => onChange(null)}>{w.removePicture}</Button>}
      </div>
    </div>
  )
}
