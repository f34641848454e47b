import { Input } from 'antd'
import { type FormEvent, useId, useRef, useState } from 'react'
import { addressOf } from '../../../contracts/address.ts'
import { type CheckedTemplate, documentTemplates as contract } from '../../../contracts/document-templates.ts'
import { MOST_TEMPLATE_BYTES, type TemplateKind } from '../../../domain/document-template/template.ts'
import { FieldFault } from '../../ui/field-at.tsx'
import { useFigures } from '../../ui/figures.ts'
import { Note } from '../../ui/note.tsx'
import { PlainButton } from '../../ui/plain-button.tsx'
import { useUnsaved } from '../../ui/unsaved.ts'
import { upload } from '../../upload.ts'
import { useWords } from '../../words/language.tsx'
import { ProblemNote } from '../cases/problem-note.tsx'
import { saidFault } from './said-fault.ts'
import { documentTemplateWords } from './words.ts'

const MOST_KILOBYTES = MOST_TEMPLATE_BYTES / 1024

type Props = { school: string; kind: TemplateKind; settled: () => void }

/** A template, out of a file or typed, and what a check has found. What was typed stays, whatever is wrong with it. */
export function CheckTemplate({ school, kind, settled }: Props) {
  const w = useWords(documentTemplateWords)
  const figures = useFigures()
  const id = useId()
  const [source, setSource] = useState('')
  const [checked, setChecked] = useState<CheckedTemplate | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const field = useRef<HTMLDivElement>(null)
  useUnsaved(() => source.trim() !== '' && checked?.version == null)

  const change = (text: string) => {
    setSource(text)
    setChecked(null)
    setFault(null)
    setError(null)
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    const file = new Blob([source])
    const wrong =
      source.trim() === '' ? w.empty : file.size > MOST_TEMPLATE_BYTES ? w.tooLarge(MOST_KILOBYTES) : null
    setFault(wrong)
    if (wrong) return field.current?.querySelector('textarea')?.focus()
    setBusy(true)
    setError(null)
    try {
      const watch = { signal: new AbortController().signal, onSent: () => {} }
      setChecked(await upload(contract.check, { params: { school }, query: { kind } }, file, watch))
      settled()
    } catch (refused) {
      setError(refused)
    } finally {
      setBusy(false)
    }
  }
  return (
    <section className="card">
      <h2>{w.check}</h2>
      <p>
        {w.start}{' '}
        <a href={addressOf(contract.source, { params: { school }, query: { kind } })}>{w.download}</a>
      </p>
      <p className="soft">{w.startHint}</p>
      <form onSubmit={submit} noValidate>
        <p>
          <label className="plain-button" htmlFor={`${id}-file`}>
            {w.choose}
          </label>
          <input
            id={`${id}-file`}
            className="unseen"
            type="file"
            accept=".typ,text/plain"
            onChange={async ({ target }) => {
              const file = target.files?.[0]
              if (file) change(await textOf(file))
              // The same file may be chosen again, once it was mended.
              target.value = ''
            }}
          />
        </p>
        <label htmlFor={id}>{w.source}</label>
        <div ref={field}>
          <Input.TextArea
            id={id}
            className="template-source"
            rows={14}
            wrap="off"
            spellCheck={false}
            autoCapitalize="none"
            aria-invalid={fault !== null}
            aria-describedby={fault ? `${id}-fault` : `${id}-hint`}
            status={fault ? 'error' : ''}
            value={source}
            onChange={({ target }) => change(target.value)}
          />
        </div>
        <FieldFault of={{ id, fault }} />
        <p id={`${id}-hint`} className="soft">
          {w.sourceHint(MOST_KILOBYTES)}
        </p>
        <ProblemNote error={error} />
        {checked && <Found of={checked} number={figures.number} />}
        <PlainButton type="submit" primary busy={busy}>
          {busy ? w.checking : w.submit}
        </PlainButton>
      </form>
    </section>
  )
}

function Found({
  of: { version, faults },
  number,
}: {
  of: CheckedTemplate
  number: (value: number) => string
}) {
  const w = useWords(documentTemplateWords)
  if (version !== null) return <Note type="info" below={12} title={w.kept(number(version))} />
  const said = faults.map((fault) => saidFault(fault, w, number))
  return (
    <Note
      type="error"
      below={12}
      title={w.notKept(faults.length, number(faults.length))}
      description={
        <ul className="template-faults">
          {[...new Set(said)].map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      }
    />
  )
}

const textOf = (file: File) =>
  new Promise<string>((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(reader.error)
    reader.readAsText(file)
  })
