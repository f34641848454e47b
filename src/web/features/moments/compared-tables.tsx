import type { Comparison } from '../../../contracts/moments.ts'
import { changeOf } from '../../../domain/figures/compared.ts'
import {
  figureOf,
  graduatesIn,
  MEASURE_NAMES,
  type Measure,
  type Tally,
} from '../../../domain/figures/parts.ts'
import { rateText } from '../../../words/figure-words.ts'
import { headsText, pointsText } from '../../../words/word-report.ts'
import type { Column } from '../../ui/data-list.tsx'
import { useFigures } from '../../ui/figures.ts'
import { SmallTable } from '../../ui/small-table.tsx'
import { useNameOf, useWords } from '../../words/language.tsx'
import { saidFigures } from '../figures/said-figures.ts'
import { momentWords } from './words.ts'

type Both = { readonly was: Tally; readonly is: Tally }
type Row = Both & { readonly key: string; readonly name: string; readonly measure: Measure }

/** A row of figures, then and later, with what is between them. */
function useColumns(title: string, hasGraduates: boolean): Column<Row>[] {
  const { comparison: w } = useWords(momentWords)
  const { number } = useFigures()
  const shown = (tally: Tally, measure: Measure) => {
    const figure = figureOf(measure, tally)
    return (
      <>
        {number(figure.numerator)} <span className="share">{rateText(figure)}</span>
      </>
    )
  }
  const change = ({ was, is, measure }: Row) => changeOf(figureOf(measure, was), figureOf(measure, is))
  const graduates = ({ was, is }: Row) => `${number(graduatesIn(was))} → ${number(graduatesIn(is))}`
  return [
    { title, show: ({ name }) => name },
    ...(hasGraduates ? [{ title: w.graduates, show: graduates }] : []),
    { title: w.was, show: ({ was, measure }) => shown(was, measure) },
    { title: w.is, show: ({ is, measure }) => shown(is, measure) },
    { title: w.heads, show: (row) => headsText(change(row)) },
    { title: w.points, show: (row) => pointsText(change(row)) },
  ]
}

/** Every figure of all together. */
export function ComparedFigures({ total }: { total: Both }) {
  const w = useWords(momentWords)
  const said = useWords(saidFigures)
  const columns = useColumns(w.measure, false)
  return (
    <SmallTable<Row>
      label={w.comparison.total}
      items={MEASURE_NAMES.map((measure) => ({
        ...total,
        measure,
        key: measure,
        name: said.measure[measure],
      }))}
      keyOf={({ key }) => key}
      columns={columns}
    />
  )
}

type Grouped = { of: Pick<Comparison, 'groups' | 'total'>; by: string; measure: Measure; label: string }
/** One figure of each group. */
export function ComparedGroups({ of, by, measure, label }: Grouped) {
  const said = useWords(saidFigures)
  const nameOf = useNameOf()
  const columns = useColumns(by, true)
  const groups = of.groups.map((group) => ({
    ...{ was: group.was, is: group.is, measure, key: `of ${group.key}` },
    name: nameOf(group) || said.unknown,
  }))
  return (
    <SmallTable<Row>
      label={label}
      items={[...groups, { ...of.total, measure, key: 'all', name: said.all }]}
      keyOf={({ key }) => key}
      columns={columns}
    />
  )
}
