import { useSuspenseQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { caseAddress } from '../../../contracts/case-address.ts'
import * as contract from '../../../contracts/invitations.ts'
import { INVITATION_STATUSES, type InvitationStatus } from '../../../domain/invitation/life.ts'
import { ask } from '../../call.ts'
import { ChoiceFilter } from '../../ui/choice-filter.tsx'
import { useFigures } from '../../ui/figures.ts'
import { useListAddress } from '../../ui/list-address.ts'
import { ListPage } from '../../ui/list-page.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import { CaseMark, CaseStatus } from '../case-status/case-status.tsx'
import { CaseLink } from '../cases/case-link.tsx'
import { caseWords } from '../cases/words.ts'
import { employerWords } from '../employers/words.ts'
import { inviteWords } from './invite-words.ts'
import { invitationListWords } from './list-words.ts'

type Row = z.infer<typeof contract.invitationRow>
/** Beside the statuses: what the student can answer until tomorrow at the latest. */
const SOON = 'soon'

export function SentInvitationsPage() {
  const w = useWords(inviteWords).list
  const figures = useFigures()
  const cases = useWords(caseWords)
  const employers = useWords(employerWords)
  const list = useWords(invitationListWords)
  const ui = useWords(uiWords)
  const { address, shown, change, turn, isTurning } = useListAddress<{
    q: string
    status: InvitationStatus
    ending: typeof SOON
  }>()
  const { data } = useSuspenseQuery(ask(contract.listSentInvitations, { query: shown }))
  return (
    <ListPage<Row>
      title={w.title}
      page={data}
      empty={w.empty}
      onPage={turn}
      isTurning={isTurning}
      active={{
        q: address.q,
        status: address.status && cases.invitationStatus[address.status],
        ending: address.ending && employers.soon,
      }}
      onClear={change}
      to={({ school, id }) => caseAddress('employer', { kind: 'invitation', school: school.code, id })}
      brief={(row) => ({
        who: row.studentName,
        what: row.position,
        state: row.agreement ? (
          <CaseMark kind="agreement" of={row.agreement} />
        ) : (
          <CaseMark kind="invitation" of={row} />
        ),
        due: list.until(figures.day(row.respondBy)),
      })}
      filters={
        <>
          <SearchField label={w.q} sought={address.q ?? ''} onSearch={(q) => change({ q })} />
          <ChoiceFilter
            label={cases.answer}
            all={cases.allStatuses}
            value={address.ending ?? address.status ?? ''}
            onChange={(value) =>
              change(
                value === SOON ? { ending: value, status: undefined } : { ending: undefined, status: value },
              )
            }
            options={[
              ...INVITATION_STATUSES.map((value) => ({ value, label: cases.invitationStatus[value] })),
              { value: SOON, label: employers.soon },
            ]}
          />
        </>
      }
      columns={[
        { title: w.student, show: (row) => `${row.studentName} ${row.studentNumber}` },
        { title: cases.school, show: (row) => row.school.name },
        { title: cases.position, show: (row) => row.position },
        { title: list.sentAt, show: (row) => <span className="whole">{figures.dayOf(row.sentAt)}</span> },
        { title: list.respondBy, show: (row) => <span className="whole">{figures.day(row.respondBy)}</span> },
        { title: cases.answer, show: (row) => <CaseStatus kind="invitation" of={row} /> },
        {
          title: cases.review,
          show: (row) => (row.agreement ? <CaseStatus kind="agreement" of={row.agreement} /> : ui.none),
        },
        {
          title: ui.actions,
          show: (row) => (
            <CaseLink portal="employer" kind="invitation" school={row.school.code} id={row.id}>
              {list.see}
            </CaseLink>
          ),
        },
      ]}
    />
  )
}
