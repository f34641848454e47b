import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type DissolvableRow, listMyDissolvable } from '../../../../contracts/dissolutions.ts'
import { ask } from '../../../call.ts'
import { useMe } from '../../../portals/shell.tsx'
import { DataList } from '../../../ui/data-list.tsx'
import { useListAddress } from '../../../ui/list-address.ts'
import { Notice } from '../../../ui/notice.tsx'
import { SearchField } from '../../../ui/search-field.tsx'
import { useWords } from '../../../words/language.tsx'
import { AskingRefused } from '../asking/asking-refused.tsx'
import { AnswerState, ReviewState } from './standing.tsx'

/** 解约中心: the student's certified agreements with the manual's seven columns. */
export function MyDissolutionsPage() {
  const words = useWords()
  const w = words.dissolution
  const school = useMe().school?.code ?? ''
  const { address, shown, change, turn } = useListAddress<'employer'>()
  const { data } = useSuspenseQuery(ask(listMyDissolvable, { params: { school }, query: shown }))
  return (
    <>
      <h1>{w.title}</h1>
      <Notice title={w.noticeTitle} lines={w.notice} />
      <section className="card">
        <div className="filters">
          <SearchField
            label={words.list.employer}
            sought={address.employer ?? ''}
            onSearch={(employer) => change({ employer })}
          />
        </div>
        <DataList<DissolvableRow>
          page={data}
          label={w.title}
          empty={shown.employer ? w.noMatch : w.empty}
          onPage={turn}
          columns={[
            { title: words.list.employer, show: (row) => row.employerName },
            {
              title: words.agreement.number,
              show: ({ agreement }) => <span className="mono">{agreement.number}</span>,
            },
            { title: w.kindOfSigning, show: ({ agreement }) => words.agreementKind[agreement.kind] },
            { title: words.list.answer, show: (row) => <AnswerState request={row.dissolution} /> },
            {
              title: words.list.review,
              show: (row) => <ReviewState agreement={row.agreement} request={row.dissolution} />,
            },
            {
              title: w.askedBy,
              show: ({ dissolution }) => (dissolution ? words.side[dissolution.askedBy] : words.none),
            },
            { title: words.list.actions, show: (row) => <Acts row={row} /> },
          ]}
        />
      </section>
    </>
  )
}

/** Where 解约申请 is missing, all reasons stand in its place (R27). */
function Acts({ row }: { row: DissolvableRow }) {
  const words = useWords()
  const w = words.dissolution
  const params = { school: row.school.code, id: row.agreement.id }
  return (
    <div className="acts">
      {row.mayAsk && (
        <Link to="/student/dissolve/$school/$id" params={params}>
          {w.ask}
        </Link>
      )}
      {row.dissolution && (
        <Link to="/student/dissolutions/$school/$id" params={{ ...params, id: row.dissolution.id }}>
          {w.see}
        </Link>
      )}
      <Link to="/student/agreements/$school/$id" params={params}>
        {words.list.details}
      </Link>
      <AskingRefused reasons={row.reasons} portal="student" params={params} request={row.dissolution} />
    </div>
  )
}
