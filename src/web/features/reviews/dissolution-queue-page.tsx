import { Link } from '@tanstack/react-router'
import * as contract from '../../../contracts/dissolutions.ts'
import { dissolutionLife } from '../../../domain/dissolution.ts'
import { useWords } from '../../words/language.tsx'
import { RequestState } from '../dissolutions/lists/standing.tsx'
import { GroundOf, useFaultText } from '../dissolutions/said-of-a-request.tsx'
import { ReviewQueue } from './review-queue.tsx'

/** 解约鉴证: what both agreed to, what the law gives, and what nobody answered in time. */
export function DissolutionQueuePage() {
  const words = useWords()
  const w = words.queue.dissolutions
  const faultText = useFaultText()
  return (
    <ReviewQueue
      words={w}
      list={contract.listDissolutions}
      pass={contract.passDissolutions}
      statuses={words.dissolutionStatus}
      passable={dissolutionLife.rules.pass.from}
      student={(row) => row.student}
      caseName={(row) => [row.employerName, faultText(row)].filter(Boolean).join(' · ')}
      columns={[
        { title: words.list.employer, show: (row) => row.employerName },
        {
          title: words.dissolution.kindOfSigning,
          show: (row) => <span className="whole">{words.agreementKind[row.agreement.kind]}</span>,
        },
        { title: words.dissolution.askedBy, show: (row) => words.side[row.askedBy] },
        {
          title: w.ground,
          show: (row) => <GroundOf {...row} />,
        },
        { title: words.dissolution.faultTitle, show: (row) => faultText(row) ?? words.none },
        {
          title: words.agreement.status,
          show: (row) => (
            <>
              <RequestState request={row} />
              {row.answerBy && dissolutionLife.rules.agree.from.includes(row.status) && (
                <div className="soft whole">{w.answerBy(row.answerBy.replaceAll('-', '.'))}</div>
              )}
            </>
          ),
        },
      ]}
      waitingText={({ status }) =>
        status === 'in_mediation' ? words.dissolution.page.waiting.mediation : undefined
      }
      see={(row, text) => (
        <Link to="/school/dissolutions/$school/$id" params={{ school: row.school.code, id: row.id }}>
          {text}
        </Link>
      )}
    />
  )
}
