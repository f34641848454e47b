import { useSuspenseQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { listDissolvable, MOST_AT_ONCE } from '../../../../contracts/dissolutions.ts'
import { ask } from '../../../call.ts'
import { Note } from '../../../ui/note.tsx'
import { useWords } from '../../../words/language.tsx'
import { Reasons } from '../../cases/problem-note.tsx'
import { AskSeveral } from './ask-several.tsx'
import { severalWords } from './several-words.ts'

type Props = {
  /** The agreements' ids, with commas: as the address has them, so that a colleague can be sent it. */
  of: string
  /** Who is still to be asked; nobody, where the list is shown again. */
  onLeft: (of: string | undefined) => void
  /** Those whose request is on its way. */
  onSent: (ids: readonly string[]) => void
}

/** 申请解约 for those whom the address names. They stay, also when the list says meanwhile that one can no longer be asked. */
export function AskNamed({ of, onLeft, onSent }: Props) {
  const w = useWords(severalWords)
  const [named] = useState(of)
  const { data } = useSuspenseQuery({
    ...ask(listDissolvable, { query: { of: named, pageSize: MOST_AT_ONCE } }),
    // What is sent is what was read, also when somebody looks at another window in between.
    refetchOnWindowFocus: false,
  })
  const [opened] = useState(data.items)
  const askable = opened.filter(({ mayAsk }) => mayAsk)
  const left = of.split(',')
  // In the order in which they were chosen.
  const rows = left.flatMap((id) => askable.filter((row) => row.id === id))
  const gone = named.split(',').length - opened.length
  return (
    <>
      <div className="actions">
        <Button onClick={() => onLeft(undefined)}>{w.back}</Button>
      </div>
      {opened
        .filter(({ mayAsk }) => !mayAsk)
        .map(({ id, student, reasons }) => (
          <Note
            key={id}
            below={12}
            type="warning"
            title={w.cannotAsk(`${student.name} ${student.studentNumber}`)}
            description={<Reasons reasons={reasons} />}
          />
        ))}
      {gone > 0 && <Note below={12} type="warning" title={w.gone(gone)} />}
      {askable.length > 0 && (
        <AskSeveral
          rows={rows.map((row) => data.items.find(({ id }) => id === row.id) ?? row)}
          onSent={(ids) => {
            onSent(ids)
            onLeft(left.filter((id) => !ids.includes(id)).join())
          }}
        />
      )}
    </>
  )
}
