import type { z } from 'zod'
import * as contract from '../../../contracts/agreements.ts'
import { agreementLife } from '../../../domain/agreement/life.ts'
import { ask } from '../../call.ts'
import { useFigures } from '../../ui/figures.ts'
import { useWords } from '../../words/language.tsx'
import { CaseStatus } from '../case-status/case-status.tsx'
import { caseWords } from '../cases/words.ts'
import type { QueueOf } from './queue-of.ts'
import { reviewWords } from './words.ts'

/** 协议鉴证: agreements signed here and on paper. */
export function useAgreementQueue(): QueueOf<z.infer<typeof contract.agreementRow>> {
  const w = useWords(reviewWords).agreements
  const cases = useWords(caseWords)
  const figures = useFigures()
  return {
    queue: 'agreements',
    kind: 'agreement',
    words: w,
    list: (input) => ask(contract.listAgreements, input),
    beside: (input) => ask(contract.getAgreementNeighbours, input),
    open: (params) => ask(contract.getAgreement, { params }),
    hasPlaces: true,
    pass: contract.passAgreements,
    statuses: cases.agreementStatus,
    passable: agreementLife.rules.pass.from,
    caseName: (row) => row.employerName,
    columns: [
      { name: 'employer', title: cases.employer, show: (row) => row.employerName },
      { name: 'position', title: cases.position, show: (row) => row.position },
      {
        name: 'kind',
        title: cases.kindOfSigning,
        show: (row) => <span className="whole">{cases.agreementKind[row.kind]}</span>,
      },
      { name: 'major', title: cases.major, spare: true, show: (row) => row.student.major },
      { name: 'number', title: cases.agreementNumber, spare: true, show: (row) => row.number },
      { name: 'begun', title: w.begun, spare: true, show: (row) => figures.dayOf(row.formedAt) },
    ],
    begunAt: (row) => row.formedAt,
    state: (row) => <CaseStatus kind="agreement" of={row} />,
  }
}
