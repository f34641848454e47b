import { useSuspenseQuery } from '@tanstack/react-query'
import { Checkbox } from 'antd'
import type { z } from 'zod'
import { caseAddress } from '../../../contracts/case-address.ts'
import { listPosts, type postRow, publishPosts } from '../../../contracts/posts.ts'
import { POST_STANDINGS, type PostStanding, postLife } from '../../../domain/post/life.ts'
import { ask } from '../../call.ts'
import { ChoiceFilter } from '../../ui/choice-filter.tsx'
import { useFigures } from '../../ui/figures.ts'
import { useListAddress } from '../../ui/list-address.ts'
import { ListPage } from '../../ui/list-page.tsx'
import type { Brief } from '../../ui/rows.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { useTicks } from '../../ui/ticks.ts'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { Age } from '../cases/age.tsx'
import { caseWords } from '../cases/words.ts'
import { AllDone } from '../reviews/all-done.tsx'
import { BatchPass } from '../reviews/batch-pass.tsx'
import { MineOrAll } from '../reviews/mine-or-all.tsx'
import { tileWords } from '../reviews/tile-words.ts'
import { WaitingHere } from '../reviews/waiting-here.tsx'
import { reviewWords } from '../reviews/words.ts'
import { PostMark } from './post-mark.tsx'
import { postWords } from './words.ts'

export type PostRow = z.infer<typeof postRow>
type Filter = { q: string; status: PostStanding; queue: 'mine' | 'all'; waited: 'long' }

/** A post as the lists of a school show it. */
export function usePostBrief(): (row: PostRow) => Brief {
  const ui = useWords(uiWords)
  return (row) => ({
    who: row.title,
    what: row.employer,
    state: <PostMark of={row} reader="school" />,
    due: row.turn ? <Age since={row.waitingSince} /> : ui.none,
  })
}
/** What a tick publishes: a change of what is published is looked at on its page. */
const isPublishable = ({ status }: PostRow) => postLife.rules.publish.from.some((one) => one === status)

/** 招聘信息 that wait for the school, or all there are. */
export function PostQueuePage() {
  const w = useWords(postWords)
  const reviews = useWords(reviewWords)
  const queue = useWords(tileWords).posts
  const cases = useWords(caseWords)
  const figures = useFigures()
  const school = useMySchool()
  const brief = usePostBrief()
  const { address, shown, change, turn, isTurning } = useListAddress<Filter>()
  const { data } = useSuspenseQuery(ask(listPosts, { params: { school }, query: shown }))
  const [ticked, tick] = useTicks(data.items, JSON.stringify(shown), isPublishable)
  const isMine = (address.queue ?? 'mine') === 'mine'
  const search = (row: PostRow) => ({
    ...shown,
    queue: address.queue ?? 'mine',
    at: isMine ? row.waitingSince : row.submittedAt,
  })
  const toggle = (row: PostRow) => {
    const next = new Map(ticked)
    if (!next.delete(row.id)) next.set(row.id, row)
    tick(next)
  }
  return (
    <ListPage<PostRow>
      title={queue.title}
      page={data}
      empty={isMine ? <AllDone of={{ queue: 'posts', words: queue }} /> : queue.empty}
      onPage={turn}
      isTurning={isTurning}
      active={{
        q: address.q,
        status: address.status && w.status[address.status],
        waited: address.waited && reviews.waitedLong,
      }}
      onClear={change}
      to={({ id }) => caseAddress('school', { kind: 'post', school, id })}
      search={search}
      brief={brief}
      tick={{
        title: reviews.select,
        show: (row) => (
          <Checkbox
            aria-label={row.title}
            disabled={!isPublishable(row)}
            checked={ticked.has(row.id)}
            onChange={() => toggle(row)}
          />
        ),
      }}
      notes={isMine && <WaitingHere queue="posts" />}
      filters={
        <>
          <MineOrAll
            open={isMine ? 'mine' : 'all'}
            onChange={(next) => change({ queue: next, status: undefined })}
          />
          <SearchField label={w.queueQ} sought={address.q ?? ''} onSearch={(q) => change({ q })} />
          {!isMine && (
            <ChoiceFilter<PostStanding>
              label={cases.review}
              all={cases.allStatuses}
              value={address.status ?? ''}
              onChange={(status) => change({ status })}
              options={POST_STANDINGS.map((value) => ({
                value,
                label: `${w.status[value]} ${data.counts[value] ?? 0}`,
              }))}
            />
          )}
        </>
      }
      columns={[
        { title: w.name.title ?? '', show: (row) => row.title },
        { title: w.employer, show: (row) => row.employer },
        { title: w.state, show: (row) => brief(row).state },
        { title: w.waiting, show: (row) => brief(row).due },
        { title: w.lastDay, show: (row) => figures.day(row.lastDay) },
      ]}
    >
      <BatchPass<PostRow>
        endpoint={publishPosts}
        tickable={data.items.filter(isPublishable)}
        chosen={ticked}
        nameOf={({ title, employer }) => `${title} · ${employer}`}
        onChoose={tick}
      />
    </ListPage>
  )
}
