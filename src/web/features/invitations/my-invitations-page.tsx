import { useSuspenseQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import * as contract from '../../../contracts/invitations.ts'
import { ask } from '../../call.ts'
import { DataList } from '../../ui/data-list.tsx'
import { useFigures } from '../../ui/figures.ts'
import { Filters } from '../../ui/filters.tsx'
import { useListAddress } from '../../ui/list-address.ts'
import { Notice } from '../../ui/notice.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { CaseStatus } from '../case-status/case-status.tsx'
import { CaseLink } from '../cases/case-link.tsx'
import { caseWords } from '../cases/words.ts'
import { invitationListWords } from './list-words.ts'

type Row = z.infer<typeof contract.invitationRow>

/** 电子签约: the student's list with the manual's seven columns. */
export function MyInvitationsPage() {
  const w = useWords(invitationListWords)
  const figures = useFigures()
  const cases = useWords(caseWords)
  const ui = useWords(uiWords)
  const school = useMySchool()
  const { address, shown, change, turn } = useListAddress<{ employer: string }>()
  const { data } = useSuspenseQuery(ask(contract.listMyInvitations, { params: { school }, query: shown }))
  return (
    <>
      <h1>{w.title}</h1>
      <Notice title={w.noticeTitle} lines={w.notice} />
      <section className="card">
        <Filters>
          <SearchField
            label={cases.employer}
            sought={address.employer ?? ''}
            onSearch={(employer) => change({ employer })}
          />
        </Filters>
        <DataList<Row>
          page={data}
          label={w.title}
          empty={shown.employer ? w.noMatch : w.empty}
          onPage={turn}
          columns={[
            { title: cases.employer, show: (row) => row.employerName },
            { title: cases.position, show: (row) => row.position },
            { title: w.sentAt, show: (row) => figures.dayOf(row.sentAt) },
            { title: w.respondBy, show: (row) => figures.day(row.respondBy) },
            { title: cases.answer, show: (row) => <CaseStatus kind="invitation" of={row} /> },
            {
              title: cases.review,
              show: (row) => (row.agreement ? <CaseStatus kind="agreement" of={row.agreement} /> : ui.none),
            },
            {
              title: ui.actions,
              show: (row) => (
                <span>
                  <CaseLink portal="student" kind="invitation" school={row.school.code} id={row.id}>
                    {w.see}
                  </CaseLink>{' '}
                  {row.agreement && (
                    <CaseLink
                      portal="student"
                      kind="agreement"
                      school={row.school.code}
                      id={row.agreement.id}
                    >
                      {ui.details}
                    </CaseLink>
                  )}
                </span>
              ),
            },
          ]}
        />
      </section>
    </>
  )
}
