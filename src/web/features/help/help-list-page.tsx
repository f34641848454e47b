import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Checkbox } from 'antd'
import { type HelpRow, listToHelp } from '../../../contracts/help.ts'
import { HELP_WISHES, MOST_TICKED } from '../../../domain/help/record.ts'
import { ask } from '../../call.ts'
import { useFigures } from '../../ui/figures.ts'
import { useListAddress } from '../../ui/list-address.ts'
import { ListPage } from '../../ui/list-page.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { TickBar } from '../../ui/tick-bar.tsx'
import { useTicks } from '../../ui/ticks.ts'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { type HelpAddress, HelpFilters } from './help-filters.tsx'
import { NoticeButton } from './notice-button.tsx'
import { Referrals } from './referrals.tsx'
import { StandingMark } from './standing-mark.tsx'
import { helpWords } from './words.ts'

const FROM_THE_FIRST = { after: undefined, before: undefined } as const
/** As many are named before a notice goes to them. */
const NAMED = 10

/** 就业帮扶: a year's graduates without a destination, whose next step is due first. */
export function HelpListPage() {
  const w = useWords(helpWords)
  const ui = useWords(uiWords)
  const figures = useFigures()
  const school = useMySchool()
  const { address, shown, change, isTurning } = useListAddress<HelpAddress>()
  const filter = filterOf(shown)
  const { after, before, page } = shown
  const { data } = useSuspenseQuery(
    ask(listToHelp, {
      params: { school },
      query: { ...filter, ...(after && { after }), ...(before && { before }), ...(page && { page }) },
    }),
  )
  const [chosen, choose] = useTicks(data.items, JSON.stringify(shown))
  const narrow = (next: Partial<HelpAddress>) => change({ ...next, ...FROM_THE_FIRST })
  const turn = (to: number) =>
    change({
      after: to === data.page + 1 ? data.items[data.items.length - 1]?.id : undefined,
      before: to === data.page - 1 && to > 1 ? data.items[0]?.id : undefined,
      page: to > 1 ? String(to) : undefined,
    })
  const tick = (row: HelpRow, isOn: boolean) => {
    const next = new Map(chosen)
    if (isOn) next.set(row.id, row)
    else next.delete(row.id)
    choose(next)
  }
  const active = {
    college: data.colleges.find(({ id }) => id === filter.college)?.name ?? filter.college,
    contact: filter.contact && w.never,
    notSince: filter.notSince && w.since(figures.day(filter.notSince)),
    wishFor: filter.wishFor && w.wish[filter.wishFor],
    hardship: filter.hardship,
    q: filter.q,
  }
  const due = (row: HelpRow) =>
    row.nextOn &&
    (row.isDue ? (
      <StateMark standing="mine">{w.due(figures.day(row.nextOn))}</StateMark>
    ) : (
      w.by(figures.day(row.nextOn))
    ))
  const ticked = [...chosen.values()]
  const names = ticked.slice(0, NAMED).map(({ student }) => student.name)
  const inWords = [w.of(data.year), ...Object.values(active).filter(Boolean)].join(' · ')
  return (
    <ListPage<HelpRow>
      title={w.title}
      act={<Link to="/school/help-notices">{w.toNotices}</Link>}
      notes={
        <>
          <p className="soft">{w.lead}</p>
          <Referrals year={data.year} college={filter.college} />
        </>
      }
      page={data}
      empty={w.empty}
      onPage={turn}
      isTurning={isTurning}
      active={active}
      onClear={narrow}
      filters={<HelpFilters of={data} address={address} onNarrow={narrow} />}
      to={({ id }) => `/school/help/${school}/${id}`}
      brief={(row) => ({
        who: `${row.student.name} ${row.student.studentNumber}`,
        what: row.nextStep || `${row.student.college} ${row.className}`,
        state: <StandingMark of={row.standing} />,
        due: due(row) || (row.spokeOn ? figures.day(row.spokeOn) : w.never),
      })}
      tick={{
        title: w.tick,
        show: (row) => (
          <Checkbox
            aria-label={`${w.tick} ${row.student.name} ${row.student.studentNumber}`}
            checked={chosen.has(row.id)}
            disabled={!chosen.has(row.id) && chosen.size >= MOST_TICKED}
            onChange={({ target }) => tick(row, target.checked)}
          />
        ),
      }}
      columns={[
        { title: w.student, show: ({ student }) => <span className="whole">{student.name}</span> },
        { title: w.studentNumber, show: ({ student }) => student.studentNumber },
        {
          title: w.className,
          show: ({ student, className }) => (
            <>
              <span className="help-line">{student.college}</span>
              <span className="help-line">{className}</span>
            </>
          ),
        },
        { title: w.state, show: ({ standing }) => <StandingMark of={standing} /> },
        { title: w.wishFor, show: ({ wishFor }) => (wishFor ? w.wish[wishFor] : ui.none) },
        {
          title: w.lastContact,
          show: ({ spokeOn }) => <span className="whole">{spokeOn ? figures.day(spokeOn) : w.never}</span>,
        },
        {
          title: w.next,
          show: (row) =>
            row.nextOn ? (
              <>
                {due(row)} {row.nextStep}
              </>
            ) : (
              ui.none
            ),
        },
      ]}
    >
      {chosen.size > 0 ? (
        <TickBar text={w.ticked(chosen.size)}>
          <Button onClick={() => choose(new Map())}>{w.clear}</Button>
          <NoticeButton
            label={w.notice.label}
            whom={w.notice.whom(names.join('、'), ticked.length - names.length)}
            total={ticked.length}
            filter={{ year: data.year, students: ticked.map(({ id }) => id) }}
            onSent={() => choose(new Map())}
          />
        </TickBar>
      ) : (
        data.total > 0 && (
          <div className="list-acts">
            <NoticeButton
              label={w.notice.labelAll}
              whom={w.notice.all(inWords)}
              total={data.total}
              filter={{ ...filter, year: data.year }}
            />
          </div>
        )
      )}
    </ListPage>
  )
}

/** What of an address narrows the list. */
function filterOf({ year, college, contact, notSince, wishFor, hardship, q }: Partial<HelpAddress>) {
  const wish = HELP_WISHES.find((one) => one === wishFor)
  return {
    ...(year && { year: Number(year) }),
    ...(college && { college }),
    ...(contact === 'never' && { contact: 'never' as const }),
    ...(notSince && { notSince }),
    ...(wish && { wishFor: wish }),
    ...(hardship && { hardship }),
    ...(q && { q }),
  }
}
