import { useSuspenseQuery } from '@tanstack/react-query'
import { caseAddress } from '../../../contracts/case-address.ts'
import { listPrivacyRequests, type RequestRow } from '../../../contracts/privacy-requests.ts'
import { ask } from '../../call.ts'
import { type AnswerFilter, AnswerQueue } from '../../ui/answer-queue.tsx'
import { useListAddress } from '../../ui/list-address.ts'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { tileWords } from '../reviews/tile-words.ts'
import { useRequestBrief } from './request-brief.tsx'
import { privacyWords } from './words.ts'

/** 个人信息申请: what people ask the school to do with their data, the next to answer first. */
export function RequestQueuePage() {
  const w = useWords(privacyWords).queue
  const queue = useWords(tileWords).privacyRequests
  const school = useMySchool()
  const list = useRequestBrief('answers')
  const at = useListAddress<AnswerFilter>()
  const { data } = useSuspenseQuery(ask(listPrivacyRequests, { params: { school }, query: at.shown }))
  return (
    <AnswerQueue<RequestRow>
      at={at}
      words={{ ...w, ...queue }}
      page={data}
      to={({ id }) => caseAddress('school', { kind: 'privacy-request', school, id })}
      brief={list.brief}
      columns={list.columns}
    />
  )
}
