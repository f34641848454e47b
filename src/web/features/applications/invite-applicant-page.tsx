import { useSuspenseQuery } from '@tanstack/react-query'
import { getApplicationInvitation } from '../../../contracts/applications.ts'
import { caseAddress } from '../../../contracts/case-address.ts'
import { employerWorkbench } from '../../../contracts/employers.ts'
import { ask } from '../../call.ts'
import { BackButton } from '../../ui/back-button.tsx'
import { useOpened } from '../../ui/opened.ts'
import { useNameOf, useWords } from '../../words/language.tsx'
import { useKey } from '../cases/key.ts'
import { CannotInvite } from '../invitations/cannot-invite.tsx'
import { TermsToSend } from '../invitations/terms-to-send.tsx'
import { applicationWords } from './words.ts'

/** The invitation that comes of an offer: the student and what the post says are filled in. */
export function InviteApplicantPage() {
  const params = useKey()
  const w = useWords(applicationWords)
  const nameOf = useNameOf()
  const { data: desk } = useSuspenseQuery(ask(employerWorkbench))
  const { data } = useOpened(ask(getApplicationInvitation, { params }))
  const { student, terms } = data
  const school = desk.schools.find(({ code }) => code === params.school)
  return (
    <>
      <div className="actions">
        <BackButton list={caseAddress('employer', { kind: 'application', ...params })} />
      </div>
      <h1>{w.inviteTitle(student.name)}</h1>
      <p>
        {student.studentNumber} · {student.college} · {student.major} · {school && nameOf(school)}
      </p>
      <CannotInvite student={student} />
      {school && student.reasons.length === 0 && (
        <section className="card">
          <h2>{w.inviteTerms}</h2>
          <TermsToSend
            school={school}
            student={student}
            from={null}
            begun={terms}
            applicationId={params.id}
          />
        </section>
      )}
    </>
  )
}
