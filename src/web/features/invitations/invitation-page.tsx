import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams, useRouter } from '@tanstack/react-router'
import { Button } from 'antd'
import * as contract from '../../../contracts/invitations.ts'
import { ask, call } from '../../call.ts'
import { useMe } from '../../portals/shell.tsx'
import { Countdown } from '../../ui/countdown.tsx'
import { showDay } from '../../ui/moment.ts'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import { ActButton } from '../cases/act-button.tsx'
import { StatusTag } from '../cases/status-tag.tsx'
import { WhyNot } from '../cases/why-not.tsx'
import { RulesBeforeSigning } from '../dissolutions/rules/before-signing.tsx'
import { Changes, Warnings } from '../terms/terms-view.tsx'
import { Letter } from './letter.tsx'
import { invitationWords } from './words.ts'

/** Where it is worth saying why no answer is possible; the other statuses say it themselves. */
const UNANSWERED: readonly contract.InvitationView['status'][] = ['pending', 'expired']

export function InvitationPage() {
  const { school, id } = useParams({ strict: false }) as { school: string; id: string }
  const params = { school, id }
  const w = useWords(invitationWords)
  const ui = useWords(uiWords)
  const router = useRouter()
  const client = useQueryClient()
  const me = useMe()
  const { data: invitation } = useSuspenseQuery(ask(contract.getInvitation, { params }))
  const { version, termsHash, employer, terms, actions } = invitation
  const settled = () => client.invalidateQueries()
  const may = (action: (typeof actions)[number]) => actions.includes(action)

  return (
    <>
      <div className="actions">
        <Button onClick={() => router.history.back()}>{ui.back}</Button>
        {may('accept') && (
          <ActButton
            kind="primary"
            label={w.act.accept.label}
            title={w.act.accept.title}
            text={w.act.accept.text(employer.name)}
            confirm={w.act.accept.confirm}
            done={w.act.accept.done}
            act={() =>
              call(contract.invitationActs.accept, {
                params,
                body: { seenVersion: version, termsHash, confirmed: true },
              })
            }
            settled={settled}
          >
            <RulesBeforeSigning rules={invitation.dissolutionRules} />
          </ActButton>
        )}
        {may('decline') && (
          <ActButton
            kind="danger"
            label={w.act.decline.label}
            title={w.act.decline.title}
            text={w.act.decline.text}
            done={w.act.decline.done}
            reason={invitation.declineNeedsReason ? 'needed' : 'optional'}
            act={(reason) =>
              call(contract.invitationActs.decline, { params, body: { seenVersion: version, reason } })
            }
            settled={settled}
          />
        )}
        {may('revise') && (
          <Link to="/employer/invitations/$school/$id/revise" params={params}>
            <Button type="primary">{w.act.revise.label}</Button>
          </Link>
        )}
        {may('withdraw') && (
          <ActButton
            kind="danger"
            label={w.act.withdraw.label}
            title={w.act.withdraw.title}
            done={w.act.withdraw.done}
            reason="needed"
            act={(reason) =>
              call(contract.invitationActs.withdraw, { params, body: { seenVersion: version, reason } })
            }
            settled={settled}
          />
        )}
        <Button onClick={() => window.print()}>{ui.print}</Button>
        {invitation.agreementId && (
          <Link
            to={`/${me.portal}/agreements/$school/$id` as '/student/agreements/$school/$id'}
            params={{ school, id: invitation.agreementId }}
          >
            <Button type="primary">{w.toAgreement}</Button>
          </Link>
        )}
      </div>
      {me.portal === 'student' && UNANSWERED.includes(invitation.status) && (
        <WhyNot title={w.cannot} reasons={invitation.reasons} />
      )}
      <Warnings of={invitation.warnings} />
      {invitation.changes.length > 0 && (
        <section className="card">
          <h2>
            {w.changed} · {w.version(version)}
          </h2>
          <Changes of={invitation.changes} />
        </section>
      )}
      <Letter
        student={invitation.student.name}
        employer={employer.name}
        terms={terms}
        respondBy={invitation.respondBy}
        day={showDay(invitation.sentAt)}
        status={
          <p>
            <StatusTag kind="invitationStatus" status={invitation.status} /> {invitation.reason}
          </p>
        }
        left={
          invitation.status === 'pending' && (
            <Countdown
              key={invitation.serverTime}
              until={invitation.deadline}
              serverTime={invitation.serverTime}
              left={w.left}
              over={w.over}
            />
          )
        }
      />
      <section className="card">
        <h2>{w.notes}</h2>
        <ol>
          {w.note.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ol>
        <RulesBeforeSigning rules={invitation.dissolutionRules} />
      </section>
    </>
  )
}
