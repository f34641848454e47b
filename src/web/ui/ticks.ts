import { useState } from 'react'

type Ticked<Row> = ReadonlyMap<string, Row>

/**
 * What is ticked in a list, as it was when it was ticked, over all its pages. `page` names what is shown, with its
 * filters: a row that was ticked there and is there no longer, or may no longer be ticked, is not ticked any more.
 */
export function useTicks<Row extends { readonly id: string }>(
  shown: readonly Row[],
  page: string,
  mayTick: (row: Row) => boolean = () => true,
): readonly [Ticked<Row>, (next: Ticked<Row>) => void] {
  const [ticks, setTicks] = useState<ReadonlyMap<string, { readonly row: Row; readonly page: string }>>(
    new Map(),
  )
  const still = new Set(shown.filter(mayTick).map(({ id }) => id))
  const live = [...ticks].filter(([id, tick]) => tick.page !== page || still.has(id))
  const tick = (next: Ticked<Row>) =>
    setTicks(new Map([...next].map(([id, row]) => [id, ticks.get(id) ?? { row, page }])))
  return [new Map(live.map(([id, { row }]) => [id, row])), tick]
}
