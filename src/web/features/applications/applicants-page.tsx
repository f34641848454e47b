import { useSuspenseQuery } from '@tanstack/react-query'
import { boardOfApplications, listApplications } from '../../../contracts/applications.ts'
import { ask } from '../../call.ts'
import { useListAddress } from '../../ui/list-address.ts'
import { OnwardPages } from '../../ui/onward-pages.tsx'
import { TabLinks } from '../../ui/tab-links.tsx'
import { useWords } from '../../words/language.tsx'
import type { Address, Filter } from './applicant-filters.tsx'
import { ApplicantsBoard } from './applicants-board.tsx'
import { ApplicantsFrame } from './applicants-frame.tsx'
import { ApplicantsTable } from './applicants-table.tsx'
import { applicationWords } from './words.ts'

type Shown = { address: ReturnType<typeof useListAddress<Address>>; filter: Filter }

function Table({ address, filter }: Shown) {
  const w = useWords(applicationWords)
  const { after } = address.shown
  const { data } = useSuspenseQuery(ask(listApplications, { query: { ...filter, ...(after && { after }) } }))
  return (
    <ApplicantsFrame address={address} filter={filter} items={data.items} counts={data.counts}>
      {(tick) => (
        <>
          {data.items.length > 0 && <ApplicantsTable items={data.items} tick={tick} />}
          <OnwardPages
            label={w.applicants}
            after={address.address.after}
            next={data.next}
            onPage={address.change}
          />
        </>
      )}
    </ApplicantsFrame>
  )
}

function Board({ address, filter }: Shown) {
  const { columns, counts } = useSuspenseQuery(ask(boardOfApplications, { query: filter })).data
  const items = columns.flatMap((column) => column.items)
  return (
    <ApplicantsFrame address={address} filter={filter} items={items} counts={counts}>
      {(tick) =>
        items.length > 0 && (
          <ApplicantsBoard columns={columns} counts={counts} address={address.address} tick={tick} />
        )
      }
    </ApplicantsFrame>
  )
}

/** 应聘学生, of one post or of all: in a table, or on a board by their states. */
export function ApplicantsPage() {
  const w = useWords(applicationWords)
  const address = useListAddress<Address>()
  const { view, after: _, page: _page, ...filter } = address.shown
  const Shown = view === 'board' ? Board : Table
  return (
    <>
      <div className="page-head">
        <h1>{w.applicants}</h1>
      </div>
      <p className="soft">{w.lead}</p>
      <TabLinks
        label={w.views.label}
        open={view ?? ''}
        of={[
          { tab: '', name: w.views.table },
          { tab: 'board', name: w.views.board },
        ]}
        searchOf={(tab) => ({ ...address.address, view: tab || undefined, after: undefined })}
      />
      <Shown address={address} filter={filter} />
    </>
  )
}
