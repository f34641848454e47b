import { useSuspenseQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { caseAddress } from '../../../contracts/case-address.ts'
import { getInvitation } from '../../../contracts/invitations.ts'
import { dayInChina } from '../../../domain/day.ts'
import { ANSWERABLE, LAPSED } from '../../../domain/invitation/life.ts'
import { ask } from '../../call.ts'
import { CasePage } from '../../ui/case-page.tsx'
import { Countdown } from '../../ui/countdown.tsx'
import { PlainLink } from '../../ui/plain-button.tsx'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import { useCasePortal } from '../accounts/me.ts'
import { applicationWords } from '../applications/words.ts'
import { CaseStatus } from '../case-status/case-status.tsx'
import { useKey } from '../cases/key.ts'
import { WhyNot } from '../cases/why-not.tsx'
import { AgainstPost } from '../terms/against-post.tsx'
import { Changes, Warnings } from '../terms/terms-view.tsx'
import { InvitationActs } from './invitation-acts.tsx'
import { Letter, LetterNotes, letterNumber } from './letter.tsx'
import { invitationWords } from './words.ts'

/** Where it is worth saying why no answer is possible; the other statuses say it themselves. */
const NEVER_ANSWERED = [...ANSWERABLE, ...LAPSED]

export function InvitationPage() {
  const params = useKey()
  const w = useWords(invitationWords)
  const ui = useWords(uiWords)
  const applications = useWords(applicationWords)
  const portal = useCasePortal()
  const { data: invitation } = useSuspenseQuery(ask(getInvitation, { params }))
  const { version, employer, terms } = invitation
  const isStudent = portal === 'student'
  return (
    <CasePage
      title={`${isStudent ? employer.name : invitation.student.name} · ${terms.position}`}
      back={isStudent ? '/student/invitations' : '/employer/invitations'}
      state={
        <>
          <CaseStatus kind="invitation" of={invitation} />
          {invitation.reason && <p>{invitation.reason}</p>}
        </>
      }
      due={
        ANSWERABLE.includes(invitation.status) && (
          <Countdown until={invitation.respondBy} left={w.left} over={w.over} />
        )
      }
      acts={
        invitation.actions.length > 0 || invitation.agreementId ? (
          <>
            <InvitationActs of={invitation} />
            {invitation.agreementId && (
              <PlainLink
                primary
                to={caseAddress(portal, {
                  kind: 'agreement',
                  school: params.school,
                  id: invitation.agreementId,
                })}
              >
                {w.toAgreement}
              </PlainLink>
            )}
          </>
        ) : null
      }
      more={
        <>
          {invitation.applicationId && (
            <PlainLink
              to={caseAddress(isStudent ? 'student' : 'employer', {
                kind: 'application',
                school: invitation.school.code,
                id: invitation.applicationId,
              })}
            >
              {applications.fromApplication}
            </PlainLink>
          )}
          <Button onClick={() => window.print()}>{ui.print}</Button>
        </>
      }
      notes={
        <>
          {isStudent && NEVER_ANSWERED.includes(invitation.status) && (
            <WhyNot title={w.cannot} reasons={invitation.reasons} />
          )}
          <Warnings of={invitation.warnings} />
          <AgainstPost of={invitation.againstPost} />
          {invitation.changes.length > 0 && (
            <section className="card">
              <h2>
                {w.changed} · {w.version(version)}
              </h2>
              <Changes of={invitation.changes} />
            </section>
          )}
        </>
      }
    >
      <Letter
        student={invitation.student.name}
        employer={employer.name}
        terms={terms}
        respondBy={invitation.respondBy}
        day={dayInChina(new Date(invitation.sentAt))}
        number={w.number(letterNumber(invitation))}
      >
        <LetterNotes
          notice={invitation.notice}
          rules={invitation.dissolutionRules}
          isSealed={invitation.isSealed}
        />
      </Letter>
    </CasePage>
  )
}
