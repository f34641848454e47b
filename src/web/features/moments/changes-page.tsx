import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ChangedRow, listMomentChanges, UNCOUNTED } from '../../../contracts/moments.ts'
import { STANDINGS } from '../../../domain/figures/parts.ts'
import { ask } from '../../call.ts'
import { ChoiceFilter } from '../../ui/choice-filter.tsx'
import { useFigures } from '../../ui/figures.ts'
import { ListPage } from '../../ui/list-page.tsx'
import { useNameOf, useWords } from '../../words/language.tsx'
import { placeOfPage } from '../figures/figure-address.ts'
import { saidFigures } from '../figures/said-figures.ts'
import { useComparison } from './comparison-address.ts'
import { momentWords } from './words.ts'

const CLASSES = [...STANDINGS, UNCOUNTED] as const
type Class = (typeof CLASSES)[number]

/** Whose class changed between two moments: what it was, and what it is. */
export function ChangesPage() {
  const w = useWords(momentWords)
  const said = useWords(saidFigures)
  const nameOf = useNameOf()
  const { instant } = useFigures()
  const { address, shown, change, isTurning, params, asked } = useComparison('/school/moments/$id/changes')
  const classIn = (text: string | undefined) => CLASSES.find((one) => one === text)
  const [was, is] = [classIn(shown.was), classIn(shown.is)]
  const { page, after, before } = shown
  const { data } = useSuspenseQuery(
    ask(listMomentChanges, {
      params,
      query: {
        ...asked,
        ...(was && { was }),
        ...(is && { is }),
        ...(page && { page }),
        ...(after && { after }),
        ...(before && { before }),
      },
    }),
  )
  const classOf = (one: Class) => (one === UNCOUNTED ? w.uncounted : said.standing[one])
  const shownOf = (side: ChangedRow['was']) => {
    if (side === null) return w.uncounted
    const category = side.category ? nameOf(side.category) : ''
    return category ? `${said.standing[side.standing]} · ${category}` : said.standing[side.standing]
  }
  const sideOf = ({ name, at }: { name: string | null; at: string }) =>
    w.rows.of(name ?? w.withNow, instant(at))
  const choose = (which: 'was' | 'is', value: Class | undefined) => (
    <ChoiceFilter<Class>
      label={w.changes[which]}
      all={`${w.changes[which]}：${w.changes.any}`}
      value={value ?? ''}
      onChange={(chosen) => change({ [which]: chosen, after: undefined, before: undefined })}
      options={CLASSES.map((one) => ({ value: one, label: classOf(one) }))}
    />
  )
  return (
    <ListPage<ChangedRow>
      title={w.changes.title}
      act={
        <Link to="/school/moments/$id/comparison" params={{ id: params.id }} search={asked}>
          {w.changes.back}
        </Link>
      }
      notes={
        <p>
          {w.ofYear(data.year)}：{sideOf(data.wasAt)} → {sideOf(data.isAt)}
        </p>
      }
      page={data}
      empty={w.changes.empty}
      onPage={(wanted) => change(placeOfPage(data, wanted))}
      isTurning={isTurning}
      filters={
        <>
          {choose('was', classIn(address.was))}
          {choose('is', classIn(address.is))}
        </>
      }
      active={{
        was: was && `${w.changes.was} ${classOf(was)}`,
        is: is && `${w.changes.is} ${classOf(is)}`,
      }}
      onClear={(cleared) => change({ ...cleared, after: undefined, before: undefined })}
      to={({ id }) => `/school/students/${params.school}/${id}`}
      brief={(row) => ({
        who: row.name || w.rows.forgotten,
        what: row.studentNumber,
        state: `${shownOf(row.was)} → ${shownOf(row.is)}`,
        due: `${row.college} ${row.major}`,
      })}
      columns={[
        {
          title: said.row.name,
          show: (row) => <span className="whole">{row.name || w.rows.forgotten}</span>,
        },
        { title: said.row.studentNumber, show: (row) => row.studentNumber },
        { title: said.row.college, show: (row) => row.college },
        { title: said.row.major, show: (row) => row.major },
        { title: w.changes.was, show: (row) => shownOf(row.was) },
        { title: w.changes.is, show: (row) => shownOf(row.is) },
      ]}
    />
  )
}
