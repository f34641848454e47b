import { useSuspenseQuery } from '@tanstack/react-query'
import { caseAddress } from '../../../contracts/case-address.ts'
import { listObjections, type ObjectionRow } from '../../../contracts/objections.ts'
import { ask } from '../../call.ts'
import { type AnswerFilter, AnswerQueue } from '../../ui/answer-queue.tsx'
import { useListAddress } from '../../ui/list-address.ts'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { tileWords } from '../reviews/tile-words.ts'
import { useObjectionBrief } from './objection-brief.tsx'
import { objectionWords } from './words.ts'

/** 去向异议 of the school's graduates, the next to answer first. */
export function ObjectionQueuePage() {
  const w = useWords(objectionWords)
  const queue = useWords(tileWords).objections
  const school = useMySchool()
  const list = useObjectionBrief('school')
  const at = useListAddress<AnswerFilter>()
  const { data } = useSuspenseQuery(ask(listObjections, { params: { school }, query: at.shown }))
  return (
    <AnswerQueue<ObjectionRow>
      at={at}
      words={{ ...w, ...queue, mine: w.waiting }}
      page={data}
      to={({ id }) => caseAddress('school', { kind: 'objection', school, id })}
      brief={list.brief}
      columns={list.columns}
    />
  )
}
