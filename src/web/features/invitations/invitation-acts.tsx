import { type InvitationView, invitationActs } from '../../../contracts/invitations.ts'
import { subjectOf } from '../../../domain/case.ts'
import { call } from '../../call.ts'
import { useWords } from '../../words/language.tsx'
import { ActButton } from '../cases/act-button.tsx'
import { type Acting, type Acts, CaseActs } from '../cases/case-acts.tsx'
import { RulesBeforeSigning } from '../dissolutions/rules/before-signing.tsx'
import { Fingerprint } from '../signing/fingerprint.tsx'
import { signatureFor } from '../signing/to-sign.ts'
import { invitationWords } from './words.ts'

const ACTS = {
  accept: Accept,
  decline: Decline,
  revise: { portal: 'employer', page: 'revise' },
  'invite-again': { portal: 'employer', page: 'again' },
  withdraw: [invitationActs.withdraw, 'danger', 'needed'],
} as const satisfies Acts<'invitation', InvitationView>

export const InvitationActs = ({ of }: { of: InvitationView }) => (
  <CaseActs kind="invitation" of={of} acts={ACTS} words={useWords(invitationWords).act} />
)

/** Signs what was read, by its hash, below the school's rules on dissolving (R6, R23). */
function Accept({ of: invitation, settled }: Acting<InvitationView>) {
  const { school, id, version, termsHash, notice, employer } = invitation
  const w = useWords(invitationWords).act.accept
  return (
    <ActButton
      {...w}
      text={w.text(employer.name)}
      kind="primary"
      act={async () => {
        const signature = await signatureFor({
          act: 'invitation.accept',
          subject: subjectOf({ kind: 'invitation', id }),
          fingerprint: termsHash,
        })
        return call(invitationActs.accept, {
          params: { school: school.code, id },
          body: {
            seenVersion: version,
            termsHash,
            noticeVersion: notice.version,
            confirmed: true,
            signature,
          },
        })
      }}
      signs={<Fingerprint of={termsHash} />}
      settled={settled}
    >
      <RulesBeforeSigning rules={invitation.dissolutionRules} />
    </ActButton>
  )
}

/** Whether it asks for a reason is the school's setting. */
function Decline({ of: { school, id, version, declineNeedsReason }, settled }: Acting<InvitationView>) {
  const w = useWords(invitationWords).act.decline
  return (
    <ActButton
      {...w}
      kind="danger"
      reason={declineNeedsReason ? 'needed' : 'optional'}
      act={(reason) =>
        call(invitationActs.decline, {
          params: { school: school.code, id },
          body: { seenVersion: version, reason },
        })
      }
      settled={settled}
    />
  )
}
