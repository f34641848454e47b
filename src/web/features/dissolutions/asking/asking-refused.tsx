import type { ComponentProps } from 'react'
import { lawLeavesOpen } from '../../../../domain/dissolution/asking.ts'
import { COMPLETED } from '../../../../domain/dissolution/life.ts'
import { useWords } from '../../../words/language.tsx'
import { Reasons } from '../../cases/problem-note.tsx'
import { OpenRequest } from '../lists/open-request.tsx'
import { onAgreementWords } from '../on-agreement-words.ts'
import { AskLink } from './ask-link.tsx'
import './asking-refused.css'

type Props = ComponentProps<typeof Reasons> & {
  portal: 'student' | 'employer'
  /** The agreement's school and id. */
  params: { school: string; id: string }
  /** The latest request on it. */
  request: ComponentProps<typeof OpenRequest>['request'] | null
}

/** All reasons why one may not ask to dissolve (R27), folded away; and the way that is open all the same. */
export function AskingRefused({ reasons, portal, params, request }: Props) {
  const w = useWords(onAgreementWords)
  const isDissolved = request !== null && COMPLETED.includes(request.status)
  if (reasons.length === 0 || isDissolved) return null
  const isOpen = reasons.some(({ code }) => code === 'dissolution-open')
  return (
    <details className="refused">
      <summary>{w.whyNot}</summary>
      {isOpen && request && <OpenRequest school={params.school} portal={portal} request={request} />}
      <Reasons reasons={reasons.filter(({ code }) => !(request && code === 'dissolution-open'))} />
      {lawLeavesOpen(reasons) && (
        <AskLink portal={portal} {...params}>
          {w.byLaw}
        </AskLink>
      )}
    </details>
  )
}
