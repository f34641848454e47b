import { getInvitationAgain } from '../../../contracts/invitations.ts'
import { ask } from '../../call.ts'
import { useOpened } from '../../ui/opened.ts'
import { useWords } from '../../words/language.tsx'
import { useKey } from '../cases/key.ts'
import { InviteKnown } from './invite-known.tsx'
import { inviteWords } from './invite-words.ts'

/** The next invitation of a student whom the employer has invited before, with the terms of that one. */
export function InviteAgainPage() {
  const params = useKey()
  const w = useWords(inviteWords)
  const { student, terms } = useOpened(ask(getInvitationAgain, { params })).data
  return (
    <InviteKnown
      school={params.school}
      student={student}
      title={w.againTitle(student.name)}
      terms={w.againTerms}
      back="/employer/invitations"
      from={terms}
    />
  )
}
