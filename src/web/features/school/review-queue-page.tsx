import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Alert, App, Button, Checkbox, Input, Segmented, Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import type { z } from 'zod'
import * as contract from '../../../contracts/agreements.ts'
import { AGREEMENT_STATUSES } from '../../../domain/agreement.ts'
import { ask, call } from '../../call.ts'
import { Age } from '../../ui/age.tsx'
import { DataList } from '../../ui/data-list.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { useMe } from '../../ui/shell.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { useWords } from '../../words/language.tsx'

type Row = z.infer<typeof contract.agreementRow>

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
  const [chosen, setChosen] = useState<ReadonlyMap<string, Row>>(new Map())
  const pass = useMutation({
    mutationFn: (rows: readonly Row[]) =>
      call(contract.passAgreements, {
        params: { school },
        body: { items: rows.map(({ id, version }) => ({ id, seenVersion: version })) },
      }),
    onSuccess: async ({ results }) => {
      const ok = results.filter(({ passed }) => passed).length
      const all = ok === results.length
      message[all ? 'success' : 'warning'](w.result(ok, results.length - ok))
      setChosen(new Map())
      await client.invalidateQueries()
    },
  })
  const toggle = (row: Row) => {
    const next = new Map(chosen)
    if (!next.delete(row.id)) next.set(row.id, row)
    setChosen(next)
  }
  const nameOf = (id: string) => {
    const row = pass.variables?.find((one) => one.id === id)
    return row ? `${row.studentName} ${row.studentNumber} · ${row.employerName}` : id
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
                  onOk: () => pass.mutate([...chosen.values()]),
                })
              }
            >
              {w.pass(chosen.size)}
            </Button>
          )}
        </div>
        <ProblemNote error={pass.error} />
        {failed.map(({ id, title }) => (
          <Alert
            key={id}
            type="warning"
            showIcon
            title={nameOf(id)}
            description={title}
            style={{ marginBottom: 8 }}
          />
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
