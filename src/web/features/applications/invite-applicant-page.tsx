import { getApplicationInvitation } from '../../../contracts/applications.ts'
import { caseAddress } from '../../../contracts/case-address.ts'
import { ask } from '../../call.ts'
import { useOpened } from '../../ui/opened.ts'
import { useWords } from '../../words/language.tsx'
import { useKey } from '../cases/key.ts'
import { InviteKnown } from '../invitations/invite-known.tsx'
import { applicationWords } from './words.ts'

/** The invitation that comes of an offer: the student and what the post says are filled in. */
export function InviteApplicantPage() {
  const params = useKey()
  const w = useWords(applicationWords)
  const { student, terms } = useOpened(ask(getApplicationInvitation, { params })).data
  return (
    <InviteKnown
      school={params.school}
      student={student}
      title={w.inviteTitle(student.name)}
      terms={w.inviteTerms}
      back={caseAddress('employer', { kind: 'application', ...params })}
      from={null}
      begun={terms}
      applicationId={params.id}
    />
  )
}
