import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Input, Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import type { z } from 'zod'
import * as contract from '../../../contracts/invitations.ts'
import { INVITATION_STATUSES } from '../../../domain/invitation.ts'
import { ask } from '../../call.ts'
import { DataList } from '../../ui/data-list.tsx'
import { showDay } from '../../ui/moment.ts'
import { StatusTag } from '../../ui/status-tag.tsx'
import { useWords } from '../../words/language.tsx'

type Row = z.infer<typeof contract.invitationRow>

export function SentInvitationsPage() {
  const words = useWords()
  const w = words.list
  const search = useSearch({ from: '/employer/invitations' })
  const status = INVITATION_STATUSES.find((one) => one === search.status)
  const navigate = useNavigate()
  const [page, setPage] = useState(1)
  const [q, setQ] = useState('')
  const query = useDeferredValue({ page, q, status })
  const { data } = useSuspenseQuery(ask(contract.listSentInvitations, { query }))
  return (
    <>
      <h1>{words.sentList.title}</h1>
      <section className="card">
        <div className="filters">
          <Input.Search
            style={{ maxWidth: 300 }}
            aria-label={words.sentList.q}
            placeholder={words.sentList.q}
            allowClear
            onSearch={(text) => {
              setQ(text)
              setPage(1)
            }}
          />
          <Select
            aria-label={w.answer}
            style={{ minWidth: 150 }}
            value={status ?? ''}
            onChange={(next) => {
              void navigate({ to: '/employer/invitations', search: { status: next || undefined } })
              setPage(1)
            }}
            options={[
              { value: '', label: words.all },
              ...INVITATION_STATUSES.map((value) => ({ value, label: words.invitationStatus[value] })),
            ]}
          />
        </div>
        <DataList<Row>
          page={data}
          label={words.sentList.title}
          empty={words.sentList.empty}
          onPage={setPage}
          columns={[
            { title: words.sentList.student, show: (row) => `${row.studentName} ${row.studentNumber}` },
            { title: words.signIn.school, show: (row) => row.school.name },
            { title: w.position, show: (row) => row.position },
            { title: w.sentAt, show: (row) => showDay(row.sentAt) },
            { title: w.respondBy, show: (row) => row.respondBy.replaceAll('-', '.') },
            { title: w.answer, show: (row) => <StatusTag kind="invitationStatus" status={row.status} /> },
            {
              title: w.review,
              show: (row) =>
                row.agreement ? (
                  <StatusTag kind="agreementStatus" status={row.agreement.status} />
                ) : (
                  words.none
                ),
            },
            {
              title: w.actions,
              show: (row) => (
                <Link to="/employer/invitations/$school/$id" params={{ school: row.school.code, id: row.id }}>
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
