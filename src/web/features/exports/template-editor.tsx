import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useId, useRef, useState } from 'react'
import { listExportFields, type SharedColumn, type TemplateView } from '../../../contracts/exports.ts'
import { LONGEST } from '../../../domain/longest.ts'
import { ask, ProblemError } from '../../call.ts'
import { LineField } from '../../ui/line-field.tsx'
import { Note } from '../../ui/note.tsx'
import { said } from '../../ui/said.tsx'
import { useUnsaved } from '../../ui/unsaved.ts'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { ProblemNote } from '../cases/problem-note.tsx'
import { type ColumnFaults, ColumnList, type DraftColumn, withKeys } from './column-list.tsx'
import { readSharedFile } from './shared-file.ts'
import { exportWords } from './words.ts'

type Draft = { readonly templateName: string; readonly columns: readonly DraftColumn[] }
export type Sent = { readonly templateName: string; readonly exportColumns: SharedColumn[] }

const COLUMN = /^exportColumns\.(\d+\.\w+)$/
/** What the server says of columns, by the place that each has there. */
const columnFaultsOf = (error: unknown): ColumnFaults =>
  new Map(
    (error instanceof ProblemError ? (error.problem?.errors ?? []) : []).flatMap(({ field, message }) => {
      const [, at] = COLUMN.exec(field) ?? []
      return at === undefined ? [] : [[at, message] as const]
    }),
  )

type Props = {
  initial: { readonly name: string; readonly columns: readonly SharedColumn[] }
  /** Whether a file may take the place of what is there. */
  reads?: boolean
  save: (sent: Sent) => Promise<TemplateView>
}

/** A template's name and columns; nothing is kept until it is saved, and what is wrong stands at its column. */
export function TemplateEditor({ initial, reads = false, save }: Props) {
  const w = useWords(exportWords)
  const id = useId()
  const school = useMySchool()
  const navigate = useNavigate()
  const client = useQueryClient()
  const touched = useRef(false)
  const { data } = useSuspenseQuery({
    ...ask(listExportFields, { params: { school } }),
    refetchOnWindowFocus: false,
  })
  const [draft, setDraft] = useState<Draft>({
    templateName: initial.name,
    columns: withKeys(initial.columns),
  })
  const [isUnreadable, setUnreadable] = useState(false)
  const sending = useMutation({
    mutationFn: (sent: Sent) => save(sent),
    onSuccess: async (saved) => {
      touched.current = false
      said.success(w.savedNow)
      await client.invalidateQueries()
      await navigate({ to: '/school/exports/$id', params: { id: saved.id }, replace: true })
    },
  })
  useUnsaved(() => touched.current && !sending.isPending)
  const change = (part: Partial<Draft>) => {
    touched.current = true
    // Places are of what was sent: with another order they would be somebody else's.
    if (sending.isError) sending.reset()
    setDraft((before) => ({ ...before, ...part }))
  }
  const read = async (file: File) => {
    const template = readSharedFile(await file.text())
    setUnreadable(template === null)
    if (!template) return
    change({ templateName: draft.templateName || template.name, columns: withKeys(template.columns) })
    said.success(w.read(template.columns.length))
  }
  const nameFault =
    sending.error instanceof ProblemError
      ? (sending.error.problem?.errors?.find(({ field }) => field === 'templateName')?.message ?? null)
      : null
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        sending.mutate({
          templateName: draft.templateName,
          exportColumns: draft.columns.map(({ key: _, ...column }) => column),
        })
      }}
    >
      <section className="card">
        <ProblemNote
          error={sending.error}
          names={{ templateName: w.nameField, exportColumns: w.columnList }}
        />
        <LineField
          at={{ id, fault: nameFault }}
          label={w.nameField}
          value={draft.templateName}
          most={LONGEST.templateName}
          onChange={(templateName) => change({ templateName })}
        />
        {reads && (
          <p>
            <label className="plain-button" htmlFor={`${id}-file`}>
              {w.fromFile}
            </label>
            <input
              id={`${id}-file`}
              className="unseen"
              type="file"
              accept=".json,application/json"
              onChange={async ({ target }) => {
                const file = target.files?.[0]
                if (file) await read(file)
                // The same file may be chosen again, once it was mended.
                target.value = ''
              }}
            />{' '}
            <span className="soft">{w.fromFileHint}</span>
          </p>
        )}
        {isUnreadable && <Note type="error" title={w.unreadable} />}
      </section>
      <section className="card">
        <ColumnList
          columns={draft.columns}
          fields={data.items}
          faults={columnFaultsOf(sending.error)}
          change={(columns) => change({ columns })}
        />
      </section>
      <div className="actions">
        <Button type="primary" htmlType="submit" loading={sending.isPending}>
          {w.save}
        </Button>
      </div>
    </form>
  )
}
