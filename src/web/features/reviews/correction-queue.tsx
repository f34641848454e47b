import type { z } from 'zod'
import * as contract from '../../../contracts/corrections.ts'
import { correctionLife } from '../../../domain/correction/life.ts'
import { ask } from '../../call.ts'
import { useFigures } from '../../ui/figures.ts'
import { useWords } from '../../words/language.tsx'
import { CaseStatus } from '../case-status/case-status.tsx'
import { caseWords } from '../cases/words.ts'
import { useFieldNames } from '../corrections/field-names.ts'
import type { QueueOf } from './queue-of.ts'
import { reviewWords } from './words.ts'

/** 信息更正: what students say is wrong on the roster. */
export function useCorrectionQueue(): QueueOf<z.infer<typeof contract.correctionRow>> {
  const w = useWords(reviewWords).corrections
  const cases = useWords(caseWords)
  const namesOf = useFieldNames()
  const figures = useFigures()
  return {
    queue: 'corrections',
    kind: 'correction',
    words: w,
    list: (input) => ask(contract.listCorrections, input),
    beside: (input) => ask(contract.getCorrectionNeighbours, input),
    open: (params) => ask(contract.getCorrection, { params }),
    hasPlaces: false,
    pass: contract.passCorrections,
    statuses: cases.correctionStatus,
    passable: correctionLife.rules.pass.from,
    caseName: (row) => namesOf(row.fields),
    columns: [
      { name: 'fields', title: w.fields, show: (row) => namesOf(row.fields) },
      { name: 'major', title: cases.major, spare: true, show: (row) => row.student.major },
      { name: 'begun', title: w.begun, spare: true, show: (row) => figures.dayOf(row.submittedAt) },
    ],
    begunAt: (row) => row.submittedAt,
    state: (row) => <CaseStatus kind="correction" of={row} />,
  }
}
