import { useSuspenseQuery } from '@tanstack/react-query'
import { type DissolvableRow, listMyDissolvable } from '../../../../contracts/dissolutions.ts'
import { ask } from '../../../call.ts'
import { DataList } from '../../../ui/data-list.tsx'
import { useListAddress } from '../../../ui/list-address.ts'
import { Notice } from '../../../ui/notice.tsx'
import { SearchField } from '../../../ui/search-field.tsx'
import { uiWords } from '../../../ui/words.ts'
import { useWords } from '../../../words/language.tsx'
import { useMySchool } from '../../accounts/me.ts'
import { CaseLink } from '../../cases/case-link.tsx'
import { caseWords } from '../../cases/words.ts'
import { AskLink } from '../asking/ask-link.tsx'
import { AskingRefused } from '../asking/asking-refused.tsx'
import { onAgreementWords } from '../on-agreement-words.ts'
import { dissolutionWords } from '../words.ts'
import { AnswerState, ReviewState } from './standing.tsx'
import { myDissolutionsWords } from './words.ts'
import './acts.css'
import { Filters } from '../../../ui/filters.tsx'

/** 解约中心: the student's certified agreements with the manual's seven columns. */
export function MyDissolutionsPage() {
  const w = useWords(myDissolutionsWords)
  const cases = useWords(caseWords)
  const request = useWords(dissolutionWords)
  const ui = useWords(uiWords)
  const school = useMySchool()
  const { address, shown, change, turn } = useListAddress<{ employer: string }>()
  const { data } = useSuspenseQuery(ask(listMyDissolvable, { params: { school }, query: shown }))
  return (
    <>
      <h1>{w.title}</h1>
      <Notice title={w.noticeTitle} lines={w.notice} />
      <section className="card">
        <Filters>
          <SearchField
            label={cases.employer}
            sought={address.employer ?? ''}
            onSearch={(employer) => change({ employer })}
          />
        </Filters>
        <DataList<DissolvableRow>
          page={data}
          label={w.title}
          empty={shown.employer ? w.noMatch : w.empty}
          onPage={turn}
          columns={[
            { title: cases.employer, show: (row) => row.employerName },
            {
              title: cases.agreementNumber,
              show: ({ agreement }) => <span className="mono">{agreement.number}</span>,
            },
            { title: cases.kindOfSigning, show: ({ agreement }) => cases.agreementKind[agreement.kind] },
            { title: cases.answer, show: (row) => <AnswerState request={row.dissolution} /> },
            {
              title: cases.review,
              show: (row) => <ReviewState of={row} />,
            },
            {
              title: request.askedBy,
              show: ({ dissolution }) => (dissolution ? cases.side[dissolution.askedBy] : ui.none),
            },
            { title: ui.actions, show: (row) => <Acts row={row} /> },
          ]}
        />
      </section>
    </>
  )
}

/** Where 解约申请 is missing, all reasons stand in its place (R27). */
function Acts({ row }: { row: DissolvableRow }) {
  const w = useWords(myDissolutionsWords)
  const onAgreement = useWords(onAgreementWords)
  const ui = useWords(uiWords)
  const params = { school: row.school.code, id: row.agreement.id }
  return (
    <div className="acts">
      {row.mayAsk && (
        <AskLink portal="student" {...params}>
          {w.ask}
        </AskLink>
      )}
      {row.dissolution && (
        <CaseLink portal="student" kind="dissolution" {...params} id={row.dissolution.id}>
          {onAgreement.see}
        </CaseLink>
      )}
      <CaseLink portal="student" kind="agreement" {...params}>
        {ui.details}
      </CaseLink>
      <AskingRefused reasons={row.reasons} portal="student" params={params} request={row.dissolution} />
    </div>
  )
}
