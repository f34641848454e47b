import { Link } from '@tanstack/react-router'
import type { Figures } from '../../../contracts/figures.ts'
import { figureOf, graduatesIn, type Measure, type Tally } from '../../../domain/figures/parts.ts'
import { rateText } from '../../../words/figure-words.ts'
import { useFigures } from '../../ui/figures.ts'
import { SmallTable } from '../../ui/small-table.tsx'
import { useWords } from '../../words/language.tsx'
import { saidFigures } from './said-figures.ts'
import { figureWords } from './words.ts'

const SHOWN: readonly Measure[] = [
  'placed',
  'contract',
  'flexible',
  'own-business',
  'further-study',
  'waiting',
  'not-seeking',
  'nothing',
]

export type NamedGroup = { readonly key: string; readonly name: string; readonly tally: Tally }
type Props = {
  by: string
  groups: readonly NamedGroup[]
  total: Figures['total']
  /** The address of this page, narrowed to a group. */
  narrowTo: (key: string) => object
  /** The page of who stands behind a number, and how it is asked; null: of all groups. */
  rowsTo: string
  rowsOf: (measure: Measure, key: string | null) => object
}

/** The same as the pictures: each group with heads and shares, each number opening who it counts. */
export function FigureTable({ by, groups, total, narrowTo, rowsTo, rowsOf }: Props) {
  const w = useWords(figureWords)
  const said = useWords(saidFigures)
  const { number } = useFigures()
  type Row = Omit<NamedGroup, 'key'> & { readonly key: string | null }
  const rows: Row[] = [...groups, { key: null, name: said.all, tally: total }]
  return (
    <div className="figure-table">
      <SmallTable<Row>
        label={w.table}
        items={rows}
        keyOf={({ key }) => (key === null ? 'all' : `of ${key}`)}
        columns={[
          {
            title: by,
            show: ({ key, name }) =>
              key === null ? (
                <strong>{name}</strong>
              ) : (
                <Link
                  className="figure-number"
                  to="/school/figures"
                  search={narrowTo(key)}
                  aria-label={w.narrow(name)}
                >
                  {name}
                </Link>
              ),
          },
          { title: said.graduates, show: ({ tally }) => number(graduatesIn(tally)) },
          ...SHOWN.map((measure) => ({
            title: said.measure[measure],
            show: ({ key, name, tally }: Row) => {
              const figure = figureOf(measure, tally)
              if (figure.numerator === 0) return '0'
              const label = w.rows(`${name} ${said.measure[measure]}`, number(figure.numerator))
              return (
                <>
                  <Link
                    className="figure-number"
                    to={rowsTo}
                    search={rowsOf(measure, key)}
                    aria-label={label}
                  >
                    {number(figure.numerator)}
                  </Link>{' '}
                  <span className="share">{rateText(figure)}</span>
                </>
              )
            },
          })),
        ]}
      />
    </div>
  )
}
