import type { DissolutionView } from '../../../contracts/dissolutions.ts'
import { otherSide } from '../../../domain/dissolution.ts'
import { Facts } from '../../ui/facts.tsx'
import { showInstant } from '../../ui/moment.ts'
import { useLanguage, useWords } from '../../words/language.tsx'
import { AnswerState, ReviewState } from './lists/standing.tsx'
import { GroundOf, useFaultText } from './said-of-a-request.tsx'

/** What is asked, by whom, why, and where it stands: the same words for both sides. */
export function DissolutionFacts({ of: d }: { of: DissolutionView }) {
  const words = useWords()
  const w = words.dissolution
  const { language } = useLanguage()
  const { agreement, student } = d
  const fault = useFaultText()(d)
  return (
    <>
      <Facts
        of={[
          [words.list.answer, <AnswerState key="a" request={d} />],
          [words.list.review, <ReviewState key="r" agreement={agreement} request={d} />],
          [w.askedBy, words.side[d.askedBy]],
          [w.page.asked, showInstant(d.askedAt, language)],
          ...(d.answerBy ? [[w.page.answerBy, w.page.answerByDay(d.answerBy)] as const] : []),
          ...(d.endedAt ? [[w.page.ended, showInstant(d.endedAt, language)] as const] : []),
          [words.list.employer, d.employerName],
          [words.agreement.student, `${student.name} ${student.studentNumber}`],
          [words.home.school, d.school.name],
          [words.home.college, student.college],
          [
            words.agreement.number,
            <span key="n" className="mono">
              {agreement.number}
            </span>,
          ],
          [w.kindOfSigning, words.agreementKind[agreement.kind]],
          ...(d.earlierRequests > 0
            ? [[w.page.earlier, w.page.earlierCount(d.earlierRequests)] as const]
            : []),
        ]}
      />
      <dl className="said">
        <dt>{w.page.ground}</dt>
        <dd>
          <GroundOf {...d} />
        </dd>
        <dt>{w.page.reason}</dt>
        <dd>{d.reason}</dd>
        {fault && (
          <>
            <dt>{w.faultTitle}</dt>
            <dd>
              {fault} {d.waitingFor && <span className="soft">{w.faultHint}</span>}
            </dd>
          </>
        )}
        {d.answer && (
          <>
            <dt>{w.page.answer[d.agreed || d.status === 'refused' ? otherSide(d.askedBy) : 'school']}</dt>
            <dd>{d.answer}</dd>
          </>
        )}
        {d.decision && (
          <>
            <dt>{w.page.decision}</dt>
            <dd>{d.decision}</dd>
          </>
        )}
      </dl>
    </>
  )
}
