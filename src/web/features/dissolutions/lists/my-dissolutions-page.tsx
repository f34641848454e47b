import { useSuspenseQuery } from '@tanstack/react-query'
import { caseAddress } from '../../../../contracts/case-address.ts'
import { type DissolvableRow, listMyDissolvable } from '../../../../contracts/dissolutions.ts'
import { ask } from '../../../call.ts'
import { useListAddress } from '../../../ui/list-address.ts'
import { ListPage } from '../../../ui/list-page.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { SearchField } from '../../../ui/search-field.tsx'
import { uiWords } from '../../../ui/words.ts'
import { useWords } from '../../../words/language.tsx'
import { useMySchool } from '../../accounts/me.ts'
import { caseWords } from '../../cases/words.ts'
import { dissolutionWords } from '../words.ts'
import { DissolvableActs } from './dissolvable-acts.tsx'
import { AnswerState, ReviewState } from './standing.tsx'
import { myDissolutionsWords } from './words.ts'

/** 解约中心: the student's certified agreements with the manual's seven columns. */
export function MyDissolutionsPage() {
  const w = useWords(myDissolutionsWords)
  const cases = useWords(caseWords)
  const request = useWords(dissolutionWords)
  const ui = useWords(uiWords)
  const school = useMySchool()
  const { address, shown, change, turn, isTurning } = useListAddress<{ employer: string }>()
  const { data } = useSuspenseQuery(ask(listMyDissolvable, { params: { school }, query: shown }))
  return (
    <ListPage<DissolvableRow>
      title={w.title}
      page={data}
      notes={<Notice id="dissolutions" title={w.noticeTitle} lines={w.notice} />}
      empty={w.empty}
      onPage={turn}
      isTurning={isTurning}
      active={{ employer: address.employer }}
      onClear={change}
      to={({ dissolution, agreement }) =>
        caseAddress(
          'student',
          dissolution
            ? { kind: 'dissolution', school, id: dissolution.id }
            : { kind: 'agreement', school, id: agreement.id },
        )
      }
      brief={(row) => ({
        who: row.employerName,
        what: row.position,
        state: <ReviewState of={row} />,
        due: <AnswerState of={row} />,
        acts: <DissolvableActs row={row} portal="student" ask={w.ask} />,
      })}
      filters={
        <SearchField
          label={cases.employer}
          sought={address.employer ?? ''}
          onSearch={(employer) => change({ employer })}
        />
      }
      columns={[
        { title: cases.employer, show: (row) => row.employerName },
        {
          title: cases.agreementNumber,
          show: ({ agreement }) => <span className="mono">{agreement.number}</span>,
        },
        { title: cases.kindOfSigning, show: ({ agreement }) => cases.agreementKind[agreement.kind] },
        { title: cases.answer, show: (row) => <AnswerState of={row} /> },
        {
          title: cases.review,
          show: (row) => <ReviewState of={row} />,
        },
        {
          title: request.askedBy,
          show: ({ dissolution }) => (dissolution ? cases.side[dissolution.askedBy] : ui.none),
        },
        { title: ui.actions, show: (row) => <DissolvableActs row={row} portal="student" ask={w.ask} /> },
      ]}
    />
  )
}
