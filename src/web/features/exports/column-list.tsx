import { Button } from 'antd'
import { useState } from 'react'
import type { ExportField, SharedColumn } from '../../../contracts/exports.ts'
import { FORMS, MOST_COLUMNS, NEEDS } from '../../../domain/export/template.ts'
import { useNameOf, useWords } from '../../words/language.tsx'
import { ColumnFields } from './column-fields.tsx'
import { exportWords } from './words.ts'

/** With a key of its own, which stays with it wherever it is moved. */
export type DraftColumn = SharedColumn & { readonly key: number }
/** What the server said, by `<place>.<part>`. */
export type ColumnFaults = ReadonlyMap<string, string>

const NEW: SharedColumn = {
  heading: '',
  below: '',
  field: 'name',
  form: 'plain',
  constant: '',
  need: 'nobody',
}
const PARTS = ['heading', 'below', 'field', 'form', 'constant', 'need'] as const

export const withKeys = (columns: readonly SharedColumn[]): DraftColumn[] =>
  columns.map((column, key) => ({ ...column, key }))
const nextKey = (columns: readonly DraftColumn[]) =>
  columns.reduce((most, { key }) => Math.max(most, key), -1) + 1

type Props = {
  columns: readonly DraftColumn[]
  fields: readonly ExportField[]
  faults: ColumnFaults
  change: (columns: readonly DraftColumn[]) => void
}

/** The columns in their order; one of them is open to be changed. */
export function ColumnList({ columns, fields, faults, change }: Props) {
  const w = useWords(exportWords)
  const nameOf = useNameOf()
  const [open, setOpen] = useState<number | null>(null)
  const faultsOf = (place: number) =>
    PARTS.flatMap((part) => {
      const text = faults.get(`${place}.${part}`)
      return text === undefined ? [] : [text]
    })
  /** The one that was opened, or the first that is wrong. */
  const firstWrong = columns.findIndex((_, place) => faultsOf(place).length > 0)
  const shown = open ?? columns[firstWrong]?.key
  const addAt = (place: number) => {
    const key = nextKey(columns)
    change([...columns.slice(0, place), { ...NEW, key }, ...columns.slice(place)])
    setOpen(key)
  }
  const swap = (place: number) => {
    const [before, after] = [columns[place], columns[place + 1]]
    if (before && after) change([...columns.slice(0, place), after, before, ...columns.slice(place + 2)])
  }
  const aboutOf = ({ field, form, need, constant }: SharedColumn) => {
    const known = fields.find(({ key }) => key === field)
    const written = FORMS.find((one) => one === form)
    const needed = NEEDS.find((one) => one === need)
    return [
      known ? nameOf(known) : w.gone,
      ...(field === 'constant'
        ? constant
          ? [constant]
          : []
        : written && written !== 'plain'
          ? [w.form[written]]
          : []),
      ...(needed && needed !== 'nobody' ? [w.need[needed]] : []),
    ].join(' · ')
  }
  const isFull = columns.length >= MOST_COLUMNS
  return (
    <section aria-label={w.columnList}>
      <h2>{w.columnList}</h2>
      {columns.length === 0 && <div className="empty">{w.noColumns}</div>}
      <ol className="export-columns">
        {columns.map((column, place) => {
          const called = w.columnOf(place + 1, column.heading)
          const isOpen = column.key === shown
          return (
            <li key={column.key}>
              <div className="export-column">
                <span>
                  <strong>{called}</strong> {column.below && <span className="soft">{column.below}</span>}
                  <br />
                  <small className="soft">{aboutOf(column)}</small>
                  {faultsOf(place).map((text) => (
                    <small key={text} className="old export-wrong">
                      {text}
                    </small>
                  ))}
                </span>
                <span className="export-acts">
                  <Button
                    aria-expanded={isOpen}
                    aria-label={`${isOpen ? w.close : w.change} ${called}`}
                    onClick={() => setOpen(isOpen ? -1 : column.key)}
                  >
                    {isOpen ? w.close : w.change}
                  </Button>
                  <Button
                    aria-label={`${w.up} ${called}`}
                    disabled={place === 0}
                    onClick={() => swap(place - 1)}
                  >
                    {w.up}
                  </Button>
                  <Button
                    aria-label={`${w.down} ${called}`}
                    disabled={place === columns.length - 1}
                    onClick={() => swap(place)}
                  >
                    {w.down}
                  </Button>
                  <Button
                    aria-label={`${w.addBelow}: ${called}`}
                    disabled={isFull}
                    onClick={() => addAt(place + 1)}
                  >
                    {w.addBelow}
                  </Button>
                  <Button
                    aria-label={`${w.remove} ${called}`}
                    onClick={() => change(columns.filter((one) => one !== column))}
                  >
                    {w.remove}
                  </Button>
                </span>
              </div>
              {isOpen && (
                <ColumnFields
                  of={column}
                  fields={fields}
                  faultOf={(part) => faults.get(`${place}.${part}`) ?? null}
                  change={(part) =>
                    change(columns.map((one) => (one === column ? { ...column, ...part } : one)))
                  }
                />
              )}
            </li>
          )
        })}
      </ol>
      <Button disabled={isFull} onClick={() => addAt(columns.length)}>
        {w.addColumn}
      </Button>
    </section>
  )
}
