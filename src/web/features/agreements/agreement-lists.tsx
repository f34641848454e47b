import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Input, Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import type { z } from 'zod'
import * as contract from '../../../contracts/agreements.ts'
import { AGREEMENT_STATUSES } from '../../../domain/agreement.ts'
import { ask } from '../../call.ts'
import { Age } from '../../ui/age.tsx'
import { DataList } from '../../ui/data-list.tsx'
import { showDay } from '../../ui/moment.ts'
import { StatusTag } from '../../ui/status-tag.tsx'
import { useWords } from '../../words/language.tsx'

type Row = z.infer<typeof contract.agreementRow>

/** The status chosen stands in the address: the workbench leads here with it, and a way back keeps it. */
export function SignedStudentsPage() {
  const words = useWords()
  const w = words.signedList
  const search = useSearch({ from: '/employer/agreements' })
  const status = AGREEMENT_STATUSES.find((one) => one === search.status)
  const navigate = useNavigate()
  const [page, setPage] = useState(1)
  const [q, setQ] = useState('')
  const query = useDeferredValue({ page, q, status })
  const { data } = useSuspenseQuery(ask(contract.listSignedStudents, { query }))
  return (
    <>
      <h1>{w.title}</h1>
      <section className="card">
        <div className="filters">
          <Input.Search
            style={{ maxWidth: 300 }}
            aria-label={w.q}
            placeholder={w.q}
            allowClear
            onSearch={(text) => {
              setQ(text)
              setPage(1)
            }}
          />
          <Select
            aria-label={words.agreement.status}
            style={{ minWidth: 150 }}
            value={status ?? ''}
            onChange={(next) => {
              void navigate({ to: '/employer/agreements', search: { status: next || undefined } })
              setPage(1)
            }}
            options={[
              { value: '', label: words.all },
              ...AGREEMENT_STATUSES.map((value) => ({ value, label: words.agreementStatus[value] })),
            ]}
          />
        </div>
        <DataList<Row>
          page={data}
          label={w.title}
          empty={w.empty}
          onPage={setPage}
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
              title: words.queue.age,
              show: (row) =>
                row.waitingFor ? (
                  <>
                    {words.agreement.waiting[row.waitingFor]} <Age since={row.waitingSince} />
                  </>
                ) : (
                  words.none
                ),
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
