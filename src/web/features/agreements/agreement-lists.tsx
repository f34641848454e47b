import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { z } from 'zod'
import * as contract from '../../../contracts/agreements.ts'
import { AGREEMENT_STATUSES } from '../../../domain/agreement.ts'
import { ask } from '../../call.ts'
import { ChoiceFilter } from '../../ui/choice-filter.tsx'
import { DataList } from '../../ui/data-list.tsx'
import { useListAddress } from '../../ui/list-address.ts'
import { showDay } from '../../ui/moment.ts'
import { SearchField } from '../../ui/search-field.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { useWords } from '../../words/language.tsx'
import { StatusTag } from '../cases/status-tag.tsx'

type Row = z.infer<typeof contract.agreementRow>
/** Beside the statuses: where the student asks to cancel. */
const CANCELLATION = 'cancellation'

/** Agreements signed here, with the dissolution that is under way. */
export function SignedStudentsPage() {
  const words = useWords()
  const w = words.signedList
  const { address, shown, change, turn } = useListAddress<'q' | 'status' | 'answer'>()
  const { data } = useSuspenseQuery(ask(contract.listSignedStudents, { query: shown }))
  return (
    <>
      <h1>{w.title}</h1>
      <section className="card">
        <div className="filters">
          <SearchField label={w.q} sought={address.q ?? ''} onSearch={(q) => change({ q })} />
          <ChoiceFilter
            label={words.agreement.status}
            all={words.queue.allStatuses}
            value={address.answer ?? address.status ?? ''}
            onChange={(value) =>
              change(
                value === CANCELLATION
                  ? { answer: value, status: undefined }
                  : { answer: undefined, status: value },
              )
            }
            options={[
              ...AGREEMENT_STATUSES.map((value) => ({ value, label: words.agreementStatus[value] })),
              { value: CANCELLATION, label: words.workbench.toAnswer },
            ]}
          />
        </div>
        <DataList<Row>
          page={data}
          label={w.title}
          empty={w.empty}
          onPage={turn}
          columns={[
            { title: words.agreement.student, show: (row) => `${row.studentName} ${row.studentNumber}` },
            { title: words.signIn.school, show: (row) => row.school.name },
            { title: words.list.position, show: (row) => row.position },
            { title: words.agreement.number, show: (row) => <span className="mono">{row.number}</span> },
            { title: words.agreement.formedAt, show: (row) => showDay(row.formedAt) },
            {
              title: words.agreement.status,
              show: (row) => <StatusTag kind="agreementStatus" status={row.status} />,
            },
            {
              title: w.dissolution,
              show: ({ school, dissolution }) =>
                dissolution ? (
                  <Link
                    to="/employer/dissolutions/$school/$id"
                    params={{ school: school.code, id: dissolution.id }}
                  >
                    <StatusTag kind="dissolutionStatus" status={dissolution.status} />
                  </Link>
                ) : (
                  words.none
                ),
            },
            {
              title: words.queue.age,
              show: (row) => <Waiting holder={row.waitingFor} since={row.waitingSince} />,
            },
            {
              title: words.list.actions,
              show: (row) => (
                <Link to="/employer/agreements/$school/$id" params={{ school: row.school.code, id: row.id }}>
                  {w.see}
                </Link>
              ),
            },
          ]}
        />
      </section>
    </>
  )
}
