import type { DissolutionView } from '../../../contracts/dissolutions.ts'
import { REFUSED } from '../../../domain/dissolution/life.ts'
import { otherSide } from '../../../domain/lifecycle.ts'
import { Facts } from '../../ui/facts.tsx'
import { useFigures } from '../../ui/figures.ts'
import { useWords } from '../../words/language.tsx'
import { caseWords } from '../cases/words.ts'
import { GroundOf, useFaultText } from './said-of-a-request.tsx'
import { dissolutionWords } from './words.ts'
import './said.css'

/** What is asked, by whom, why, and where it stands: the same words for both sides. */
export function DissolutionFacts({ of: d }: { of: DissolutionView }) {
  const w = useWords(dissolutionWords)
  const cases = useWords(caseWords)
  const figures = useFigures()
  const { agreement, student } = d
  const fault = useFaultText()(d)
  return (
    <>
      <Facts
        of={[
          [w.askedBy, cases.side[d.askedBy]],
          [w.page.asked, figures.instant(d.askedAt)],
          ...(d.answerBy ? [[w.page.answerBy, figures.said.deadline(d.answerBy)] as const] : []),
          ...(d.endedAt ? [[w.page.ended, figures.instant(d.endedAt)] as const] : []),
          [cases.employer, d.employerName],
          [cases.student, `${student.name} ${student.studentNumber}`],
          [cases.graduatedFrom, d.school.name],
          [cases.college, student.college],
          [
            cases.agreementNumber,
            <span key="n" className="mono">
              {agreement.number}
            </span>,
          ],
          [cases.kindOfSigning, cases.agreementKind[agreement.kind]],
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
            <dt>{w.page.answer[d.agreed || REFUSED.includes(d.status) ? otherSide(d.askedBy) : 'school']}</dt>
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
