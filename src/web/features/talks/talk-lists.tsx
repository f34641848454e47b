import { useSuspenseQuery } from '@tanstack/react-query'
import { caseAddress } from '../../../contracts/case-address.ts'
import { listOwnTalks, listTalks, type TalkRow } from '../../../contracts/talks.ts'
import { TALK_STATUSES, type TalkStatus } from '../../../domain/talk/life.ts'
import { ask } from '../../call.ts'
import { ChoiceFilter } from '../../ui/choice-filter.tsx'
import { useFigures } from '../../ui/figures.ts'
import { useListAddress } from '../../ui/list-address.ts'
import { ListPage } from '../../ui/list-page.tsx'
import { PlainLink } from '../../ui/plain-button.tsx'
import type { Brief } from '../../ui/rows.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { uiWords } from '../../ui/words.ts'
import { useNameOf, useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { Age } from '../cases/age.tsx'
import { AllDone } from '../reviews/all-done.tsx'
import { MineOrAll } from '../reviews/mine-or-all.tsx'
import { tileWords } from '../reviews/tile-words.ts'
import { WaitingHere } from '../reviews/waiting-here.tsx'
import { reviewWords } from '../reviews/words.ts'
import { visitWords } from '../visits/words.ts'
import { usePlacedSaid } from './placed-said.ts'
import { TalkMark } from './talk-mark.tsx'
import { talkWords } from './words.ts'

type Filter = { q: string; status: TalkStatus; queue: 'mine' | 'all'; waited: 'long' }

/** How lists say a talk: to its employer by the school, to the school by the employer. */
function useTalkSaid(reader: 'school' | 'employer') {
  const w = useWords(talkWords)
  const ui = useWords(uiWords)
  const nameOf = useNameOf()
  const visits = useWords(visitWords)
  const say = usePlacedSaid()
  const other = (row: TalkRow) => (reader === 'school' ? row.employer : nameOf(row.school))
  const when = ({ placed }: TalkRow) => (placed ? say.when(placed) : w.notPlaced)
  const state = (row: TalkRow) => <TalkMark of={row} reader={reader} />
  const brief = (row: TalkRow): Brief => ({
    who: row.title,
    what: other(row),
    state: state(row),
    due: row.turn === reader ? <Age since={row.waitingSince} /> : when(row),
  })
  const columns = [
    { title: w.name.title ?? '', show: (row: TalkRow) => row.title },
    { title: reader === 'school' ? w.employer : w.school, show: other },
    { title: w.state, show: state },
    { title: w.when, show: when },
    { title: w.where, show: ({ placed }: TalkRow) => (placed ? say.where(placed) : ui.none) },
    { title: visits.signedUp, show: ({ signedUp, placed }: TalkRow) => (placed ? signedUp : ui.none) },
  ]
  return { brief, columns }
}

/** 宣讲会 of an employer, at all schools. */
export function OwnTalksPage() {
  const w = useWords(talkWords)
  const { brief, columns } = useTalkSaid('employer')
  const { address, shown, change, turn, isTurning } = useListAddress<Pick<Filter, 'q' | 'status'>>()
  const { data } = useSuspenseQuery(ask(listOwnTalks, { query: shown }))
  return (
    <ListPage<TalkRow>
      title={w.title}
      page={data}
      empty={w.empty}
      onPage={turn}
      isTurning={isTurning}
      active={{ q: address.q, status: address.status && w.status[address.status] }}
      onClear={change}
      to={({ school, id }) => caseAddress('employer', { kind: 'talk', school: school.code, id })}
      act={
        <PlainLink primary to="/employer/talks/new">
          {w.request}
        </PlainLink>
      }
      notes={<p>{w.lead}</p>}
      brief={brief}
      columns={columns}
      filters={
        <>
          <SearchField label={w.q} sought={address.q ?? ''} onSearch={(q) => change({ q })} />
          <ChoiceFilter<TalkStatus>
            label={w.state}
            all={w.anyStatus}
            value={address.status ?? ''}
            onChange={(status) => change({ status })}
            options={TALK_STATUSES.map((value) => ({ value, label: w.status[value] }))}
          />
        </>
      }
    />
  )
}

/** Talks that wait for a venue, the longest first; or all there are. */
export function TalkQueuePage() {
  const w = useWords(talkWords)
  const queue = useWords(tileWords).talks
  const reviews = useWords(reviewWords)
  const figures = useFigures()
  const school = useMySchool()
  const { brief, columns } = useTalkSaid('school')
  const { address, shown, change, turn, isTurning } = useListAddress<Filter>()
  const { data } = useSuspenseQuery(ask(listTalks, { params: { school }, query: shown }))
  const isMine = (address.queue ?? 'mine') === 'mine'
  return (
    <ListPage<TalkRow>
      title={queue.title}
      page={data}
      empty={isMine ? <AllDone of={{ queue: 'talks', words: queue }} /> : queue.empty}
      onPage={turn}
      isTurning={isTurning}
      active={{
        q: address.q,
        status: address.status && w.status[address.status],
        waited: address.waited && reviews.waitedLong,
      }}
      onClear={change}
      to={({ id }) => caseAddress('school', { kind: 'talk', school, id })}
      notes={isMine && <WaitingHere queue="talks" />}
      act={<PlainLink to="/school/venues">{w.venues}</PlainLink>}
      brief={brief}
      columns={[...columns, { title: w.requestedAt, show: (row) => figures.instant(row.requestedAt) }]}
      filters={
        <>
          <MineOrAll
            open={isMine ? 'mine' : 'all'}
            onChange={(next) => change({ queue: next, status: undefined })}
          />
          <SearchField label={w.queueQ} sought={address.q ?? ''} onSearch={(q) => change({ q })} />
          {!isMine && (
            <ChoiceFilter<TalkStatus>
              label={w.state}
              all={w.anyStatus}
              value={address.status ?? ''}
              onChange={(status) => change({ status })}
              options={TALK_STATUSES.map((value) => ({ value, label: w.status[value] }))}
            />
          )}
        </>
      }
    />
  )
}
