import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { z } from 'zod'
import * as contract from '../../../contracts/invitations.ts'
import { INVITATION_STATUSES } from '../../../domain/invitation.ts'
import { ask } from '../../call.ts'
import { ChoiceFilter } from '../../ui/choice-filter.tsx'
import { DataList } from '../../ui/data-list.tsx'
import { useListAddress } from '../../ui/list-address.ts'
import { showDay } from '../../ui/moment.ts'
import { SearchField } from '../../ui/search-field.tsx'
import { useWords } from '../../words/language.tsx'
import { StatusTag } from '../cases/status-tag.tsx'

type Row = z.infer<typeof contract.invitationRow>
/** Beside the statuses: what the student can answer until tomorrow at the latest. */
const SOON = 'soon'

export function SentInvitationsPage() {
  const words = useWords()
  const w = words.list
  const { address, shown, change, turn } = useListAddress<'q' | 'status' | 'ending'>()
  const { data } = useSuspenseQuery(ask(contract.listSentInvitations, { query: shown }))
  return (
    <>
      <h1>{words.sentList.title}</h1>
      <section className="card">
        <div className="filters">
          <SearchField label={words.sentList.q} sought={address.q ?? ''} onSearch={(q) => change({ q })} />
          <ChoiceFilter
            label={w.answer}
            all={words.queue.allStatuses}
            value={address.ending ?? address.status ?? ''}
            onChange={(value) =>
              change(
                value === SOON ? { ending: value, status: undefined } : { ending: undefined, status: value },
              )
            }
            options={[
              ...INVITATION_STATUSES.map((value) => ({ value, label: words.invitationStatus[value] })),
              { value: SOON, label: words.workbench.soon },
            ]}
          />
        </div>
        <DataList<Row>
          page={data}
          label={words.sentList.title}
          empty={words.sentList.empty}
          onPage={turn}
          columns={[
            { title: words.sentList.student, show: (row) => `${row.studentName} ${row.studentNumber}` },
            { title: words.signIn.school, show: (row) => row.school.name },
            { title: w.position, show: (row) => row.position },
            { title: w.sentAt, show: (row) => showDay(row.sentAt) },
            { title: w.respondBy, show: (row) => row.respondBy.replaceAll('-', '.') },
            { title: w.answer, show: (row) => <StatusTag kind="invitationStatus" status={row.status} /> },
            {
              title: w.review,
              show: (row) =>
                row.agreement ? (
                  <StatusTag kind="agreementStatus" status={row.agreement.status} />
                ) : (
                  words.none
                ),
            },
            {
              title: w.actions,
              show: (row) => (
                <Link to="/employer/invitations/$school/$id" params={{ school: row.school.code, id: row.id }}>
                  {w.see}
                </Link>
              ),
            },
          ]}
        />
      </section>
    </>
  )
}
