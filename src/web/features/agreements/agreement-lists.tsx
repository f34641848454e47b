import { useSuspenseQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import * as contract from '../../../contracts/agreements.ts'
import { caseAddress } from '../../../contracts/case-address.ts'
import { AGREEMENT_STATUSES, type AgreementStatus } from '../../../domain/agreement/life.ts'
import { ask } from '../../call.ts'
import { ChoiceFilter } from '../../ui/choice-filter.tsx'
import { useFigures } from '../../ui/figures.ts'
import { useListAddress } from '../../ui/list-address.ts'
import { ListPage } from '../../ui/list-page.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { uiWords } from '../../ui/words.ts'
import { useNameOf, useWords } from '../../words/language.tsx'
import { CaseMark, CaseStatus, TurnMark } from '../case-status/case-status.tsx'
import { Age } from '../cases/age.tsx'
import { CaseLink } from '../cases/case-link.tsx'
import { caseWords } from '../cases/words.ts'
import { type EmployersTurn, TurnFilter } from '../employers/turn-filter.tsx'
import { employerWords } from '../employers/words.ts'
import { agreementDocumentWords } from './agreement-document-words.ts'
import { agreementWords } from './words.ts'

type Row = z.infer<typeof contract.agreementRow>

/** Agreements signed here, with the dissolution that is under way. */
export function SignedStudentsPage() {
  const w = useWords(agreementWords)
  const named = useWords(agreementDocumentWords).name
  const figures = useFigures()
  const cases = useWords(caseWords)
  const employers = useWords(employerWords)
  const ui = useWords(uiWords)
  const nameOf = useNameOf()
  const {
    address,
    shown,
    change,
    turn: toPage,
    isTurning,
  } = useListAddress<{
    q: string
    status: AgreementStatus
    turn: EmployersTurn
  }>()
  const { data } = useSuspenseQuery(ask(contract.listSignedStudents, { query: shown }))
  return (
    <ListPage<Row>
      title={w.list.title}
      page={data}
      empty={w.list.empty}
      onPage={toPage}
      isTurning={isTurning}
      active={{
        q: address.q,
        status: address.status && cases.agreementStatus[address.status],
        turn: address.turn && employers.whose[address.turn],
      }}
      onClear={change}
      to={({ school, id }) => caseAddress('employer', { kind: 'agreement', school: school.code, id })}
      brief={(row) => ({
        who: row.student.name,
        what: row.position,
        state: <CaseMark kind="agreement" of={row} />,
        due: row.waitingFor && <Age since={row.waitingSince} />,
      })}
      filters={
        <>
          <SearchField label={w.list.q} sought={address.q ?? ''} onSearch={(q) => change({ q })} />
          <TurnFilter value={address.turn} onChange={(next) => change({ turn: next })} />
          <ChoiceFilter
            label={cases.review}
            all={cases.allStatuses}
            value={address.status ?? ''}
            onChange={(status) => change({ status })}
            options={AGREEMENT_STATUSES.map((value) => ({ value, label: cases.agreementStatus[value] }))}
          />
        </>
      }
      columns={[
        { title: cases.student, show: (row) => `${row.student.name} ${row.student.studentNumber}` },
        { title: cases.school, show: (row) => nameOf(row.school) },
        { title: cases.position, show: (row) => row.position },
        { title: cases.agreementNumber, show: (row) => <span className="mono">{row.number}</span> },
        {
          title: named.formedAt,
          show: (row) => <span className="whole">{figures.dayOf(row.formedAt)}</span>,
        },
        {
          title: cases.review,
          show: (row) => <CaseStatus kind="agreement" of={row} />,
        },
        {
          title: w.list.dissolution,
          show: ({ school, dissolution, standing }) =>
            dissolution ? (
              <CaseLink portal="employer" kind="dissolution" school={school.code} id={dissolution.id}>
                <TurnMark kind="dissolutionStatus" status={dissolution.status} turn={standing.turn} />
              </CaseLink>
            ) : (
              ui.none
            ),
        },
        {
          title: cases.waited,
          show: (row) => (row.waitingFor ? <Age since={row.waitingSince} /> : ui.none),
        },
        {
          title: ui.actions,
          show: (row) => (
            <CaseLink portal="employer" kind="agreement" school={row.school.code} id={row.id}>
              {w.list.see}
            </CaseLink>
          ),
        },
      ]}
    />
  )
}
