import { Link } from '@tanstack/react-router'
import * as contract from '../../../contracts/dissolutions.ts'
import { dissolutionLife } from '../../../domain/dissolution.ts'
import { StatusTag } from '../../ui/status-tag.tsx'
import { useWords } from '../../words/language.tsx'
import { ReviewQueue } from './review-queue.tsx'

/** 解约鉴证: what both agreed to, what the law gives, and what nobody answered in time. */
export function DissolutionQueuePage() {
  const words = useWords()
  const w = words.queue.dissolutions
  return (
    <ReviewQueue
      words={w}
      list={contract.listDissolutions}
      pass={contract.passDissolutions}
      statuses={words.dissolutionStatus}
      passable={dissolutionLife.rules.pass.from}
      student={(row) => row.student}
      caseName={(row) => row.employerName}
      columns={[
        { title: words.list.employer, show: (row) => row.employerName },
        {
          title: words.dissolution.kindOfSigning,
          show: (row) => <span className="whole">{words.agreementKind[row.agreement.kind]}</span>,
        },
        { title: words.dissolution.askedBy, show: (row) => words.side[row.askedBy] },
        {
          title: w.ground,
          show: (row) => (
            <>
              {words.dissolution.ground[row.ground]}{' '}
              <span className="soft">{words.dissolution.kind[row.kind]}</span>
            </>
          ),
        },
        {
          title: words.agreement.status,
          show: (row) => (
            <>
              <StatusTag kind="dissolutionStatus" status={row.status} />{' '}
              {row.answerBy && dissolutionLife.rules.agree.from.includes(row.status) && (
                <small className="soft whole">{w.answerBy(row.answerBy.replaceAll('-', '.'))}</small>
              )}
            </>
          ),
        },
      ]}
      see={(row, text) => (
        <Link to="/school/dissolutions/$school/$id" params={{ school: row.school.code, id: row.id }}>
          {text}
        </Link>
      )}
    />
  )
}
