import { useSuspenseQuery } from '@tanstack/react-query'
import { caseAddress } from '../../../contracts/case-address.ts'
import { type EntryRow, listEntries } from '../../../contracts/fair-entries.ts'
import { ENTRY_STATUSES, type EntryStatus } from '../../../domain/fair-entry/life.ts'
import { ask } from '../../call.ts'
import { BackButton } from '../../ui/back-button.tsx'
import { ChoiceFilter } from '../../ui/choice-filter.tsx'
import { useFigures } from '../../ui/figures.ts'
import { useListAddress } from '../../ui/list-address.ts'
import { ListPage } from '../../ui/list-page.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { useWords } from '../../words/language.tsx'
import { useKey } from '../cases/key.ts'
import { EntryMark } from './fair-mark.tsx'
import { fairWords } from './words.ts'

/** The employers that have signed up for a fair, the first first. */
export function EntriesPage() {
  const words = useWords(fairWords)
  const w = words.entries
  const figures = useFigures()
  const params = useKey()
  const { address, shown, change, turn, isTurning } = useListAddress<{ q: string; status: EntryStatus }>()
  const { data } = useSuspenseQuery(ask(listEntries, { params, query: shown }))
  const state = (row: EntryRow) => <EntryMark of={row} reader="school" />
  const brought = ({ posts, headcount }: EntryRow) => w.brought(posts, headcount)
  return (
    <>
      <BackButton list={caseAddress('school', { kind: 'fair', ...params })} />
      <ListPage<EntryRow>
        title={w.title}
        page={data}
        empty={w.empty}
        onPage={turn}
        isTurning={isTurning}
        active={{ q: address.q, status: address.status && words.entryStatus[address.status] }}
        onClear={change}
        to={({ id }) => `/school/fair-entries/${params.school}/${id}`}
        notes={<p>{data.title}</p>}
        brief={(row) => ({
          who: row.employer,
          what: brought(row),
          state: state(row),
          due: figures.instant(row.askedAt),
        })}
        columns={[
          { title: words.employer, show: ({ employer }) => employer },
          { title: words.state, show: state },
          { title: words.posts, show: brought },
          { title: w.askedAt, show: ({ askedAt }) => figures.instant(askedAt) },
        ]}
        filters={
          <>
            <SearchField label={w.q} sought={address.q ?? ''} onSearch={(q) => change({ q })} />
            <ChoiceFilter<EntryStatus>
              label={words.state}
              all={words.anyStatus}
              value={address.status ?? ''}
              onChange={(status) => change({ status })}
              options={ENTRY_STATUSES.map((value) => ({ value, label: words.entryStatus[value] }))}
            />
          </>
        }
      />
    </>
  )
}
