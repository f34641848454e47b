import { useSuspenseQuery } from '@tanstack/react-query'
import { listOwnPosts } from '../../../contracts/posts.ts'
import { OWN_POST_STATUSES, type OwnPostStatus } from '../../../domain/post/life.ts'
import { ask } from '../../call.ts'
import { ChoiceFilter } from '../../ui/choice-filter.tsx'
import { useFigures } from '../../ui/figures.ts'
import { useListAddress } from '../../ui/list-address.ts'
import { ListPage } from '../../ui/list-page.tsx'
import { PlainLink } from '../../ui/plain-button.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { useWords } from '../../words/language.tsx'
import { OwnPostMark } from './own-post-mark.tsx'
import { postWords } from './words.ts'

/** 招聘信息 of an employer: drafts, and how each stands at the schools. */
export function OwnPostsPage() {
  const w = useWords(postWords)
  const figures = useFigures()
  const { address, shown, change, turn, isTurning } = useListAddress<{ q: string; status: OwnPostStatus }>()
  const { data } = useSuspenseQuery(ask(listOwnPosts, { query: shown }))
  type Row = (typeof data.items)[number]
  const stateOf = (one: Row) => <OwnPostMark {...one} />
  const lastDay = ({ lastDay: day }: Row) => (day === null ? w.noDay : figures.day(day))
  return (
    <ListPage<Row>
      title={w.title}
      page={data}
      empty={w.empty}
      onPage={turn}
      isTurning={isTurning}
      active={{ q: address.q, status: address.status && w.ownStatus[address.status] }}
      onClear={change}
      to={({ id }) => `/employer/posts/${id}`}
      act={
        <PlainLink primary to="/employer/posts/new">
          {w.write}
        </PlainLink>
      }
      notes={<p>{w.lead}</p>}
      brief={(row) => ({
        who: row.title,
        what: `${w.lastDay} ${lastDay(row)}`,
        state: stateOf(row),
        due: figures.instant(row.changedAt),
      })}
      filters={
        <>
          <SearchField label={w.q} sought={address.q ?? ''} onSearch={(q) => change({ q })} />
          <ChoiceFilter<OwnPostStatus>
            label={w.state}
            all={w.anyStatus}
            value={address.status ?? ''}
            onChange={(status) => change({ status })}
            options={OWN_POST_STATUSES.map((value) => ({ value, label: w.ownStatus[value] }))}
          />
        </>
      }
      columns={[
        { title: w.name.title ?? '', show: (row) => row.title },
        { title: w.state, show: stateOf },
        { title: w.lastDay, show: lastDay },
        { title: w.changedAt, show: (row) => figures.instant(row.changedAt) },
      ]}
    />
  )
}
