import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { z } from 'zod'
import type { agreementRow } from '../../../../contracts/agreements.ts'
import { listMyPaper } from '../../../../contracts/paper-agreements.ts'
import { ask } from '../../../call.ts'
import { useMe } from '../../../portals/shell.tsx'
import { DataList } from '../../../ui/data-list.tsx'
import { useListAddress } from '../../../ui/list-address.ts'
import { showDay } from '../../../ui/moment.ts'
import { Notice } from '../../../ui/notice.tsx'
import { useWords } from '../../../words/language.tsx'
import { StatusTag } from '../../cases/status-tag.tsx'
import { WhyNot } from '../../cases/why-not.tsx'

type Row = z.infer<typeof agreementRow>

/** 纸质签约: what the student has registered, and the way to register or all that stands in it. */
export function MyPaperPage() {
  const words = useWords()
  const w = words.paper
  const school = useMe().school?.code ?? ''
  const { shown, turn } = useListAddress()
  const { data } = useSuspenseQuery(ask(listMyPaper, { params: { school }, query: { page: shown.page } }))
  return (
    <>
      <h1>{w.title}</h1>
      <Notice title={words.list.noticeTitle} lines={w.notice} />
      <WhyNot title={w.cannot} reasons={data.reasons} />
      <section className="card">
        {data.reasons.length === 0 && (
          <div className="actions">
            <Link to="/student/paper/new">
              <Button type="primary">{w.register}</Button>
            </Link>
          </div>
        )}
        <DataList<Row>
          page={data}
          label={w.title}
          empty={w.empty}
          onPage={turn}
          columns={[
            { title: words.list.employer, show: (row) => row.employerName },
            { title: words.agreement.number, show: (row) => <span className="mono">{row.number}</span> },
            { title: w.signedOn, show: (row) => row.signedOn?.replaceAll('-', '.') ?? words.none },
            { title: w.registeredAt, show: (row) => showDay(row.formedAt) },
            {
              title: words.list.review,
              show: (row) => <StatusTag kind="agreementStatus" status={row.status} />,
            },
            {
              title: words.list.actions,
              show: (row) => (
                <Link to="/student/agreements/$school/$id" params={{ school, id: row.id }}>
                  {words.list.details}
                </Link>
              ),
            },
          ]}
        />
      </section>
    </>
  )
}
