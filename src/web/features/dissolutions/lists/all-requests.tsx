import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { listEmployerDissolutions } from '../../../../contracts/dissolutions.ts'
import { ask } from '../../../call.ts'
import { DataList } from '../../../ui/data-list.tsx'
import { useListAddress } from '../../../ui/list-address.ts'
import { SearchField } from '../../../ui/search-field.tsx'
import { useWords } from '../../../words/language.tsx'
import type { Request } from '../answering/what-is-asked.tsx'
import { useRequestColumns } from './request-columns.tsx'

/** 全部记录: every request of either side, open or over. */
export function AllRequests() {
  const words = useWords()
  const w = words.dissolution
  const columns = useRequestColumns()
  const { address, shown, change, turn } = useListAddress<'q'>()
  const { data } = useSuspenseQuery(
    ask(listEmployerDissolutions, { query: { page: shown.page, q: shown.q } }),
  )
  return (
    <>
      <div className="filters">
        <SearchField label={w.employer.q} sought={address.q ?? ''} onSearch={(q) => change({ q })} />
      </div>
      <DataList<Request>
        page={data}
        label={w.employer.tabs.all}
        empty={shown.q ? w.employer.noMatch : w.employer.emptyAll}
        onPage={turn}
        columns={[
          ...columns,
          { title: w.askedBy, show: (row) => words.side[row.askedBy] },
          {
            title: words.list.actions,
            show: ({ school, id }) => (
              <Link to="/employer/dissolutions/$school/$id" params={{ school: school.code, id }}>
                {w.see}
              </Link>
            ),
          },
        ]}
      />
    </>
  )
}
