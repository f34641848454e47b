import type { z } from 'zod'
import * as contract from '../../../contracts/agreements.ts'
import { caseAddress } from '../../../contracts/case-address.ts'
import { agreementLife } from '../../../domain/agreement/life.ts'
import { ask } from '../../call.ts'
import { useWords } from '../../words/language.tsx'
import { CaseStatus } from '../case-status/case-status.tsx'
import { caseWords } from '../cases/words.ts'
import { ReviewQueue } from './review-queue.tsx'
import { reviewWords } from './words.ts'

/** 协议鉴证: agreements signed here and on paper. */
export function AgreementQueuePage() {
  const w = useWords(reviewWords).agreements
  const cases = useWords(caseWords)
  return (
    <ReviewQueue<z.infer<typeof contract.agreementRow>>
      queue="agreements"
      words={w}
      list={(input) => ask(contract.listAgreements, input)}
      pass={contract.passAgreements}
      statuses={cases.agreementStatus}
      passable={agreementLife.rules.pass.from}
      caseName={(row) => row.employerName}
      columns={[
        { title: cases.employer, show: (row) => row.employerName },
        { title: cases.position, show: (row) => row.position },
        {
          title: cases.kindOfSigning,
          show: (row) => <span className="whole">{cases.agreementKind[row.kind]}</span>,
        },
      ]}
      state={(row) => <CaseStatus kind="agreement" of={row} />}
      to={(row) => caseAddress('school', { kind: 'agreement', school: row.school.code, id: row.id })}
    />
  )
}
