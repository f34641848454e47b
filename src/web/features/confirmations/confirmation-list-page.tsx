import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import {
  type ConfirmationRow,
  getConfirmationProgress,
  listConfirmations,
} from '../../../contracts/confirmations.ts'
import { CONFIRMATION_STANDINGS } from '../../../domain/confirmation/period.ts'
import { ask } from '../../call.ts'
import { ChoiceFilter } from '../../ui/choice-filter.tsx'
import { useFigures } from '../../ui/figures.ts'
import { useListAddress } from '../../ui/list-address.ts'
import { ListPage } from '../../ui/list-page.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { ConfirmationMark } from './confirmation-mark.tsx'
import { confirmationWords } from './words.ts'

type Address = Readonly<Record<'year' | 'standing' | 'college' | 'q' | 'after' | 'before', string>>
const FROM_THE_FIRST = { after: undefined, before: undefined } as const

/** A year's graduates by whether they have confirmed; each opens their file. */
export function ConfirmationListPage() {
  const w = useWords(confirmationWords)
  const ui = useWords(uiWords)
  const { instant } = useFigures()
  const school = useMySchool()
  const { address, shown, change, isTurning } = useListAddress<Address>()
  const { data: progress } = useSuspenseQuery(
    ask(getConfirmationProgress, { params: { school }, query: shown.year ? { year: shown.year } : {} }),
  )
  const standing = CONFIRMATION_STANDINGS.find((one) => one === shown.standing)
  const { college, q, after, before, page } = shown
  const { data } = useSuspenseQuery(
    ask(listConfirmations, {
      params: { school },
      query: {
        year: progress.year,
        ...(standing && { standing }),
        ...(college && { college }),
        ...(q && { q }),
        ...(after && { after }),
        ...(before && { before }),
        ...(page && { page }),
      },
    }),
  )
  const narrow = (next: Partial<Address>) => change({ ...next, ...FROM_THE_FIRST })
  const turn = (to: number) =>
    change({
      after: to === data.page + 1 ? data.items[data.items.length - 1]?.id : undefined,
      before: to === data.page - 1 && to > 1 ? data.items[0]?.id : undefined,
      page: to > 1 ? String(to) : undefined,
    })
  const mark = (row: ConfirmationRow) => (
    <ConfirmationMark of={row.standing} reader="school" words={w.standing} />
  )
  return (
    <ListPage<ConfirmationRow>
      title={`${w.school.of(progress.year)} · ${w.list.title}`}
      act={
        <Link to="/school/confirmations" search={{ year: String(progress.year) }}>
          {w.list.back}
        </Link>
      }
      page={data}
      empty={w.list.empty}
      onPage={turn}
      isTurning={isTurning}
      active={{
        standing: standing && w.standing[standing],
        college: progress.colleges.find(({ id }) => id === college)?.name ?? college,
        q: address.q,
      }}
      onClear={narrow}
      filters={
        <>
          <ChoiceFilter
            label={w.list.standing}
            all={w.list.everyStanding}
            value={CONFIRMATION_STANDINGS.find((one) => one === address.standing) ?? ''}
            options={CONFIRMATION_STANDINGS.map((value) => ({ value, label: w.standing[value] }))}
            onChange={(chosen) => narrow({ standing: chosen })}
          />
          <ChoiceFilter
            label={w.school.college}
            all={w.list.everyCollege}
            value={address.college ?? ''}
            options={progress.colleges.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(chosen) => narrow({ college: chosen })}
          />
          <SearchField
            label={w.list.q}
            sought={address.q ?? ''}
            onSearch={(sought) => narrow({ q: sought })}
          />
        </>
      }
      to={({ id }) => `/school/students/${school}/${id}`}
      brief={(row) => ({
        who: row.student.name,
        what: row.student.studentNumber,
        state: mark(row),
        due: `${row.student.college} ${row.className}`,
      })}
      columns={[
        { title: w.list.student, show: ({ student }) => <span className="whole">{student.name}</span> },
        { title: w.list.studentNumber, show: ({ student }) => student.studentNumber },
        { title: w.school.college, show: ({ student }) => student.college },
        { title: w.list.major, show: ({ student }) => student.major },
        { title: w.list.className, show: ({ className }) => className },
        { title: w.list.standing, show: mark },
        {
          title: w.list.confirmedAt,
          show: ({ confirmedAt }) => (confirmedAt ? instant(confirmedAt) : ui.none),
        },
      ]}
    />
  )
}
