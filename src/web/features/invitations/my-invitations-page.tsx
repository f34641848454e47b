import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Input } from 'antd'
import { useDeferredValue } from 'react'
import type { z } from 'zod'
import * as contract from '../../../contracts/invitations.ts'
import { ask } from '../../call.ts'
import { DataList } from '../../ui/data-list.tsx'
import { showDay } from '../../ui/moment.ts'
import { useMe } from '../../ui/shell.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { useWords } from '../../words/language.tsx'

type Row = z.infer<typeof contract.invitationRow>

/** 电子签约: the student's list with the manual's seven columns. */
export function MyInvitationsPage() {
  const words = useWords()
  const w = words.list
  const me = useMe()
  const navigate = useNavigate()
  const { page = '1', employer = '' } = useSearch({ strict: false }) as { page?: string; employer?: string }
  // In the address, so that 返回 from a letter comes back to the same page of the same search.
  const turn = (to: number, sought: string) =>
    navigate({
      to: '/student/invitations',
      search: { page: to > 1 ? to : undefined, employer: sought || undefined },
    })
  const query = useDeferredValue(`${page}\n${employer}`)
  const [at, sought] = query.split('\n')
  const { data } = useSuspenseQuery(
    ask(contract.listMyInvitations, {
      params: { school: me.school?.code ?? '' },
      query: { page: at, employer: sought },
    }),
  )
  return (
    <>
      <h1>{w.title}</h1>
      <details className="card" open>
        <summary>{w.noticeTitle}</summary>
        <ul>
          {w.notice.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </details>
      <section className="card">
        <div className="filters">
          <Input.Search
            style={{ maxWidth: 300 }}
            aria-label={w.employer}
            placeholder={w.employer}
            allowClear
            defaultValue={employer}
            enterButton={words.search}
            onSearch={(text) => turn(1, text.trim())}
          />
        </div>
        <DataList<Row>
          page={data}
          label={w.title}
          empty={employer ? w.noMatch : w.empty}
          onPage={(to) => turn(to, employer)}
          columns={[
            { title: w.employer, show: (row) => row.employerName },
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
                <span>
                  <Link
                    to="/student/invitations/$school/$id"
                    params={{ school: row.school.code, id: row.id }}
                  >
                    {w.see}
                  </Link>{' '}
                  {row.agreement && (
                    <Link
                      to="/student/agreements/$school/$id"
                      params={{ school: row.school.code, id: row.agreement.id }}
                    >
                      {w.details}
                    </Link>
                  )}
                </span>
              ),
            },
          ]}
        />
      </section>
    </>
  )
}
