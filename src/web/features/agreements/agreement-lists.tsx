import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Alert, App, Button, Checkbox, Input, Segmented, Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import type { z } from 'zod'
import * as contract from '../../../contracts/agreements.ts'
import { AGREEMENT_STATUSES } from '../../../domain/agreement.ts'
import { ask, call } from '../../call.ts'
import { DataList } from '../../ui/data-list.tsx'
import { showDay } from '../../ui/moment.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { useMe } from '../../ui/shell.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { useWords } from '../../words/language.tsx'

type Row = z.infer<typeof contract.agreementRow>
const OLD_HOURS = 72

function Age({ since }: { since: string }) {
  const words = useWords()
  const hours = Math.max(0, Math.floor((Date.now() - Date.parse(since)) / 3_600_000))
  return (
    <span className={hours >= OLD_HOURS ? 'old' : ''}>
      {words.queue.ageText(Math.floor(hours / 24), hours % 24)}
    </span>
  )
}

export function ReviewQueuePage() {
  const words = useWords()
  const w = words.queue
  const me = useMe()
  const school = me.school?.code ?? ''
  const client = useQueryClient()
  const { message, modal } = App.useApp()
  const [filter, setFilter] = useState({ page: 1, q: '', queue: 'mine', status: '', college: '' })
  const change = (next: Partial<typeof filter>) => setFilter((before) => ({ ...before, page: 1, ...next }))
  const { status, college, ...rest } = useDeferredValue(filter)
  const { data } = useSuspenseQuery(
    ask(contract.listReviews, {
      params: { school },
      query: { ...rest, status: status || undefined, college: college || undefined },
    }),
  )
  const [chosen, setChosen] = useState<ReadonlyMap<string, number>>(new Map())
  const pass = useMutation({
    mutationFn: () =>
      call(contract.passAgreements, {
        params: { school },
        body: { items: [...chosen].map(([id, seenVersion]) => ({ id, seenVersion })) },
      }),
    onSuccess: async ({ results }) => {
      const ok = results.filter(({ passed }) => passed).length
      message.success(w.result(ok, results.length - ok))
      setChosen(new Map())
      await client.invalidateQueries()
    },
  })
  const toggle = ({ id, version }: Row) => {
    const next = new Map(chosen)
    if (!next.delete(id)) next.set(id, version)
    setChosen(next)
  }
  const failed = pass.data?.results.filter(({ passed }) => !passed) ?? []
  return (
    <>
      <h1>{w.title}</h1>
      <section className="card">
        <div className="filters">
          <Segmented
            value={filter.queue}
            onChange={(queue) => change({ queue })}
            options={[
              { value: 'mine', label: w.mine },
              { value: 'all', label: w.everything },
            ]}
          />
          <Input.Search
            style={{ maxWidth: 300 }}
            aria-label={w.q}
            placeholder={w.q}
            allowClear
            onSearch={(q) => change({ q })}
          />
          <Select
            aria-label={words.agreement.status}
            style={{ minWidth: 150 }}
            value={filter.status}
            onChange={(next) => change({ status: next })}
            options={[
              { value: '', label: words.all },
              ...AGREEMENT_STATUSES.map((value) => ({
                value,
                label: `${words.agreementStatus[value]} ${data.counts[value] ?? 0}`,
              })),
            ]}
          />
          <Select
            aria-label={w.college}
            style={{ minWidth: 150 }}
            value={filter.college}
            onChange={(next) => change({ college: next })}
            options={[
              { value: '', label: w.college },
              ...data.colleges.map(({ id: value, name: label }) => ({ value, label })),
            ]}
          />
          {filter.queue === 'mine' && (
            <Button
              type="primary"
              disabled={chosen.size === 0}
              loading={pass.isPending}
              onClick={() =>
                modal.confirm({
                  title: w.passTitle(chosen.size),
                  okText: words.act.pass.label,
                  cancelText: words.cancel,
                  onOk: () => pass.mutate(),
                })
              }
            >
              {w.pass(chosen.size)}
            </Button>
          )}
        </div>
        <ProblemNote error={pass.error} />
        {failed.map(({ id, title }) => (
          <Alert key={id} type="warning" showIcon title={title} style={{ marginBottom: 8 }} />
        ))}
        <DataList<Row>
          page={data}
          label={w.title}
          empty={w.empty}
          onPage={(page) => change({ page })}
          columns={[
            ...(filter.queue === 'mine'
              ? [
                  {
                    title: w.select,
                    show: (row: Row) => (
                      <Checkbox
                        aria-label={`${w.select} ${row.studentName}`}
                        checked={chosen.has(row.id)}
                        onChange={() => toggle(row)}
                      />
                    ),
                  },
                ]
              : []),
            { title: words.agreement.student, show: (row) => `${row.studentName} ${row.studentNumber}` },
            { title: w.college, show: (row) => row.college },
            { title: words.list.employer, show: (row) => row.employerName },
            { title: words.list.position, show: (row) => row.position },
            {
              title: words.agreement.status,
              show: (row) => <StatusTag kind="agreementStatus" status={row.status} />,
            },
            {
              title: w.age,
              show: (row) =>
                row.waitingFor ? (
                  <>
                    <Age since={row.waitingSince} /> {words.agreement.waiting[row.waitingFor]}
                  </>
                ) : (
                  words.none
                ),
            },
            {
              title: words.list.actions,
              show: (row) => (
                <Link to="/school/agreements/$school/$id" params={{ school, id: row.id }}>
                  {w.review}
                </Link>
              ),
            },
          ]}
        />
      </section>
    </>
  )
}

export function SignedStudentsPage() {
  const words = useWords()
  const w = words.signedList
  const [page, setPage] = useState(1)
  const [q, setQ] = useState('')
  const [status, setStatus] = useState('')
  const query = useDeferredValue({ page, q, status: status || undefined })
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
            value={status}
            onChange={(next) => {
              setStatus(next)
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
