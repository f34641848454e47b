import { Link } from '@tanstack/react-router'
import { type Comparison, UNCOUNTED } from '../../../contracts/moments.ts'
import { useFigures } from '../../ui/figures.ts'
import { SmallTable } from '../../ui/small-table.tsx'
import { useWords } from '../../words/language.tsx'
import { saidFigures } from '../figures/said-figures.ts'
import { momentWords } from './words.ts'

type Move = Comparison['moves'][number]
type Props = { of: readonly Move[]; to: string; search: object }

/** How many went from which class to which; each number opens who they are. */
export function Moves({ of, to, search }: Props) {
  const w = useWords(momentWords)
  const said = useWords(saidFigures)
  const { number } = useFigures()
  const nameOf = (standing: Move['was']) => (standing === null ? w.uncounted : said.standing[standing])
  const asked = ({ was, is }: Move) => ({ ...search, was: was ?? UNCOUNTED, is: is ?? UNCOUNTED })
  const all = of.reduce((sum, { n }) => sum + n, 0)
  return (
    <>
      <h2>{w.comparison.moves}</h2>
      {of.length === 0 ? (
        <p>{w.comparison.noMoves}</p>
      ) : (
        <>
          <SmallTable<Move>
            label={w.comparison.moves}
            items={of}
            keyOf={({ was, is }) => `${was} ${is}`}
            columns={[
              { title: w.changes.was, show: ({ was }) => nameOf(was) },
              { title: w.changes.is, show: ({ is }) => nameOf(is) },
              {
                title: w.comparison.heads,
                show: (move) => (
                  <Link
                    className="figure-number"
                    to={to}
                    search={asked(move)}
                    aria-label={w.comparison.see(nameOf(move.was), nameOf(move.is), number(move.n))}
                  >
                    {w.comparison.people(number(move.n))}
                  </Link>
                ),
              },
            ]}
          />
          <p>
            <Link to={to} search={search}>
              {w.comparison.seeAll(number(all))}
            </Link>
          </p>
        </>
      )}
    </>
  )
}
