import type { DissolutionRow } from '../../../../contracts/dissolutions.ts'
import { useWords } from '../../../words/language.tsx'
import { GroundOf, useFaultText } from '../said-of-a-request.tsx'
import { dissolutionWords } from '../words.ts'
import '../said.css'

export type Request = DissolutionRow

/** Why it is asked, above an answer to it. */
export function WhatIsAsked({ of }: { of: Request }) {
  const w = useWords(dissolutionWords)
  const fault = useFaultText()(of)
  return (
    <dl className="said">
      <dt>{w.page.ground}</dt>
      <dd>
        <GroundOf {...of} />
      </dd>
      <dt>{w.page.reason}</dt>
      <dd>{of.reason}</dd>
      {fault && (
        <>
          <dt>{w.faultTitle}</dt>
          <dd>
            {fault} <span className="soft">{w.faultHint}</span>
          </dd>
        </>
      )}
    </dl>
  )
}
