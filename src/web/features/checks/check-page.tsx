import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Select } from 'antd'
import { caseAddress } from '../../../contracts/case-address.ts'
import { checkActs as acts, type CheckView, getCheck } from '../../../contracts/checks.ts'
import { ask, call } from '../../call.ts'
import { CasePage } from '../../ui/case-page.tsx'
import { Facts } from '../../ui/facts.tsx'
import { FieldFault } from '../../ui/field-at.tsx'
import { useFigures } from '../../ui/figures.ts'
import { SmallTable } from '../../ui/small-table.tsx'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import { ActButton } from '../cases/act-button.tsx'
import { type Acting, type Acts, CaseActs } from '../cases/case-acts.tsx'
import { useKey } from '../cases/key.ts'
import { Timeline } from '../cases/timeline.tsx'
import { caseWords } from '../cases/words.ts'
import { CheckMark } from './check-mark.tsx'
import { useNoteText } from './note-text.ts'
import { checkWords } from './words.ts'

/** To one of those who can see it. */
function AssignButton({ of, settled }: Acting<CheckView>) {
  const { who, needed, ...words } = useWords(checkWords).act.assign
  return (
    <ActButton<{ assignee: string | null }>
      {...words}
      asked={{
        initial: { assignee: null },
        names: { assignee: who },
        faults: ({ assignee }) => ({ assignee: assignee ? null : needed }),
        show: ({ assignee }, put, at) => (
          <div>
            <label htmlFor={at('assignee').id}>{who}</label>
            <Select<string>
              id={at('assignee').id}
              className="choose"
              value={assignee}
              status={at('assignee').fault ? 'error' : ''}
              showSearch={{ optionFilterProp: 'label' }}
              onChange={(chosen) => put({ assignee: chosen })}
              options={of.assignees.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <FieldFault of={at('assignee')} />
          </div>
        ),
      }}
      act={(_reason, { assignee }) =>
        call(acts.assign, {
          params: { school: of.school.code, id: of.id },
          // The dialog sends nothing without one.
          body: { seenVersion: of.version, assignee: assignee ?? '' },
        })
      }
      settled={settled}
    />
  )
}

const ACTS = {
  explain: [acts.explain, 'primary', 'needed'],
  assign: AssignButton,
  close: [acts.close, 'primary', 'none'],
} as const satisfies Acts<'check', CheckView>

type Row = CheckView['rows'][number] & { readonly nth: number }
/** What the rule saw; each row opens the student, the employer and what it is about. */
function Rows({ of }: { of: CheckView }) {
  const w = useWords(checkWords)
  const ui = useWords(uiWords)
  const noteOf = useNoteText()
  const school = of.school.code
  return (
    <SmallTable<Row>
      label={w.rows}
      items={of.rows.map((row, nth) => ({ ...row, nth }))}
      keyOf={({ nth }) => String(nth)}
      columns={[
        {
          title: w.student,
          show: ({ student, employer }) =>
            student ? (
              <Link to="/school/students/$school/$id" params={{ school, id: student.id }}>
                {`${student.name} ${student.studentNumber}`}
              </Link>
            ) : (
              (employer && ui.none) || w.gone
            ),
        },
        { title: w.college, show: ({ student }) => student?.college ?? ui.none },
        {
          title: w.employer,
          show: ({ employer }) =>
            employer ? (
              <Link to="/school/employers/$id" params={{ id: employer.id }}>
                {employer.name}
              </Link>
            ) : (
              ui.none
            ),
        },
        { title: w.note, show: ({ note }) => noteOf(of.checkRule, note) },
        {
          title: w.about,
          show: ({ about }) =>
            about ? (
              <Link to={caseAddress('school', { ...about, school })}>{w.see[about.kind]}</Link>
            ) : (
              ui.none
            ),
        },
      ]}
    />
  )
}

/** 核查: what a rule has found, and who looks into it. */
export function CheckPage() {
  const w = useWords(checkWords)
  const cases = useWords(caseWords)
  const { said } = useFigures()
  const { data: of } = useSuspenseQuery(ask(getCheck, { params: useKey() }))
  const rule = w.rules[of.checkRule]
  return (
    <CasePage
      title={`${rule.name} · ${of.count > 1 ? w.more(of.who || w.gone, of.count) : of.who || w.gone}`}
      back="/school/checks"
      state={<CheckMark of={of.status} />}
      acts={of.actions.length > 0 ? <CaseActs kind="check" of={of} acts={ACTS} words={w.act} /> : null}
      timeline={
        <>
          <h2>{cases.timeline}</h2>
          <Timeline of={of.timeline} />
        </>
      }
    >
      <section className="card">
        <h2>{w.what}</h2>
        <p>{rule.what}</p>
        <p className="soft">{`${w.source}：${w.sources[of.checkRule]}`}</p>
        <Facts
          of={[
            [w.college, of.college ?? w.crossing],
            [w.assignee, of.assignee ?? w.nobody],
            [w.foundAt, said.instant(of.foundAt)],
          ]}
        />
      </section>
      {of.explanation && (
        <section className="card">
          <h2>{w.explanation}</h2>
          <p className="lines">{of.explanation}</p>
        </section>
      )}
      <section className="card">
        <h2>{w.rows}</h2>
        {of.rows.length < of.count && <p className="soft">{w.rowsKept(of.rows.length, of.count)}</p>}
        <Rows of={of} />
      </section>
    </CasePage>
  )
}
