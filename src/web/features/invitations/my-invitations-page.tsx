import { useSuspenseQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { caseAddress } from '../../../contracts/case-address.ts'
import * as contract from '../../../contracts/invitations.ts'
import { studentHome } from '../../../contracts/students.ts'
import { isToBeWon } from '../../../domain/employment.ts'
import { ask } from '../../call.ts'
import { useFigures } from '../../ui/figures.ts'
import { useListAddress } from '../../ui/list-address.ts'
import { ListPage } from '../../ui/list-page.tsx'
import { Notice } from '../../ui/notice.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { CaseMark, CaseStatus } from '../case-status/case-status.tsx'
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
  const { address, shown, change, turn, isTurning } = useListAddress<{ employer: string }>()
  const { data } = useSuspenseQuery(ask(contract.listMyInvitations, { params: { school }, query: shown }))
  const { data: home } = useSuspenseQuery(ask(studentHome, { params: { school } }))
  return (
    <ListPage<Row>
      title={w.title}
      page={data}
      notes={<Notice id="signing" title={w.noticeTitle} lines={w.notice} />}
      empty={isToBeWon(home.employment.status) ? w.empty : w.emptyPlaced}
      onPage={turn}
      isTurning={isTurning}
      active={{ employer: address.employer }}
      onClear={change}
      to={({ school, id }) => caseAddress('student', { kind: 'invitation', school: school.code, id })}
      brief={(row) => ({
        who: row.employerName,
        what: row.position,
        state: row.agreement ? (
          <CaseMark kind="agreement" of={row.agreement} />
        ) : (
          <CaseMark kind="invitation" of={row} />
        ),
        due: row.standing.turn && w.until(figures.day(row.respondBy)),
      })}
      filters={
        <SearchField
          label={cases.employer}
          sought={address.employer ?? ''}
          onSearch={(employer) => change({ employer })}
        />
      }
      columns={[
        { title: cases.employer, show: (row) => row.employerName },
        { title: cases.position, show: (row) => row.position },
        { title: w.sentAt, show: (row) => <span className="whole">{figures.dayOf(row.sentAt)}</span> },
        { title: w.respondBy, show: (row) => <span className="whole">{figures.day(row.respondBy)}</span> },
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
                <CaseLink portal="student" kind="agreement" school={row.school.code} id={row.agreement.id}>
                  {ui.details}
                </CaseLink>
              )}
            </span>
          ),
        },
      ]}
    />
  )
}
