import type { z } from 'zod'
import * as contract from '../../../contracts/destinations.ts'
import { destinationLife } from '../../../domain/destination/life.ts'
import { ask } from '../../call.ts'
import { useFigures } from '../../ui/figures.ts'
import { uiWords } from '../../ui/words.ts'
import { useNameOf, useWords } from '../../words/language.tsx'
import { CaseStatus } from '../case-status/case-status.tsx'
import { caseWords } from '../cases/words.ts'
import { caseOf } from '../destinations/case-of.ts'
import { headlineOf } from '../destinations/headline.ts'
import type { QueueOf } from './queue-of.ts'
import { reviewWords } from './words.ts'

/** 去向审核: what students registered, and what they ask to void. */
export function useDestinationQueue(): QueueOf<z.infer<typeof contract.destinationRow>> {
  const w = useWords(reviewWords).destinations
  const cases = useWords(caseWords)
  const ui = useWords(uiWords)
  const nameOf = useNameOf()
  const figures = useFigures()
  const { voiding: _, ...statuses } = cases.destinationStatus
  return {
    queue: 'destinations',
    kind: 'destination',
    words: w,
    list: (input) => ask(contract.listDestinations, input),
    beside: (input) => ask(contract.getDestinationNeighbours, input),
    open: (params) => ask(contract.getDestination, { params }),
    hasPlaces: true,
    pass: contract.passDestinations,
    statuses,
    passable: destinationLife.rules.pass.from,
    caseName: (row) => `${nameOf(row.category)} ${headlineOf(row)}`,
    columns: [
      { name: 'category', title: w.category, show: (row) => nameOf(row.category) },
      { name: 'headline', title: w.headline, show: (row) => headlineOf(row) || ui.none },
      { name: 'major', title: cases.major, spare: true, show: (row) => row.student.major },
      { name: 'begun', title: w.begun, spare: true, show: (row) => figures.dayOf(row.declaredAt) },
    ],
    begunAt: (row) => row.declaredAt,
    state: (row) => <CaseStatus kind="destination" of={caseOf(row)} />,
  }
}
