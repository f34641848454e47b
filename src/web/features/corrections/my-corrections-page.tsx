import { useSuspenseQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { caseAddress } from '../../../contracts/case-address.ts'
import { type correctionRow, listMyCorrections } from '../../../contracts/corrections.ts'
import { ask } from '../../call.ts'
import { useFigures } from '../../ui/figures.ts'
import { useListAddress } from '../../ui/list-address.ts'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { CaseMark, CaseStatus } from '../case-status/case-status.tsx'
import { CaseLink } from '../cases/case-link.tsx'
import { RegistrationList } from '../cases/registration-list.tsx'
import { caseWords } from '../cases/words.ts'
import { useFieldNames } from './field-names.ts'
import { correctionWords } from './words.ts'

type Row = z.infer<typeof correctionRow>

/** What the student has asked to have corrected, and the way to ask or all that stands in it. */
export function MyCorrectionsPage() {
  const w = useWords(correctionWords)
  const figures = useFigures()
  const ui = useWords(uiWords)
  const cases = useWords(caseWords)
  const namesOf = useFieldNames()
  const school = useMySchool()
  const { shown, turn, isTurning } = useListAddress()
  const { data } = useSuspenseQuery(
    ask(listMyCorrections, { params: { school }, query: { page: shown.page } }),
  )
  return (
    <RegistrationList<Row>
      id="corrections"
      words={w}
      registerAt="/student/corrections/new"
      reasons={data.reasons}
      page={data}
      onPage={turn}
      isTurning={isTurning}
      to={({ id }) => caseAddress('student', { kind: 'correction', school, id })}
      brief={(row) => ({
        who: namesOf(row.fields),
        what: '',
        state: <CaseMark kind="correction" of={row} />,
        due: figures.dayOf(row.submittedAt),
      })}
      columns={[
        { title: w.fields, show: (row) => namesOf(row.fields) },
        {
          title: w.submittedAt,
          show: (row) => <span className="whole">{figures.dayOf(row.submittedAt)}</span>,
        },
        { title: cases.review, show: (row) => <CaseStatus kind="correction" of={row} /> },
        {
          title: ui.actions,
          show: (row) => (
            <CaseLink portal="student" kind="correction" school={school} id={row.id}>
              {ui.details}
            </CaseLink>
          ),
        },
      ]}
    />
  )
}
