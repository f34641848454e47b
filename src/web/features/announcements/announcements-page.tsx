import { useSuspenseQuery } from '@tanstack/react-query'
import { listAnnouncements } from '../../../contracts/announcements.ts'
import { ANNOUNCEMENT_STATUSES, type AnnouncementStatus } from '../../../domain/announcement/life.ts'
import { ask } from '../../call.ts'
import { ChoiceFilter } from '../../ui/choice-filter.tsx'
import { useFigures } from '../../ui/figures.ts'
import { useListAddress } from '../../ui/list-address.ts'
import { ListPage } from '../../ui/list-page.tsx'
import { PlainLink } from '../../ui/plain-button.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { AnnouncementState } from './announcement-state.tsx'
import { announcementWords } from './words.ts'

/** 通知公告: all that the school has written, drafts and withdrawn ones among them. */
export function AnnouncementsPage() {
  const w = useWords(announcementWords)
  const figures = useFigures()
  const school = useMySchool()
  const { address, shown, change, turn, isTurning } = useListAddress<{
    q: string
    status: AnnouncementStatus
  }>()
  const { data } = useSuspenseQuery(ask(listAnnouncements, { params: { school }, query: shown }))
  const titleOf = ({ title, pinned }: { title: string; pinned: boolean }) =>
    pinned ? `【${w.pinnedMark}】${title}` : title
  const shownFrom = (row: { shownFrom: string | null }) =>
    row.shownFrom === null ? w.notShown : figures.instant(row.shownFrom)
  return (
    <ListPage
      title={w.title}
      page={data}
      empty={w.empty}
      onPage={turn}
      isTurning={isTurning}
      active={{ q: address.q, status: address.status && w.status[address.status] }}
      onClear={change}
      to={({ id }) => `/school/announcements/${id}`}
      act={
        <PlainLink primary to="/school/announcements/new">
          {w.write}
        </PlainLink>
      }
      notes={
        <p>
          {w.lead} <a href={`/s/${school}`}>{w.site}</a>
        </p>
      }
      brief={(row) => ({
        who: titleOf(row),
        what: row.author,
        state: <AnnouncementState of={row} />,
        due: figures.instant(row.changedAt),
      })}
      filters={
        <>
          <SearchField label={w.q} sought={address.q ?? ''} onSearch={(q) => change({ q })} />
          <ChoiceFilter<AnnouncementStatus>
            label={w.state}
            all={w.anyStatus}
            value={address.status ?? ''}
            onChange={(status) => change({ status })}
            options={ANNOUNCEMENT_STATUSES.map((value) => ({ value, label: w.status[value] }))}
          />
        </>
      }
      columns={[
        { title: w.name.title, show: titleOf },
        { title: w.name.author, show: (row) => row.author },
        { title: w.state, show: (row) => <AnnouncementState of={row} /> },
        { title: w.shownFrom, show: shownFrom },
        { title: w.changedAt, show: (row) => figures.instant(row.changedAt) },
      ]}
    />
  )
}
