import { useSuspenseQuery } from '@tanstack/react-query'
import { caseAddress } from '../../../../contracts/case-address.ts'
import { listEmployerDissolutions } from '../../../../contracts/dissolutions.ts'
import { ask } from '../../../call.ts'
import { DataList } from '../../../ui/data-list.tsx'
import { Filters } from '../../../ui/filters.tsx'
import { useListAddress } from '../../../ui/list-address.ts'
import { SearchField } from '../../../ui/search-field.tsx'
import { uiWords } from '../../../ui/words.ts'
import { useWords } from '../../../words/language.tsx'
import { CaseMark, Sentence } from '../../case-status/case-status.tsx'
import { CaseLink } from '../../cases/case-link.tsx'
import { caseWords } from '../../cases/words.ts'
import type { Request } from '../answering/what-is-asked.tsx'
import { onAgreementWords } from '../on-agreement-words.ts'
import { dissolutionWords } from '../words.ts'
import { employerDissolutionsWords } from './employer-words.ts'
import { useRequestColumns } from './request-columns.tsx'

/** 全部记录: every request of either side, open or over. */
export function AllRequests() {
  const w = useWords(employerDissolutionsWords)
  const dissolution = useWords(dissolutionWords)
  const cases = useWords(caseWords)
  const ui = useWords(uiWords)
  const onAgreement = useWords(onAgreementWords)
  const columns = useRequestColumns()
  const { address, shown, change, turn } = useListAddress<{ q: string }>()
  const { data } = useSuspenseQuery(
    ask(listEmployerDissolutions, { query: { page: shown.page, q: shown.q } }),
  )
  return (
    <>
      <Filters>
        <SearchField label={w.q} sought={address.q ?? ''} onSearch={(q) => change({ q })} />
      </Filters>
      <DataList<Request>
        page={data}
        label={w.tabs.all}
        empty={shown.q ? ui.noMatch : w.emptyAll}
        onPage={turn}
        to={({ school, id }) => caseAddress('employer', { kind: 'dissolution', school: school.code, id })}
        brief={(row) => ({
          who: row.student.name,
          what: dissolution.ground[row.ground],
          state: <CaseMark kind="dissolution" of={row} />,
          due: <Sentence kind="dissolution" of={row.standing} />,
        })}
        columns={[
          ...columns,
          { title: dissolution.askedBy, show: (row) => cases.side[row.askedBy] },
          {
            title: ui.actions,
            show: ({ school, id }) => (
              <CaseLink portal="employer" kind="dissolution" school={school.code} id={id}>
                {onAgreement.see}
              </CaseLink>
            ),
          },
        ]}
      />
    </>
  )
}
