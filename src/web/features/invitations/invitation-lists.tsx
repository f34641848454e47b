import { useSuspenseQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { caseAddress } from '../../../contracts/case-address.ts'
import { COUNTED_BY } from '../../../contracts/employers.ts'
import * as contract from '../../../contracts/invitations.ts'
import { INVITATION_STATUSES, type InvitationStatus } from '../../../domain/invitation/life.ts'
import { ask } from '../../call.ts'
import { ChoiceFilter } from '../../ui/choice-filter.tsx'
import { useFigures } from '../../ui/figures.ts'
import { useListAddress } from '../../ui/list-address.ts'
import { ListPage } from '../../ui/list-page.tsx'
import { PlainLink } from '../../ui/plain-button.tsx'
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
/** Beside the statuses: what ends until tomorrow, and what came to nothing in the last days. */
const { endingSoon, endedLately } = COUNTED_BY.invitations
const BESIDE = { soon: endingSoon, lately: endedLately }
type Chosen = Partial<{ status: InvitationStatus; ending: 'soon'; ended: 'lately' }>
const isBeside = (value: string | undefined): value is keyof typeof BESIDE =>
  value !== undefined && value in BESIDE

export function SentInvitationsPage() {
  const w = useWords(inviteWords).list
  const figures = useFigures()
  const cases = useWords(caseWords)
  const employers = useWords(employerWords)
  const list = useWords(invitationListWords)
  const ui = useWords(uiWords)
  const { address, shown, change, turn, isTurning } = useListAddress<{ q: string } & Required<Chosen>>()
  const { endingSoon: soon, endedLately: lately } = employers.number.invitations
  const { data } = useSuspenseQuery(ask(contract.listSentInvitations, { query: shown }))
  return (
    <ListPage<Row>
      title={w.title}
      act={
        <PlainLink primary to="/employer/invite">
          {employers.invite}
        </PlainLink>
      }
      page={data}
      empty={w.empty}
      onPage={turn}
      isTurning={isTurning}
      active={{
        q: address.q,
        status: address.status && cases.invitationStatus[address.status],
        ending: address.ending && soon,
        ended: address.ended && lately,
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
        acts: row.again && <Again of={row} />,
      })}
      filters={
        <>
          <SearchField label={w.q} sought={address.q ?? ''} onSearch={(q) => change({ q })} />
          <ChoiceFilter
            label={cases.answer}
            all={cases.allStatuses}
            value={address.ending ?? address.ended ?? address.status ?? ''}
            onChange={(value) => {
              const none: Chosen = { status: undefined, ending: undefined, ended: undefined }
              change({ ...none, ...(isBeside(value) ? BESIDE[value] : { status: value }) })
            }}
            options={[
              ...INVITATION_STATUSES.map((value) => ({ value, label: cases.invitationStatus[value] })),
              { value: 'soon', label: soon },
              { value: 'lately', label: lately },
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
            <div className="acts">
              <CaseLink portal="employer" kind="invitation" school={row.school.code} id={row.id}>
                {list.see}
              </CaseLink>
              {row.again && <Again of={row} />}
            </div>
          ),
        },
      ]}
    />
  )
}

function Again({ of: { school, id } }: { of: Row }) {
  const employers = useWords(employerWords)
  return (
    <CaseLink portal="employer" kind="invitation" school={school.code} id={id} page="again">
      {employers.again}
    </CaseLink>
  )
}
