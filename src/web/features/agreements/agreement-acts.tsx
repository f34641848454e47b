import { Checkbox } from 'antd'
import { type AgreementView, agreementActs as acts } from '../../../contracts/agreements.ts'
import { subjectOf } from '../../../domain/case.ts'
import { call } from '../../call.ts'
import { FieldFault } from '../../ui/field-at.tsx'
import { useWords } from '../../words/language.tsx'
import { ActButton } from '../cases/act-button.tsx'
import { type Acting, type Acts, CaseActs } from '../cases/case-acts.tsx'
import { AskDissolution } from '../dissolutions/on-agreement.tsx'
import { Fingerprint } from '../signing/fingerprint.tsx'
import { signatureFor } from '../signing/to-sign.ts'
import { agreementWords } from './words.ts'

const ACTS = {
  correct: { portal: 'student', page: 'correct' },
  'accept-amendment': AcceptAmendment,
  'decline-amendment': [acts['decline-amendment'], 'danger', 'optional'],
  'confirm-cancellation': [acts['confirm-cancellation'], 'danger', 'none'],
  'decline-cancellation': [acts['decline-cancellation'], 'plain', 'optional'],
  'ask-cancellation': [acts['ask-cancellation'], 'danger', 'needed'],
  seal: Seal,
  'end-unsealed': [acts['end-unsealed'], 'danger', 'needed'],
  pass: [acts.pass, 'primary', 'optional'],
  return: [acts.return, 'plain', 'needed'],
  reject: [acts.reject, 'danger', 'needed'],
  'confirm-fulfilment': [acts['confirm-fulfilment'], 'primary', 'none'],
  'deny-fulfilment': [acts['deny-fulfilment'], 'plain', 'needed'],
  'ask-fulfilment': [acts['ask-fulfilment'], 'plain', 'none'],
  fulfil: [acts.fulfil, 'plain', 'needed'],
  'undo-fulfilment': [acts['undo-fulfilment'], 'danger', 'needed'],
  cancel: [acts.cancel, 'danger', 'optional'],
  'propose-amendment': { portal: 'employer', page: 'amend' },
  'ask-dissolution': AskDissolution,
} as const satisfies Acts<'agreement', AgreementView>

export const AgreementActs = ({ of }: { of: AgreementView }) => (
  <CaseActs kind="agreement" of={of} acts={ACTS} words={useWords(agreementWords).act} />
)

/** Confirms the amendment that was read, by its hash (R6). */
function AcceptAmendment({ of: { school, id, version, amendment }, settled }: Acting<AgreementView>) {
  const w = useWords(agreementWords).act['accept-amendment']
  if (!amendment) return null
  const { termsHash } = amendment
  return (
    <ActButton
      {...w}
      kind="primary"
      act={async () => {
        const signature = await signatureFor({
          act: 'agreement.accept-amendment',
          subject: subjectOf({ kind: 'agreement', id }),
          fingerprint: termsHash,
        })
        return call(acts['accept-amendment'], {
          params: { school: school.code, id },
          body: { seenVersion: version, termsHash, confirmed: true, signature },
        })
      }}
      signs={<Fingerprint of={termsHash} />}
      settled={settled}
    />
  )
}

/** Confirms, with a tick, that what the school has passed is sealed: these very terms, by their hash. */
function Seal({ of: { school, id, version, termsHash }, settled }: Acting<AgreementView>) {
  const words = useWords(agreementWords)
  return (
    <ActButton
      {...words.act.seal}
      kind="primary"
      asked={{
        initial: { isSealed: false },
        show: ({ isSealed }, change, at) => {
          const field = at('confirmed')
          return (
            <>
              <Checkbox
                id={field.id}
                checked={isSealed}
                aria-invalid={field.fault !== null}
                onChange={({ target }) => change({ isSealed: target.checked })}
              >
                {words.sealTick}
              </Checkbox>
              <FieldFault of={field} />
            </>
          )
        },
        faults: ({ isSealed }) => ({ confirmed: isSealed ? null : words.sealTickNeeded }),
      }}
      act={async () => {
        const signature = await signatureFor({
          act: 'agreement.seal',
          subject: subjectOf({ kind: 'agreement', id }),
          fingerprint: termsHash,
        })
        return call(acts.seal, {
          params: { school: school.code, id },
          body: { seenVersion: version, termsHash, confirmed: true, signature },
        })
      }}
      signs={<Fingerprint of={termsHash} />}
      settled={settled}
    />
  )
}
