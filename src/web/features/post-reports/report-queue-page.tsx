import { useSuspenseQuery } from '@tanstack/react-query'
import { caseAddress } from '../../../contracts/case-address.ts'
import { listReports, type ReportRow } from '../../../contracts/post-reports.ts'
import { ask } from '../../call.ts'
import { type AnswerFilter, AnswerQueue } from '../../ui/answer-queue.tsx'
import { useListAddress } from '../../ui/list-address.ts'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { tileWords } from '../reviews/tile-words.ts'
import { useReportBrief } from './report-brief.tsx'
import { reportWords } from './words.ts'

/** 招聘信息举报 of the school's students, the next to answer first. */
export function ReportQueuePage() {
  const w = useWords(reportWords)
  const queue = useWords(tileWords).postReports
  const school = useMySchool()
  const list = useReportBrief('school')
  const at = useListAddress<AnswerFilter>()
  const { data } = useSuspenseQuery(ask(listReports, { params: { school }, query: at.shown }))
  return (
    <AnswerQueue<ReportRow>
      at={at}
      words={{ ...w, ...queue, mine: w.waiting }}
      page={data}
      to={({ id }) => caseAddress('school', { kind: 'post-report', school, id })}
      brief={list.brief}
      columns={list.columns}
    />
  )
}
