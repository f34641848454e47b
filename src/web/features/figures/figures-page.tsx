import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import * as contract from '../../../contracts/figures.ts'
import { DIMENSIONS, OF_ROSTER, OF_WORK } from '../../../domain/figures/dimensions.ts'
import { graduatesIn, type Measure, NOTHING } from '../../../domain/figures/parts.ts'
import { ask, call, fetchFile } from '../../call.ts'
import { ChoiceFilter } from '../../ui/choice-filter.tsx'
import { useFigures } from '../../ui/figures.ts'
import { Filters } from '../../ui/filters.tsx'
import { Note } from '../../ui/note.tsx'
import { PlainLink } from '../../ui/plain-button.tsx'
import { useNameOf, useWords } from '../../words/language.tsx'
import { useMe, useMySchool } from '../accounts/me.ts'
import { addressOfFilter, filterIn, useFigureAddress } from './figure-address.ts'
import { FigureCards } from './figure-cards.tsx'
import { Development, Groups, Parts } from './figure-pictures.tsx'
import { FigureTable, type NamedGroup } from './figure-table.tsx'
import { saidFigures } from './said-figures.ts'
import { SheetButtons } from './sheet-buttons.tsx'
import { figureWords } from './words.ts'
import './figures.css'

const GROUPS_PICTURED = 40

/** 就业数据: what became of a year's graduates, in pictures and as a table; every number opens who it counts. */
export function FiguresPage() {
  const w = useWords(figureWords)
  const said = useWords(saidFigures)
  const nameOf = useNameOf()
  const { instant, number } = useFigures()
  const me = useMe()
  const school = useMySchool()
  const { address, shown, change, isTurning } = useFigureAddress()
  const params = { school }
  const by = DIMENSIONS.find((one) => one === shown.by) ?? 'college'
  const filter = filterIn(shown)
  const { data } = useSuspenseQuery(
    ask(contract.getFigures, {
      params,
      query: {
        by,
        ...(shown.year && { year: shown.year }),
        ...(shown.moment && { moment: shown.moment }),
        ...filter,
      },
    }),
  )
  const { year, total, moment } = data
  const ofMoment = moment && { moment: moment.id }
  const calledOf = (of: { readonly name: string; readonly nameEn: string }) => nameOf(of) || said.unknown
  const groups = data.groups.map((group): NamedGroup => ({ ...group, name: calledOf(group) }))
  const names = { ...said.measure, [NOTHING]: said.measure.nothing }
  const rowsOf = (measure: Measure, key: string | null = null) => ({
    year: String(year),
    measure,
    ...addressOfFilter({ ...filter, ...(key !== null && { [by]: key }) }),
  })
  const rowsTo = moment ? `/school/moments/${moment.id}/rows` : '/school/figures/rows'
  const take = (picture: (typeof contract.PICTURES)[number]) => (pictureForm: 'svg' | 'png') =>
    call(contract.takePicture, {
      params,
      body: { year, groupedBy: by, ...ofMoment, filter, picture, pictureForm },
    })
  const isEmpty = graduatesIn(total) === 0
  const pictured = groups.slice(0, GROUPS_PICTURED)
  return (
    <>
      <div className="page-head">
        <h1>{w.title}</h1>
        <span className="soft">{w.moment(instant(data.at))}</span>
        <div className="page-act figure-saves">
          <PlainLink to="/school/moments">{w.moments}</PlainLink>
          <Button onClick={() => window.print()}>{w.print}</Button>
        </div>
      </div>
      {moment && (
        <Note
          type="info"
          title={
            <>
              {w.ofMoment(instant(data.at))}
              <Link to="/school/moments/$id" params={{ id: moment.id }}>
                {moment.name}
              </Link>
            </>
          }
          action={
            <Link to="/school/figures" search={{ ...address, moment: undefined }}>
              {w.asNow}
            </Link>
          }
        />
      )}
      <section className={isTurning ? 'card turning' : 'card'} aria-busy={isTurning}>
        <div className="figure-filters">
          <Filters
            active={Object.fromEntries(
              data.chosen.map((one) => [one.dimension, `${said.dimension[one.dimension]} ${calledOf(one)}`]),
            )}
            onClear={change}
          >
            <ChoiceFilter
              label={w.year}
              value={String(year)}
              options={[...new Set([year, ...data.years])]
                .sort((one, other) => other - one)
                .map((one) => ({ value: String(one), label: w.of(one) }))}
              onChange={(chosen) => change({ year: chosen })}
            />
            <ChoiceFilter
              label={w.by}
              value={address.by ?? 'college'}
              options={DIMENSIONS.map((value) => ({ value, label: w.byOf(said.dimension[value]) }))}
              onChange={(chosen) => change({ by: chosen })}
            />
          </Filters>
        </div>
        {data.waiting !== null && data.waiting > 0 && <p>{w.waiting(number(data.waiting))}</p>}
        {isEmpty ? (
          <div className="empty">
            <p>{data.chosen.length > 0 ? w.noneWithin : w.none}</p>
            {data.chosen.length === 0 && <p className="soft">{w.noneText}</p>}
            {me.staffRole === 'administrator' && data.years.length === 0 && (
              <Link to="/school/roster-imports">{w.import}</Link>
            )}
          </div>
        ) : (
          <>
            <h2>{`${w.of(year)} · ${w.figures}`}</h2>
            <FigureCards total={total} rowsTo={rowsTo} rowsOf={rowsOf} />
            <p className="soft">{`${w.population}：${said.population}`}</p>
          </>
        )}
      </section>
      {!isEmpty && (
        <>
          <section className="card">
            <Parts title={w.parts} total={total} names={names} onTake={take('parts')} />
          </section>
          <section className="card">
            {groups.length > 0 && (
              <Groups
                title={`${w.groups}（${said.dimension[by]}）`}
                groups={pictured}
                names={names}
                onTake={take('groups')}
              />
            )}
            {groups.length > GROUPS_PICTURED && <p>{w.pictured(GROUPS_PICTURED, groups.length)}</p>}
            {OF_WORK.includes(by) && <p className="soft">{said.ofWork}</p>}
            <div className="page-head">
              <h2>{w.table}</h2>
              <SheetButtons
                name={said.sheet}
                get={(asked) =>
                  fetchFile(contract.downloadFigureTable, {
                    params,
                    body: { year, groupedBy: by, ...ofMoment, filter, ...asked },
                  })
                }
              />
            </div>
            <FigureTable
              by={said.dimension[by]}
              groups={groups}
              total={total}
              rowsTo={rowsTo}
              rowsOf={rowsOf}
              narrowTo={(key) => ({ ...address, ...addressOfFilter({ [by]: key }) })}
            />
          </section>
          {moment === null && OF_WORK.every((dimension) => filter[dimension] === undefined) && (
            <section className="card">
              <Development
                school={school}
                year={year}
                filter={Object.fromEntries(
                  OF_ROSTER.flatMap((one) => (filter[one] === undefined ? [] : [[one, filter[one]]])),
                )}
                onTake={take('development')}
              />
            </section>
          )}
        </>
      )}
    </>
  )
}
