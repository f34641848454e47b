import type { z } from 'zod'
import { caseAddress } from '../../../contracts/case-address.ts'
import * as contract from '../../../contracts/dissolutions.ts'
import { dissolutionLife, UNANSWERED } from '../../../domain/dissolution/life.ts'
import { ask } from '../../call.ts'
import { useFigures } from '../../ui/figures.ts'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import { CaseStatus } from '../case-status/case-status.tsx'
import { caseWords } from '../cases/words.ts'
import { GroundOf, useFaultText } from '../dissolutions/said-of-a-request.tsx'
import { dissolutionWords } from '../dissolutions/words.ts'
import { ReviewQueue } from './review-queue.tsx'
import { reviewWords } from './words.ts'

/** 解约鉴证: what both agreed to, what the law gives, and what nobody answered in time. */
export function DissolutionQueuePage() {
  const w = useWords(reviewWords).dissolutions
  const figures = useFigures()
  const cases = useWords(caseWords)
  const dissolution = useWords(dissolutionWords)
  const ui = useWords(uiWords)
  const faultText = useFaultText()
  return (
    <ReviewQueue<z.infer<typeof contract.dissolutionRow>>
      queue="dissolutions"
      words={w}
      list={(input) => ask(contract.listDissolutions, input)}
      pass={contract.passDissolutions}
      statuses={cases.dissolutionStatus}
      passable={dissolutionLife.rules.pass.from}
      caseName={(row) => [row.employerName, faultText(row)].filter(Boolean).join(' · ')}
      columns={[
        { title: cases.employer, show: (row) => row.employerName },
        {
          title: cases.kindOfSigning,
          show: (row) => <span className="whole">{cases.agreementKind[row.agreement.kind]}</span>,
        },
        { title: dissolution.askedBy, show: (row) => cases.side[row.askedBy] },
        {
          title: w.ground,
          show: (row) => <GroundOf {...row} />,
        },
        { title: dissolution.faultTitle, show: (row) => faultText(row) ?? ui.none },
      ]}
      state={(row) => (
        <>
          <CaseStatus kind="dissolution" of={row} />
          {row.answerBy && UNANSWERED.includes(row.status) && (
            <span className="soft whole">{w.answerBy(figures.said.deadline(row.answerBy))}</span>
          )}
        </>
      )}
      to={(row) => caseAddress('school', { kind: 'dissolution', school: row.school.code, id: row.id })}
    />
  )
}
