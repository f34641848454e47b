import { useSuspenseQuery } from '@tanstack/react-query'
import { Button, Checkbox } from 'antd'
import { caseAddress } from '../../../../contracts/case-address.ts'
import { type DissolvableRow, listDissolvable, MOST_AT_ONCE } from '../../../../contracts/dissolutions.ts'
import { ask } from '../../../call.ts'
import { useFigures } from '../../../ui/figures.ts'
import { useListAddress } from '../../../ui/list-address.ts'
import { TickBar } from '../../../ui/tick-bar.tsx'
import { useTicks } from '../../../ui/ticks.ts'
import { uiWords } from '../../../ui/words.ts'
import { useNameOf, useWords } from '../../../words/language.tsx'
import { caseWords } from '../../cases/words.ts'
import { AskNamed } from '../asking/ask-named.tsx'
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
  const at = useListAddress<{ q: string; of: string }>()
  const { shown } = at
  const onAgreement = useWords(onAgreementWords)
  const nameOf = useNameOf()
  const { data } = useSuspenseQuery(ask(listDissolvable, { query: { page: shown.page, q: shown.q } }))
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
  if (shown.of)
    return (
      <>
        <h1>{w.title}</h1>
        <section className="card">
          <AskNamed
            of={shown.of}
            onLeft={(of) => at.replace({ ...at.address, of })}
            onSent={(ids) => setChosen(without(chosen, ids))}
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
          { title: cases.school, show: (row) => nameOf(row.school) },
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
          <Button
            type="primary"
            danger
            onClick={() => at.change({ ...at.address, of: [...chosen.keys()].join() })}
          >
            {w.askSeveral(chosen.size)}
          </Button>
        </TickBar>
      )}
    </>
  )
}
