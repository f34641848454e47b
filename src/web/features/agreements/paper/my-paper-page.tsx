import { useSuspenseQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { type agreementRow, listMyPaper } from '../../../../contracts/agreements.ts'
import { caseAddress } from '../../../../contracts/case-address.ts'
import { ask } from '../../../call.ts'
import { useFigures } from '../../../ui/figures.ts'
import { useListAddress } from '../../../ui/list-address.ts'
import { uiWords } from '../../../ui/words.ts'
import { useWords } from '../../../words/language.tsx'
import { useMySchool } from '../../accounts/me.ts'
import { CaseMark, CaseStatus } from '../../case-status/case-status.tsx'
import { CaseLink } from '../../cases/case-link.tsx'
import { RegistrationList } from '../../cases/registration-list.tsx'
import { caseWords } from '../../cases/words.ts'
import { MyForms } from '../../paper-forms/my-forms.tsx'
import { paperWords } from './words.ts'

type Row = z.infer<typeof agreementRow>

/** 纸质签约: what the student has registered, and the way to register or all that stands in it. */
export function MyPaperPage() {
  const w = useWords(paperWords)
  const figures = useFigures()
  const cases = useWords(caseWords)
  const ui = useWords(uiWords)
  const school = useMySchool()
  const { shown, turn, isTurning } = useListAddress()
  const { data } = useSuspenseQuery(ask(listMyPaper, { params: { school }, query: { page: shown.page } }))
  return (
    <RegistrationList<Row>
      id="paper"
      words={w}
      registerAt="/student/paper/new"
      reasons={data.reasons}
      beside={<MyForms />}
      page={data}
      onPage={turn}
      isTurning={isTurning}
      to={({ id }) => caseAddress('student', { kind: 'agreement', school, id })}
      brief={(row) => ({
        who: row.employerName,
        what: row.position,
        state: <CaseMark kind="agreement" of={row} />,
        due: row.number,
      })}
      columns={[
        { title: cases.employer, show: (row) => row.employerName },
        { title: cases.agreementNumber, show: (row) => <span className="mono">{row.number}</span> },
        { title: cases.signedOn, show: (row) => (row.signedOn ? figures.day(row.signedOn) : ui.none) },
        {
          title: w.registeredAt,
          show: (row) => <span className="whole">{figures.dayOf(row.formedAt)}</span>,
        },
        {
          title: cases.review,
          show: (row) => <CaseStatus kind="agreement" of={row} />,
        },
        {
          title: ui.actions,
          show: (row) => (
            <CaseLink portal="student" kind="agreement" school={school} id={row.id}>
              {ui.details}
            </CaseLink>
          ),
        },
      ]}
    />
  )
}
