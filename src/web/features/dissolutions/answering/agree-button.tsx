import { useQuery } from '@tanstack/react-query'
import { getAgreement } from '../../../../contracts/agreements.ts'
import { dissolutionActs } from '../../../../contracts/dissolutions.ts'
import { ask, call } from '../../../call.ts'
import { useWords } from '../../../words/language.tsx'
import { ActButton } from '../../cases/act-button.tsx'
import { LawNotice, useNoticeTick } from '../rules/law-notice.tsx'
import { type Request, WhatIsAsked } from './what-is-asked.tsx'
import { answeringWords } from './words.ts'

type Props = { of: Request; settled: () => void }

/** 同意 → what is asked, and 解约须知 with its tick → 同意解约. */
export function AgreeButton({ of, settled }: Props) {
  const w = useWords(answeringWords).act
  const asked = useNoticeTick()
  return (
    <ActButton
      {...w.agree}
      kind="primary"
      asked={asked}
      act={() =>
        call(dissolutionActs.agree, {
          params: { school: of.school.code, id: of.id },
          // The dialog asks for the tick.
          body: { seenVersion: of.version, noticeRead: true },
        })
      }
      settled={settled}
    >
      <WhatIsAsked of={of} />
      <NoticeWithPenalty of={of} />
    </ActButton>
  )
}

/** Reads the penalty when the dialog opens: no list carries it. */
function NoticeWithPenalty({ of: { school, agreement } }: { of: Request }) {
  const { data } = useQuery(ask(getAgreement, { params: { school: school.code, id: agreement.id } }))
  return <LawNotice kind={agreement.kind} {...(data && { penalty: data.terms.penalty })} />
}
