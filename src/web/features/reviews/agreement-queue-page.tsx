import { Link } from '@tanstack/react-router'
import * as contract from '../../../contracts/agreements.ts'
import { agreementLife } from '../../../domain/agreement.ts'
import { useWords } from '../../words/language.tsx'
import { StatusTag } from '../cases/status-tag.tsx'
import { ReviewQueue } from './review-queue.tsx'

/** 协议鉴证: agreements signed here and on paper. */
export function AgreementQueuePage() {
  const words = useWords()
  const w = words.queue.agreements
  return (
    <ReviewQueue
      words={w}
      list={contract.listReviews}
      pass={contract.passAgreements}
      statuses={words.agreementStatus}
      passable={agreementLife.rules.pass.from}
      student={({ studentName: name, studentNumber, college }) => ({ name, studentNumber, college })}
      caseName={(row) => row.employerName}
      columns={[
        { title: words.list.employer, show: (row) => row.employerName },
        { title: words.list.position, show: (row) => row.position },
        {
          title: words.dissolution.kindOfSigning,
          show: (row) => <span className="whole">{words.agreementKind[row.kind]}</span>,
        },
        {
          title: words.agreement.status,
          show: (row) => <StatusTag kind="agreementStatus" status={row.status} />,
        },
      ]}
      see={(row, text) => (
        <Link to="/school/agreements/$school/$id" params={{ school: row.school.code, id: row.id }}>
          {text}
        </Link>
      )}
    />
  )
}
