import type { z } from 'zod'
import * as contract from '../../../contracts/dissolutions.ts'
import { dissolutionLife } from '../../../domain/dissolution/life.ts'
import { ask } from '../../call.ts'
import { useFigures } from '../../ui/figures.ts'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import { CaseStatus } from '../case-status/case-status.tsx'
import { caseWords } from '../cases/words.ts'
import { AnswerDue } from '../dissolutions/answer-due.tsx'
import { GroundOf, useFaultText } from '../dissolutions/said-of-a-request.tsx'
import { dissolutionWords } from '../dissolutions/words.ts'
import type { QueueOf } from './queue-of.ts'
import { reviewWords } from './words.ts'

/** 解约鉴证: what both agreed to, what the law gives, and what nobody answered in time. */
export function useDissolutionQueue(): QueueOf<z.infer<typeof contract.dissolutionRow>> {
  const w = useWords(reviewWords).dissolutions
  const figures = useFigures()
  const cases = useWords(caseWords)
  const dissolution = useWords(dissolutionWords)
  const ui = useWords(uiWords)
  const faultText = useFaultText()
  return {
    queue: 'dissolutions',
    kind: 'dissolution',
    words: w,
    list: (input) => ask(contract.listDissolutions, input),
    beside: (input) => ask(contract.getDissolutionNeighbours, input),
    open: (params) => ask(contract.getDissolution, { params }),
    hasPlaces: false,
    pass: contract.passDissolutions,
    statuses: cases.dissolutionStatus,
    passable: dissolutionLife.rules.pass.from,
    caseName: (row) => [row.employerName, faultText(row)].filter(Boolean).join(' · '),
    columns: [
      { name: 'employer', title: cases.employer, show: (row) => row.employerName },
      {
        name: 'kind',
        title: cases.kindOfSigning,
        show: (row) => <span className="whole">{cases.agreementKind[row.agreement.kind]}</span>,
      },
      { name: 'asked-by', title: dissolution.askedBy, show: (row) => cases.side[row.askedBy] },
      {
        name: 'ground',
        title: w.ground,
        show: (row) => <GroundOf {...row} />,
      },
      { name: 'fault', title: dissolution.faultTitle, show: (row) => faultText(row) ?? ui.none },
      { name: 'major', title: cases.major, spare: true, show: (row) => row.student.major },
      { name: 'number', title: cases.agreementNumber, spare: true, show: (row) => row.agreement.number },
      { name: 'begun', title: w.begun, spare: true, show: (row) => figures.dayOf(row.askedAt) },
    ],
    begunAt: (row) => row.askedAt,
    state: (row) => (
      <>
        <CaseStatus kind="dissolution" of={row} />
        <AnswerDue of={row} />
      </>
    ),
  }
}
