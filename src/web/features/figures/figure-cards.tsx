import { Link } from '@tanstack/react-router'
import type { Figures } from '../../../contracts/figures.ts'
import { figureOf, MEASURE_NAMES, type Measure } from '../../../domain/figures/parts.ts'
import { rateText } from '../../../words/figure-words.ts'
import { useFigures } from '../../ui/figures.ts'
import { useWords } from '../../words/language.tsx'
import { saidFigures } from './said-figures.ts'
import { figureWords } from './words.ts'

/** Each figure with its numerator, which opens who they are, its denominator and its definition. */
export function FigureCards({
  total,
  rowsTo,
  rowsOf,
}: {
  total: Figures['total']
  /** The page of who stands behind a number, and how it is asked. */
  rowsTo: string
  rowsOf: (measure: Measure) => object
}) {
  const w = useWords(figureWords)
  const said = useWords(saidFigures)
  const { number } = useFigures()
  return (
    <dl className="figure-cards">
      {MEASURE_NAMES.map((measure) => {
        const figure = figureOf(measure, total)
        const people = w.people(number(figure.numerator), number(figure.denominator))
        return (
          <div key={measure}>
            <dt>{said.measure[measure]}</dt>
            <dd className="rate">{rateText(figure)}</dd>
            <dd>
              {figure.numerator === 0 ? (
                people
              ) : (
                <Link
                  className="figure-number"
                  to={rowsTo}
                  search={rowsOf(measure)}
                  aria-label={w.rows(said.measure[measure], number(figure.numerator))}
                >
                  {people}
                </Link>
              )}
            </dd>
            <dd className="soft">{said.definition[measure]}</dd>
          </div>
        )
      })}
    </dl>
  )
}
