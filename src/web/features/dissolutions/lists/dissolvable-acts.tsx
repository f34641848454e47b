import type { DissolvableRow } from '../../../../contracts/dissolutions.ts'
import type { Side } from '../../../../domain/lifecycle.ts'
import { uiWords } from '../../../ui/words.ts'
import { useWords } from '../../../words/language.tsx'
import { CaseLink } from '../../cases/case-link.tsx'
import { AskLink } from '../asking/ask-link.tsx'
import { AskingRefused } from '../asking/asking-refused.tsx'
import { onAgreementWords } from '../on-agreement-words.ts'
import './acts.css'

type Props = {
  row: DissolvableRow
  portal: Side
  /** What asking is called on this side. */
  ask: string
}

/** Where asking is not offered, all reasons stand in its place (R27). */
export function DissolvableActs({ row, portal, ask }: Props) {
  const onAgreement = useWords(onAgreementWords)
  const ui = useWords(uiWords)
  const params = { school: row.school.code, id: row.agreement.id }
  return (
    <div className="acts">
      {row.mayAsk && (
        <AskLink portal={portal} {...params}>
          {ask}
        </AskLink>
      )}
      {row.dissolution && (
        <CaseLink portal={portal} kind="dissolution" {...params} id={row.dissolution.id}>
          {onAgreement.see}
        </CaseLink>
      )}
      <CaseLink portal={portal} kind="agreement" {...params}>
        {ui.details}
      </CaseLink>
      <AskingRefused reasons={row.reasons} portal={portal} params={params} request={row.dissolution} />
    </div>
  )
}
