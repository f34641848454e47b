import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { MOST_FORMS } from '../../../contracts/paper-forms.ts'
import { TickBar } from '../../ui/tick-bar.tsx'
import { useTicks } from '../../ui/ticks.ts'
import { useWords } from '../../words/language.tsx'
import { ExportLink } from '../exports/export-link.tsx'
import { TransferPapersLink } from '../transfer-papers/transfer-papers-link.tsx'
import { IssuedNote, IssueForms } from './issue-forms.tsx'
import { paperFormWords } from './words.ts'

type Student = { readonly id: string; readonly name: string }
type Issued = Parameters<typeof IssuedNote>[0]['of']

/** Students of a list are ticked, over its pages, and given forms together; `page` names what is shown. */
export function useChosenStudents<Row extends Student>(school: string, shown: readonly Row[], page: string) {
  const w = useWords(paperFormWords)
  const [chosen, choose] = useTicks<Row>(shown, page)
  const [issued, setIssued] = useState<Issued | null>(null)
  const isFull = chosen.size >= MOST_FORMS
  const toggle = (row: Row) => {
    const next = new Map(chosen)
    if (!next.delete(row.id)) next.set(row.id, row)
    choose(next)
  }
  const choosePage = () => {
    const rest = shown.filter(({ id }) => !chosen.has(id)).slice(0, MOST_FORMS - chosen.size)
    choose(new Map([...chosen, ...rest.map((row) => [row.id, row] as const)]))
  }
  const settled = (of: Issued) => {
    setIssued(of)
    choose(new Map())
  }
  return {
    tick: {
      title: w.select,
      show: (row: Row) => (
        <Checkbox
          aria-label={`${w.select} ${row.name}`}
          disabled={isFull && !chosen.has(row.id)}
          checked={chosen.has(row.id)}
          onChange={() => toggle(row)}
        />
      ),
    },
    acts: (
      <>
        {issued && <IssuedNote school={school} of={issued} />}
        {chosen.size > 0 && (
          <TickBar text={w.chosen(chosen.size, MOST_FORMS)}>
            <Button onClick={() => choose(new Map())}>{w.none}</Button>
            <Button onClick={choosePage} disabled={isFull}>
              {w.selectPage}
            </Button>
            <IssueForms school={school} students={[...chosen.keys()]} onIssued={settled} />
            <TransferPapersLink ids={[...chosen.keys()]} />
            <ExportLink whom={{ ticked: [...chosen.keys()].join() }} />
          </TickBar>
        )}
      </>
    ),
  }
}
