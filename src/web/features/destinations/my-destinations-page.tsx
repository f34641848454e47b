import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { z } from 'zod'
import { type destinationRow, listMyDestinations } from '../../../contracts/destinations.ts'
import { ask } from '../../call.ts'
import { DataList } from '../../ui/data-list.tsx'
import { useFigures } from '../../ui/figures.ts'
import { useListAddress } from '../../ui/list-address.ts'
import { Notice } from '../../ui/notice.tsx'
import { uiWords } from '../../ui/words.ts'
import { useNameOf, useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { CaseStatus } from '../case-status/case-status.tsx'
import { CaseLink } from '../cases/case-link.tsx'
import { WhyNot } from '../cases/why-not.tsx'
import { caseWords } from '../cases/words.ts'
import { headlineOf } from './headline.ts'
import { destinationWords } from './words.ts'

type Row = z.infer<typeof destinationRow>

/** 其他去向: what the student has registered or declared, and the way to do so or all that stands in it. */
export function MyDestinationsPage() {
  const w = useWords(destinationWords)
  const figures = useFigures()
  const ui = useWords(uiWords)
  const cases = useWords(caseWords)
  const nameOf = useNameOf()
  const school = useMySchool()
  const { shown, turn } = useListAddress()
  const { data } = useSuspenseQuery(
    ask(listMyDestinations, { params: { school }, query: { page: shown.page } }),
  )
  return (
    <>
      <h1>{w.title}</h1>
      <Notice title={w.noticeTitle} lines={w.notice} />
      <WhyNot title={w.cannot} reasons={data.reasons} />
      <section className="card">
        {data.reasons.length === 0 && (
          <div className="actions">
            <Link to="/student/destinations/new">
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
            { title: w.category, show: (row) => nameOf(row.category) },
            { title: w.headline, show: (row) => headlineOf(row) || ui.none },
            { title: w.declaredAt, show: (row) => figures.dayOf(row.declaredAt) },
            {
              title: cases.review,
              show: (row) => (
                <CaseStatus
                  kind="destination"
                  of={{ ...row, status: row.voiding ? 'voiding' : row.status }}
                />
              ),
            },
            {
              title: ui.actions,
              show: (row) => (
                <CaseLink portal="student" kind="destination" school={school} id={row.id}>
                  {ui.details}
                </CaseLink>
              ),
            },
          ]}
        />
      </section>
    </>
  )
}
