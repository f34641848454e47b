import { dissolutionActs } from '../../../../contracts/dissolutions.ts'
import { subjectOf } from '../../../../domain/case.ts'
import { call } from '../../../call.ts'
import { useWords } from '../../../words/language.tsx'
import { ActButton } from '../../cases/act-button.tsx'
import { Fingerprint } from '../../signing/fingerprint.tsx'
import { signatureFor } from '../../signing/to-sign.ts'
import { useNoticeTick } from '../rules/law-notice.tsx'
import { type Request, WhatIsAsked } from './what-is-asked.tsx'
import { answeringWords } from './words.ts'

type Props = { of: Request; settled: () => void }

/** 同意 → what is asked, and 解约须知 with its tick → 同意解约. */
export function AgreeButton({ of, settled }: Props) {
  const w = useWords(answeringWords).act
  const school = of.school.code
  const asked = useNoticeTick({ school, id: of.agreement.id })
  return (
    <ActButton
      {...w.agree}
      kind="primary"
      asked={asked}
      act={async (_reason, { noticeVersion }) => {
        const signature = await signatureFor({
          act: 'dissolution.agree',
          subject: subjectOf({ kind: 'dissolution', id: of.id }),
          fingerprint: of.fingerprint,
        })
        return call(dissolutionActs.agree, {
          params: { school, id: of.id },
          body: { seenVersion: of.version, noticeVersion, signature },
        })
      }}
      signs={<Fingerprint of={of.fingerprint} />}
      settled={settled}
    >
      <WhatIsAsked of={of} />
    </ActButton>
  )
}
