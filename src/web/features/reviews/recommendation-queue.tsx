import type { z } from 'zod'
import * as contract from '../../../contracts/recommendations.ts'
import { isOpen, recommendationLife } from '../../../domain/recommendation/life.ts'
import { ask } from '../../call.ts'
import { useFigures } from '../../ui/figures.ts'
import { useWords } from '../../words/language.tsx'
import { caseWords } from '../cases/words.ts'
import { recommendationListWords } from '../recommendations/list-words.ts'
import { RecommendationState } from '../recommendations/state.tsx'
import type { QueueOf } from './queue-of.ts'

type Row = z.infer<typeof contract.recommendationRow>

/** 推荐表: what students ask the school to say of them. Those with their word are ticked; the word is written on the page. */
export function useRecommendationQueue(): QueueOf<Row> {
  const words = useWords(recommendationListWords)
  const w = words.queue
  const cases = useWords(caseWords)
  const figures = useFigures()
  const caseName = (row: Row) => {
    if (row.editions === 0) return words.first
    return isOpen(row) ? words.renewal(row.editions + 1) : words.edition(row.editions)
  }
  return {
    queue: 'recommendations',
    kind: 'recommendation',
    words: w,
    list: (input) => ask(contract.listRecommendations, input),
    beside: (input) => ask(contract.getRecommendationNeighbours, input),
    open: (params) => ask(contract.getRecommendation, { params }),
    hasPlaces: false,
    pass: contract.passRecommendations,
    statuses: words.status,
    passable: recommendationLife.rules.pass.from,
    caseName,
    columns: [
      { name: 'edition', title: w.edition, show: caseName },
      { name: 'major', title: cases.major, spare: true, show: (row) => row.student.major },
      { name: 'begun', title: w.begun, spare: true, show: (row) => figures.dayOf(row.askedAt) },
    ],
    begunAt: (row) => row.askedAt,
    state: (row) => <RecommendationState of={row} />,
  }
}
