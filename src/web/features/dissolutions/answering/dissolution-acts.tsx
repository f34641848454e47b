import { useQueryClient } from '@tanstack/react-query'
import type { ComponentType } from 'react'
import * as contract from '../../../../contracts/dissolutions.ts'
import { call } from '../../../call.ts'
import { useWords } from '../../../words/language.tsx'
import { ActButton } from '../../cases/act-button.tsx'
import { AgreeButton } from './agree-button.tsx'
import { AcceptEvidenceButton, CorrectButton } from './evidence-acts.tsx'
import { PassButton } from './pass-button.tsx'
import { RefuseButton } from './refuse-button.tsx'
import { answeringWords } from './words.ts'

type Action = contract.DissolutionView['actions'][number]
type Acting = { of: contract.DissolutionView; settled: () => void }

/** The acts that ask for no more than a confirmation and, some, a reason. */
function Simple({ action, of: d, settled }: Acting & { action: 'withdraw' | 'reject' }) {
  const w = useWords(answeringWords).act
  const [endpoint, reason] = (
    {
      withdraw: [contract.dissolutionActs.withdraw, 'none'],
      reject: [contract.dissolutionActs.reject, 'needed'],
    } as const
  )[action]
  return (
    <ActButton
      {...w[action]}
      kind="danger"
      reason={reason}
      act={(text) =>
        call(endpoint, {
          params: { school: d.school.code, id: d.id },
          body: { seenVersion: d.version, ...(text && { reason: text }) },
        })
      }
      settled={settled}
    />
  )
}

const BUTTONS: Record<Action, ComponentType<Acting>> = {
  agree: AgreeButton,
  refuse: RefuseButton,
  withdraw: (acting) => <Simple action="withdraw" {...acting} />,
  correct: CorrectButton,
  'accept-evidence': AcceptEvidenceButton,
  pass: PassButton,
  reject: (acting) => <Simple action="reject" {...acting} />,
}

/** A button for everything the server offers this reader, and for nothing else. */
export function DissolutionActs({ of }: { of: contract.DissolutionView }) {
  const client = useQueryClient()
  return of.actions.map((action) => {
    const Act = BUTTONS[action]
    return <Act key={action} of={of} settled={() => client.invalidateQueries()} />
  })
}
