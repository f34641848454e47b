import type { ReactNode } from 'react'
import type { Stand } from '../../../contracts/fairs.ts'
import { boothsOf, type Plan, rowsOf } from '../../../domain/fair/plan.ts'
import { Sideways } from '../../ui/sideways.tsx'
import { useWords } from '../../words/language.tsx'
import { useBoothDrag } from './booth-drag.ts'
import { fairWords } from './words.ts'
import './fairs.css'

/** The floor as a table, rows by letters and columns by numbers; `show` says what stands at a place. */
export function PlanTable({ plan, show }: { plan: Plan; show: (booth: string) => ReactNode }) {
  const w = useWords(fairWords)
  const columns = Array.from({ length: plan.columns }, (_, column) => column + 1)
  return (
    <Sideways className="floor" label={w.plan}>
      <table>
        <thead>
          <tr>
            <td />
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rowsOf(plan).map((row) => (
            <tr key={row[0]}>
              <th scope="row">{row[0]?.slice(0, 1)}</th>
              {row.map((booth) => (
                <td key={booth}>{show(booth)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Sideways>
  )
}

type Props<S extends Stand> = {
  plan: Plan
  stands: readonly S[]
  /** The employer, where there is more to it than its name. */
  name?: (stand: S) => ReactNode
  /** Takes a stand that was dragged to another booth; null where its grip was tapped. Without it nothing is dragged. */
  onMove?: ((stand: S, booth: string | null) => void) | undefined
}
/** Who stands where. */
export function FloorPlan<S extends Stand>({
  plan,
  stands,
  name = ({ employer }) => employer,
  onMove,
}: Props<S>) {
  const w = useWords(fairWords)
  const booths = new Set(boothsOf(plan))
  const by = new Map(stands.map((stand) => [stand.booth, stand]))
  const drag = useBoothDrag((from, to) => {
    const stand = by.get(from)
    if (stand) onMove?.(stand, to)
  })
  return (
    <>
      <PlanTable
        plan={plan}
        show={(booth) => {
          const stand = by.get(booth)
          if (!booths.has(booth)) return null
          return (
            <div
              data-booth={booth}
              className={[
                'booth',
                stand && 'taken',
                booth === drag.from && 'leaving',
                booth === drag.over && 'over',
              ]
                .filter(Boolean)
                .join(' ')}
            >
              <strong>{booth}</strong>
              {stand && onMove && (
                <button
                  type="button"
                  className="grip not-printed"
                  aria-label={w.grip(booth, stand.employer)}
                  {...drag.grip(booth)}
                  // A key has no place to which it drags: it opens what a tap opens.
                  onClick={({ detail }) => detail === 0 && onMove(stand, null)}
                >
                  <span aria-hidden>⠿</span>
                </button>
              )}
              {stand ? <span>{name(stand)}</span> : <span className="soft">{w.free}</span>}
            </div>
          )
        }}
      />
      <p className="soft">{w.planHint}</p>
    </>
  )
}
