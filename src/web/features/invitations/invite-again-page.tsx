import { useSuspenseQuery } from '@tanstack/react-query'
import { employerWorkbench } from '../../../contracts/employers.ts'
import { getInvitationAgain } from '../../../contracts/invitations.ts'
import { ask } from '../../call.ts'
import { BackButton } from '../../ui/back-button.tsx'
import { useOpened } from '../../ui/opened.ts'
import { useWords } from '../../words/language.tsx'
import { useKey } from '../cases/key.ts'
import { CannotInvite } from './cannot-invite.tsx'
import { inviteWords } from './invite-words.ts'
import { TermsToSend } from './terms-to-send.tsx'

/** The next invitation of a student whom the employer has invited before, with the terms of that one. */
export function InviteAgainPage() {
  const params = useKey()
  const w = useWords(inviteWords)
  const { data: desk } = useSuspenseQuery(ask(employerWorkbench))
  const { data } = useOpened(ask(getInvitationAgain, { params }))
  const { student, terms } = data
  const school = desk.schools.find(({ code }) => code === params.school)
  return (
    <>
      <div className="actions">
        <BackButton list="/employer/invitations" />
      </div>
      <h1>{w.againTitle(student.name)}</h1>
      <p>
        {student.studentNumber} · {student.college} · {student.major} · {school?.name}
      </p>
      <CannotInvite student={student} />
      {school && student.reasons.length === 0 && (
        <section className="card">
          <h2>{w.againTerms}</h2>
          <TermsToSend school={school} student={student} from={terms} />
        </section>
      )}
    </>
  )
}
