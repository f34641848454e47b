import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { z } from 'zod'
import { type agreementRow, listMyPaper } from '../../../../contracts/agreements.ts'
import { ask } from '../../../call.ts'
import { DataList } from '../../../ui/data-list.tsx'
import { useFigures } from '../../../ui/figures.ts'
import { useListAddress } from '../../../ui/list-address.ts'
import { Notice } from '../../../ui/notice.tsx'
import { uiWords } from '../../../ui/words.ts'
import { useWords } from '../../../words/language.tsx'
import { useMySchool } from '../../accounts/me.ts'
import { CaseStatus } from '../../case-status/case-status.tsx'
import { CaseLink } from '../../cases/case-link.tsx'
import { WhyNot } from '../../cases/why-not.tsx'
import { caseWords } from '../../cases/words.ts'
import { paperWords } from './words.ts'

type Row = z.infer<typeof agreementRow>

/** 纸质签约: what the student has registered, and the way to register or all that stands in it. */
export function MyPaperPage() {
  const w = useWords(paperWords)
  const figures = useFigures()
  const cases = useWords(caseWords)
  const ui = useWords(uiWords)
  const school = useMySchool()
  const { shown, turn } = useListAddress()
  const { data } = useSuspenseQuery(ask(listMyPaper, { params: { school }, query: { page: shown.page } }))
  return (
    <>
      <h1>{w.title}</h1>
      <Notice title={w.noticeTitle} lines={w.notice} />
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
            { title: cases.employer, show: (row) => row.employerName },
            { title: cases.agreementNumber, show: (row) => <span className="mono">{row.number}</span> },
            { title: cases.signedOn, show: (row) => (row.signedOn ? figures.day(row.signedOn) : ui.none) },
            { title: w.registeredAt, show: (row) => figures.dayOf(row.formedAt) },
            {
              title: cases.review,
              show: (row) => <CaseStatus kind="agreement" of={row} />,
            },
            {
              title: ui.actions,
              show: (row) => (
                <CaseLink portal="student" kind="agreement" school={school} id={row.id}>
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
