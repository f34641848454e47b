import { useSuspenseQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import * as contract from '../../../contracts/figures.ts'
import type { FigureFilter } from '../../../domain/figures/dimensions.ts'
import { figureOf, graduatesIn, NOTHING, PARTS, type Tally } from '../../../domain/figures/parts.ts'
import { rateText } from '../../../words/figure-words.ts'
import { ask, fetchFile } from '../../call.ts'
import { useFigures } from '../../ui/figures.ts'
import { useIsPhone } from '../../ui/narrow.ts'
import { SmallTable } from '../../ui/small-table.tsx'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import { developmentChart, groupsChart, LEGEND_ON_PHONE, partsChart } from './chart-options.ts'
import { FigureChart } from './figure-chart.tsx'
import type { NamedGroup } from './figure-table.tsx'
import { saidFigures } from './said-figures.ts'
import { SheetButtons } from './sheet-buttons.tsx'
import { figureWords } from './words.ts'

const ROW = 32

type Taking = { readonly title: string; readonly onTake: (form: 'svg' | 'png') => Promise<unknown> }
type Named = { readonly names: Parameters<typeof partsChart>[1] }
const COUNTED = [...PARTS, NOTHING] as const
const inWords = (tally: Tally, names: Named['names']) =>
  COUNTED.map(
    (one) =>
      `${names[one]} ${tally[one]} ${rateText({ numerator: tally[one], denominator: graduatesIn(tally) })}`,
  ).join(' · ')

/** How many there are of each outcome. */
export function Parts({ title, total, names, onTake }: Taking & Named & { total: Tally }) {
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

/** The outcomes of each group. */
export function Groups({ title, groups, names, onTake }: Taking & Named & { groups: readonly NamedGroup[] }) {
  const isPhone = useIsPhone()
  const option = useMemo(() => groupsChart(groups, names), [groups, names])
  const all = groups.map(({ name, tally }) => `${name} ${rateText(figureOf('placed', tally))}`).join(' · ')
  return (
    <FigureChart
      title={title}
      said={`${title}：${all}`}
      option={option}
      height={groups.length * ROW + (isPhone ? LEGEND_ON_PHONE + 46 : 110)}
      onTake={onTake}
    />
  )
}

/** So many days stand in the table at most. */
const TABLED = 12

/** The same as the picture: some of its days, the last among them, with each year's rate on the same day. */
function DevelopmentTable({ of }: { of: contract.Development }) {
  const w = useWords(figureWords)
  const said = useWords(saidFigures)
  const ui = useWords(uiWords)
  const { day } = useFigures()
  const step = Math.ceil(of.days.length / TABLED)
  const rows = of.days.flatMap((on, nth) =>
    (of.days.length - 1 - nth) % step === 0
      ? [
          {
            on,
            rates: of.years.map(({ points }) => points[nth] && rateText(figureOf('placed', points[nth]))),
          },
        ]
      : [],
  )
  return (
    <div className="figure-table">
      <SmallTable
        label={w.development}
        items={rows}
        keyOf={({ on }) => on}
        columns={[
          { title: said.day, show: ({ on }) => day(on) },
          ...of.years.map(({ year }, nth) => ({
            title: w.of(year),
            show: ({ rates }: (typeof rows)[number]) => rates[nth] ?? ui.none,
          })),
        ]}
      />
    </div>
  )
}

/** The placement rate over the weeks, beside earlier years. */
export function Development({
  school,
  year,
  filter,
  onTake,
}: {
  school: string
  year: number
  filter: FigureFilter
  onTake: Taking['onTake']
}) {
  const w = useWords(figureWords)
  const said = useWords(saidFigures)
  const { day } = useFigures()
  const params = { school }
  const { data } = useSuspenseQuery(
    ask(contract.getDevelopment, { params, query: { year: String(year), ...filter } }),
  )
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
      <div className="page-head">
        <h2>{w.table}</h2>
        <SheetButtons
          name={said.developmentSheet}
          get={(asked) =>
            fetchFile(contract.downloadDevelopment, { params, body: { year, filter, ...asked } })
          }
        />
      </div>
      <DevelopmentTable of={data} />
      <p className="soft">{said.facts.development}</p>
    </>
  )
}
