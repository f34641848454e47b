import type { BarSeriesOption, LineSeriesOption } from 'echarts/charts'
import type { AriaComponentOption, GridComponentOption, LegendComponentOption } from 'echarts/components'
import type { ComposeOption } from 'echarts/core'
import {
  type FigureStanding,
  figureOf,
  graduatesIn,
  STANDINGS,
  type Tally,
} from '../../../domain/figures/parts.ts'
import { chartColours, colours, fonts, sizes } from '../../../looks/tokens.ts'
import { rateText } from '../../../words/figure-words.ts'

export type ChartOption = ComposeOption<
  BarSeriesOption | LineSeriesOption | GridComponentOption | LegendComponentOption | AriaComponentOption
>
type Names = Readonly<Record<FigureStanding, string>>

const text = { color: colours.ink, fontFamily: fonts.text, fontSize: sizes[13] }
const quiet = { animation: false, textStyle: text, backgroundColor: colours.white } as const
const axisLine = { lineStyle: { color: colours.edge } }
const splitLine = { lineStyle: { color: colours.line } }
const percent = { ...text, formatter: '{value}%' }
const grid = { left: 8, right: 72, top: 36, bottom: 8, containLabel: true }
const legend = { top: 0, left: 0, textStyle: text, itemWidth: 12, itemHeight: 12 }

/** In px: a picture on a phone, whose names go over several lines so that the bars keep their room. */
const NARROW = 480
const onPhone = (usual: ChartOption, narrow: ChartOption): ChartOption => ({
  baseOption: usual,
  media: [{ query: { maxWidth: NARROW }, option: narrow }],
})
const inLines = { axisLabel: { width: 104, overflow: 'break' } } as const
const FEW_TICKS = { axisLabel: { ...text, hideOverlap: true }, splitNumber: 2 } as const

/** Each outcome as a bar from zero, its number and share beside it. */
export const partsChart = (total: Tally, names: Names): ChartOption =>
  onPhone(
    {
      ...quiet,
      grid: { ...grid, top: 8, right: 120 },
      xAxis: { type: 'value', min: 0, axisLabel: text, splitLine, minInterval: 1, splitNumber: 3 },
      yAxis: {
        type: 'category',
        inverse: true,
        data: STANDINGS.map((one) => names[one]),
        axisLine,
        axisLabel: text,
      },
      series: [
        {
          type: 'bar',
          barMaxWidth: 22,
          data: STANDINGS.map((one) => ({ value: total[one], itemStyle: { color: chartColours[one] } })),
          label: {
            show: true,
            position: 'right',
            ...text,
            formatter: ({ dataIndex }) => {
              const figure = { numerator: total[STANDINGS[dataIndex]!], denominator: graduatesIn(total) }
              return `${figure.numerator} · ${rateText(figure)}`
            },
          },
        },
      ],
    },
    { grid: { right: 96 }, xAxis: FEW_TICKS, yAxis: inLines },
  )

/** In px: where a phone has a name a line. */
export const LEGEND_ON_PHONE = STANDINGS.length * 24
/** Of each group the shares of all outcomes, in one bar as long as the others: a small group is as visible as a large one. */
export const groupsChart = (
  groups: readonly { readonly name: string; readonly tally: Tally }[],
  names: Names,
): ChartOption =>
  onPhone(
    {
      ...quiet,
      legend,
      grid: { ...grid, top: 64 },
      xAxis: { type: 'value', min: 0, max: 100, interval: 50, axisLabel: percent, splitLine },
      yAxis: {
        type: 'category',
        inverse: true,
        data: groups.map(({ name }) => name),
        axisLine,
        axisLabel: { ...text, width: 120, overflow: 'truncate' },
      },
      series: STANDINGS.map((one, n) => ({
        name: names[one],
        type: 'bar',
        stack: 'all',
        barMaxWidth: 18,
        itemStyle: { color: chartColours[one], borderColor: colours.white, borderWidth: 1 },
        data: groups.map(({ tally }) => shareOf(tally[one], tally)),
        ...(n === STANDINGS.length - 1 && {
          label: {
            show: true,
            position: 'right',
            ...text,
            formatter: ({ dataIndex }) => rateText(figureOf('placed', groups[dataIndex]!.tally)),
          },
        }),
      })),
    },
    { grid: { top: LEGEND_ON_PHONE }, yAxis: inLines },
  )
const shareOf = (n: number, tally: Tally) => (n * 100) / Math.max(1, graduatesIn(tally))

/** Each outcome at two moments, bar beside bar from zero, with its number. */
export const comparisonChart = (
  { was, is }: { readonly was: Tally; readonly is: Tally },
  names: Names,
  sides: { readonly was: string; readonly is: string },
): ChartOption =>
  onPhone(
    {
      ...quiet,
      legend,
      grid: { ...grid, top: 40 },
      xAxis: { type: 'value', min: 0, axisLabel: text, splitLine, minInterval: 1, splitNumber: 3 },
      yAxis: {
        type: 'category',
        inverse: true,
        data: STANDINGS.map((one) => names[one]),
        axisLine,
        axisLabel: text,
      },
      series: (
        [
          [sides.was, was, chartColours.nothing],
          [sides.is, is, chartColours.contract],
        ] as const
      ).map(([name, tally, color]) => ({
        name,
        type: 'bar',
        barMaxWidth: 14,
        itemStyle: { color },
        data: STANDINGS.map((one) => tally[one]),
        label: { show: true, position: 'right', ...text },
      })),
    },
    { xAxis: FEW_TICKS, yAxis: inLines },
  )

type Grown = { readonly name: string; readonly points: readonly Tally[] }
/** The placement rate on each day, a line a year, each called by its year at its end. */
export const developmentChart = (days: readonly string[], years: readonly Grown[]): ChartOption => ({
  ...quiet,
  grid: { ...grid, top: 16, right: 104 },
  xAxis: {
    type: 'category',
    boundaryGap: false,
    data: [...days],
    axisLine,
    axisLabel: { ...text, hideOverlap: true },
  },
  yAxis: { type: 'value', min: 0, max: 100, axisLabel: percent, splitLine },
  series: years.map(({ name, points }, n) => ({
    name,
    type: 'line',
    showSymbol: false,
    lineStyle: { width: n === 0 ? 3 : 2, type: n === 0 ? 'solid' : 'dashed' },
    color: [chartColours.contract, chartColours.flexible, chartColours['further-study']][n] ?? colours.soft,
    data: points.map((tally) => {
      const { numerator } = figureOf('placed', tally)
      return shareOf(numerator, tally)
    }),
    endLabel: { show: true, formatter: '{a}', ...text },
  })),
})
