import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useState } from 'react'
import type { Input } from '../../../contracts/address.ts'
import { nameHeadings, type RosterImportView } from '../../../contracts/roster-imports.ts'
import { call } from '../../call.ts'
import { Note } from '../../ui/note.tsx'
import { useWords } from '../../words/language.tsx'
import { ProblemNote } from '../cases/problem-note.tsx'
import { rosterImportWords } from './words.ts'

type About = NonNullable<RosterImportView['about']>
type Means = NonNullable<Input<typeof nameHeadings>['body']>['headings'][number]['means']
type Props = {
  school: string
  id: string
  about: About
  columns: RosterImportView['columns']
  /** Reads the file again, where this page still has it. */
  again: (() => void) | null
}

/** What became of each column of the file; where it is not what was meant, the school says so, for all later files too. */
export function ImportHeadings({ school, id, about, columns, again }: Props) {
  const w = useWords(rosterImportWords)
  const client = useQueryClient()
  const [said, setSaid] = useState<ReadonlyMap<string, Means>>(new Map())
  const save = useMutation({
    mutationFn: () =>
      call(nameHeadings, {
        params: { school, id },
        body: { headings: [...said].map(([column, means]) => ({ column, means })) },
      }),
    onSuccess: async () => {
      setSaid(new Map())
      if (again) again()
      else await client.invalidateQueries()
    },
  })
  const nameOf = (key: string) => columns.find((one) => one.key === key)?.name ?? key
  const options: { value: Means; label: string }[] = [
    { value: 'automatic', label: w.headings.automatic },
    { value: 'nothing', label: w.headings.nothing },
    ...columns.map(({ key, name }) => ({ value: key, label: name })),
  ]
  const standing = ({ state, means, isSaid }: About['headings'][number]): Means =>
    isSaid && state === 'ignored' ? 'nothing' : isSaid && means ? means : 'automatic'
  return (
    <section className="card">
      <h2>{w.headings.title}</h2>
      {about.missing.length > 0 && (
        <Note type="warning" title={w.headings.missing(about.missing.map(nameOf).join('、'))} />
      )}
      <p className="soft">
        {w.headings.row(about.headingRow)} {w.headings.hint}
      </p>
      <ul className="sheet-rows">
        {about.headings.map((one) => (
          <li key={one.column} className="import-heading">
            <p>
              <strong>
                {w.headings.column} {one.column} “{one.heading}”
              </strong>{' '}
              <span className={one.state === 'read' ? 'soft' : 'old'}>
                {w.headings.state[one.state]}
                {one.means && `：${nameOf(one.means)}`}
                {one.isSaid && ` · ${w.headings.said}`}
              </span>
              <br />
              <span className="soft">{one.examples.join(' / ')}</span>
            </p>
            <Select<Means>
              aria-label={`${w.headings.means} ${one.column}`}
              showSearch={{ optionFilterProp: 'label' }}
              options={options}
              value={said.get(one.column) ?? standing(one)}
              onChange={(means) => setSaid(new Map(said).set(one.column, means))}
            />
          </li>
        ))}
      </ul>
      <ProblemNote error={save.error} />
      {save.isSuccess && !again && <Note type="info" title={w.headings.uploadAgain} />}
      <Button
        type="primary"
        disabled={said.size === 0}
        loading={save.isPending}
        onClick={() => save.mutate()}
      >
        {w.headings.save}
      </Button>
    </section>
  )
}
