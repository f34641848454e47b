import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useMemo } from 'react'
import * as contract from '../../../contracts/figures.ts'
import { DIMENSIONS, OF_ROSTER, OF_WORK } from '../../../domain/figures/dimensions.ts'
import {
  figureOf,
  graduatesIn,
  type Measure,
  NOTHING,
  PARTS,
  type Tally,
} from '../../../domain/figures/parts.ts'
import { rateText } from '../../../words/figure-words.ts'
import { ask, call, fetchFile } from '../../call.ts'
import { ChoiceFilter } from '../../ui/choice-filter.tsx'
import { useFigures } from '../../ui/figures.ts'
import { Filters } from '../../ui/filters.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { useLanguage, useNameOf, useWords } from '../../words/language.tsx'
import { useMe, useMySchool } from '../accounts/me.ts'
import { developmentChart, groupsChart, partsChart } from './chart-options.ts'
import { addressOfFilter, filterIn, useFigureAddress } from './figure-address.ts'
import { FigureCards } from './figure-cards.tsx'
import { FigureChart } from './figure-chart.tsx'
import { FigureTable, type NamedGroup } from './figure-table.tsx'
import { saidFigures } from './said-figures.ts'
import { SaveButton } from './save-button.tsx'
import { figureWords } from './words.ts'
import './figures.css'

const GROUPS_PICTURED = 40
const ROW = 32

/** 就业数据: what became of a year's graduates, in pictures and as a table; every number opens who it counts. */
export function FiguresPage() {
  const w = useWords(figureWords)
  const said = useWords(saidFigures)
  const nameOf = useNameOf()
  const { language } = useLanguage()
  const { instant, number } = useFigures()
  const me = useMe()
  const school = useMySchool()
  const { address, shown, change, isTurning } = useFigureAddress()
  const params = { school }
  const by = DIMENSIONS.find((one) => one === shown.by) ?? 'college'
  const filter = filterIn(shown)
  const { data } = useSuspenseQuery(
    ask(contract.getFigures, { params, query: { by, ...(shown.year && { year: shown.year }), ...filter } }),
  )
  const { year, total } = data
  const calledOf = (of: { readonly name: string; readonly nameEn: string }) => nameOf(of) || said.unknown
  const groups = data.groups.map((group): NamedGroup => ({ ...group, name: calledOf(group) }))
  const names = { ...said.measure, [NOTHING]: said.measure.nothing }
  const rowsOf = (measure: Measure, key: string | null = null) => ({
    year: String(year),
    measure,
    ...addressOfFilter({ ...filter, ...(key !== null && { [by]: key }) }),
  })
  const take = (picture: (typeof contract.PICTURES)[number]) => (pictureForm: 'svg' | 'png') =>
    call(contract.takePicture, { params, body: { year, groupedBy: by, filter, picture, pictureForm } })
  const isEmpty = graduatesIn(total) === 0
  const pictured = groups.slice(0, GROUPS_PICTURED)
  return (
    <>
      <div className="page-head">
        <h1>{w.title}</h1>
        <span className="soft">{w.moment(instant(data.at))}</span>
        <div className="page-act figure-saves">
          <Button onClick={() => window.print()}>{w.print}</Button>
        </div>
      </div>
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
            <FigureCards total={total} rowsOf={rowsOf} />
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
              <div className="page-act figure-saves">
                {contract.SHEET_FORMS.map((format) => (
                  <SaveButton
                    key={format}
                    label={w.save[format]}
                    done={w.saved}
                    save={async () => {
                      const body = { year, groupedBy: by, filter, format, language }
                      saveFile(
                        await fetchFile(contract.downloadFigureTable, { params, body }),
                        `${said.sheet}.${format}`,
                      )
                    }}
                  />
                ))}
              </div>
            </div>
            <FigureTable
              by={said.dimension[by]}
              groups={groups}
              total={total}
              rowsOf={rowsOf}
              narrowTo={(key) => ({ ...address, ...addressOfFilter({ [by]: key }) })}
            />
          </section>
          {OF_WORK.every((dimension) => filter[dimension] === undefined) && (
            <section className="card">
              <Development
                school={school}
                query={{
                  year: String(year),
                  ...Object.fromEntries(
                    OF_ROSTER.flatMap((one) => (filter[one] === undefined ? [] : [[one, filter[one]]])),
                  ),
                }}
                onTake={take('development')}
              />
            </section>
          )}
        </>
      )}
    </>
  )
}

type Taking = { readonly title: string; readonly onTake: (form: 'svg' | 'png') => Promise<unknown> }
type Named = { readonly names: Parameters<typeof partsChart>[1] }
const COUNTED = [...PARTS, NOTHING] as const
const inWords = (tally: Tally, names: Named['names']) =>
  COUNTED.map(
    (one) =>
      `${names[one]} ${tally[one]} ${rateText({ numerator: tally[one], denominator: graduatesIn(tally) })}`,
  ).join(' · ')

function Parts({ title, total, names, onTake }: Taking & Named & { total: Tally }) {
  const option = useMemo(() => partsChart(total, names), [total, names])
  return (
    <FigureChart
      title={title}
      said={`${title}：${inWords(total, names)}`}
      option={option}
      height={COUNTED.length * 36 + 48}
      onTake={onTake}
    />
  )
}

function Groups({ title, groups, names, onTake }: Taking & Named & { groups: readonly NamedGroup[] }) {
  const option = useMemo(() => groupsChart(groups, names), [groups, names])
  const all = groups.map(({ name, tally }) => `${name} ${rateText(figureOf('placed', tally))}`).join(' · ')
  return (
    <FigureChart
      title={title}
      said={`${title}：${all}`}
      option={option}
      height={groups.length * ROW + 110}
      onTake={onTake}
    />
  )
}

function Development({ school, query, onTake }: { school: string; query: object; onTake: Taking['onTake'] }) {
  const w = useWords(figureWords)
  const { day } = useFigures()
  const { data } = useSuspenseQuery(ask(contract.getDevelopment, { params: { school }, query }))
  const option = useMemo(
    () =>
      developmentChart(
        data.days.map(day),
        data.years.map((one) => ({ name: w.of(one.year), points: one.points })),
      ),
    [data, w, day],
  )
  const last = data.days[data.days.length - 1]
  if (last === undefined) return null
  const same = data.years.flatMap((one) => {
    const tally = one.points[one.points.length - 1]
    return tally ? [`${w.of(one.year)} ${rateText(figureOf('placed', tally))}`] : []
  })
  return (
    <>
      <FigureChart
        title={w.development}
        said={`${w.development}：${same.join(' · ')}`}
        option={option}
        height={320}
        onTake={onTake}
      />
      <p>{`${w.sameDay(day(last))}：${same.join(' · ')}`}</p>
      <p className="soft">{w.developmentNote}</p>
    </>
  )
}
