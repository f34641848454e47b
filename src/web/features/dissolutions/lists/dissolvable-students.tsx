import { useSuspenseQuery } from '@tanstack/react-query'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { caseAddress } from '../../../../contracts/case-address.ts'
import { type DissolvableRow, listDissolvable, MOST_AT_ONCE } from '../../../../contracts/dissolutions.ts'
import { ask } from '../../../call.ts'
import { useFigures } from '../../../ui/figures.ts'
import { useListAddress } from '../../../ui/list-address.ts'
import { TickBar } from '../../../ui/tick-bar.tsx'
import { useTicks } from '../../../ui/ticks.ts'
import { uiWords } from '../../../ui/words.ts'
import { useWords } from '../../../words/language.tsx'
import { caseWords } from '../../cases/words.ts'
import { AskSeveral } from '../asking/ask-several.tsx'
import { onAgreementWords } from '../on-agreement-words.ts'
import { DissolvableActs } from './dissolvable-acts.tsx'
import { EmployerList } from './employer-list.tsx'
import { employerDissolutionsWords } from './employer-words.ts'
import { AnswerState, ReviewState } from './standing.tsx'

/** 已签约成功学生列表 (R17): tick some, and ask them all to dissolve. */
export function DissolvableStudents() {
  const w = useWords(employerDissolutionsWords)
  const figures = useFigures()
  const cases = useWords(caseWords)
  const ui = useWords(uiWords)
  const at = useListAddress<{ q: string }>()
  const { shown } = at
  const onAgreement = useWords(onAgreementWords)
  /** Who is asked for: they stay, also when the list behind says that one can no longer be asked. */
  const [asking, setAsking] = useState<ReadonlyMap<string, DissolvableRow> | null>(null)
  const { data } = useSuspenseQuery({
    ...ask(listDissolvable, { query: { page: shown.page, q: shown.q } }),
    // What is sent is what was read, also when somebody looks at another window in between.
    refetchOnWindowFocus: asking === null,
  })
  const [chosen, setChosen] = useTicks<DissolvableRow>(
    data.items,
    JSON.stringify(shown),
    ({ mayAsk }) => mayAsk,
  )
  const without = (rows: typeof chosen, ids: readonly string[]) =>
    new Map([...rows].filter(([id]) => !ids.includes(id)))
  const toggle = (row: DissolvableRow) => {
    if (chosen.has(row.id)) setChosen(without(chosen, [row.id]))
    else setChosen(new Map(chosen).set(row.id, row))
  }
  if (asking)
    return (
      <>
        <h1>{w.title}</h1>
        <section className="card">
          <AskSeveral
            rows={[...asking.values()].map((row) => data.items.find(({ id }) => id === row.id) ?? row)}
            onSent={(ids) => {
              setAsking(without(asking, ids))
              setChosen(without(chosen, ids))
            }}
            onBack={() => setAsking(null)}
          />
        </section>
      </>
    )
  return (
    <>
      <EmployerList<DissolvableRow>
        tab="signed"
        at={at}
        page={data}
        empty={w.emptySigned}
        beside={<span className="soft">{w.askHint(MOST_AT_ONCE)}</span>}
        to={({ school, agreement }) =>
          caseAddress('employer', { kind: 'agreement', school: school.code, id: agreement.id })
        }
        brief={(row) => ({
          who: row.student.name,
          what: row.position,
          state: <ReviewState of={row} />,
          due: <AnswerState of={row} />,
          acts: <DissolvableActs row={row} portal="employer" ask={onAgreement.ask} />,
        })}
        tick={{
          title: w.select,
          show: (row) => (
            <Checkbox
              aria-label={`${w.select} ${row.student.name}`}
              disabled={!row.mayAsk || (chosen.size >= MOST_AT_ONCE && !chosen.has(row.id))}
              checked={chosen.has(row.id)}
              onChange={() => toggle(row)}
            />
          ),
        }}
        columns={[
          { title: w.student, show: ({ student }) => `${student.name} ${student.studentNumber}` },
          { title: cases.school, show: (row) => row.school.name },
          { title: cases.position, show: (row) => row.position },
          {
            title: cases.agreementNumber,
            show: ({ agreement }) => <span className="mono">{agreement.number}</span>,
          },
          {
            title: w.effectiveAt,
            show: (row) => <span className="whole">{figures.dayOf(row.effectiveAt)}</span>,
          },
          { title: cases.answer, show: (row) => <AnswerState of={row} /> },
          {
            title: cases.review,
            show: (row) => <ReviewState of={row} />,
          },
          {
            title: ui.actions,
            show: (row) => <DissolvableActs row={row} portal="employer" ask={onAgreement.ask} />,
          },
        ]}
      >
        {chosen.size > 0 && (
          <div className="chips">
            {[...chosen.values()].map(({ id, student }) => (
              <button
                key={id}
                type="button"
                className="chip"
                onClick={() => setChosen(without(chosen, [id]))}
              >
                {w.remove(`${student.name} ${student.studentNumber}`)}
              </button>
            ))}
          </div>
        )}
      </EmployerList>
      {chosen.size > 0 && (
        <TickBar text={w.chosen(chosen.size)}>
          <Button type="primary" danger onClick={() => setAsking(chosen)}>
            {w.askSeveral(chosen.size)}
          </Button>
        </TickBar>
      )}
    </>
  )
}
