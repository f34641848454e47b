import { useSuspenseQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { caseAddress } from '../../../contracts/case-address.ts'
import { type destinationRow, listMyDestinations } from '../../../contracts/destinations.ts'
import { ask } from '../../call.ts'
import { useFigures } from '../../ui/figures.ts'
import { useListAddress } from '../../ui/list-address.ts'
import { uiWords } from '../../ui/words.ts'
import { useNameOf, useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { CaseMark, CaseStatus } from '../case-status/case-status.tsx'
import { CaseLink } from '../cases/case-link.tsx'
import { RegistrationList } from '../cases/registration-list.tsx'
import { caseWords } from '../cases/words.ts'
import { caseOf } from './case-of.ts'
import { headlineOf } from './headline.ts'
import { destinationWords } from './words.ts'

type Row = z.infer<typeof destinationRow>

/** 其他去向: what the student has registered or declared, and the way to do so or all that stands in it. */
export function MyDestinationsPage() {
  const w = useWords(destinationWords)
  const figures = useFigures()
  const ui = useWords(uiWords)
  const cases = useWords(caseWords)
  const nameOf = useNameOf()
  const school = useMySchool()
  const { shown, turn, isTurning } = useListAddress()
  const { data } = useSuspenseQuery(
    ask(listMyDestinations, { params: { school }, query: { page: shown.page } }),
  )
  return (
    <RegistrationList<Row>
      id="destinations"
      words={w}
      registerAt="/student/destinations/new"
      reasons={data.reasons}
      page={data}
      onPage={turn}
      isTurning={isTurning}
      to={({ id }) => caseAddress('student', { kind: 'destination', school, id })}
      brief={(row) => ({
        who: nameOf(row.category),
        what: headlineOf(row),
        state: <CaseMark kind="destination" of={caseOf(row)} />,
        due: figures.dayOf(row.declaredAt),
      })}
      columns={[
        { title: w.category, show: (row) => nameOf(row.category) },
        { title: w.headline, show: (row) => headlineOf(row) || ui.none },
        {
          title: w.declaredAt,
          show: (row) => <span className="whole">{figures.dayOf(row.declaredAt)}</span>,
        },
        {
          title: cases.review,
          show: (row) => <CaseStatus kind="destination" of={caseOf(row)} />,
        },
        {
          title: ui.actions,
          show: (row) => (
            <CaseLink portal="student" kind="destination" school={school} id={row.id}>
              {ui.details}
            </CaseLink>
          ),
        },
      ]}
    />
  )
}
