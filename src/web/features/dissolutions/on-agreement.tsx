import { Button } from 'antd'
import type { AgreementView } from '../../../contracts/agreements.ts'
import { useWords } from '../../words/language.tsx'
import { useCasePortal } from '../accounts/me.ts'
import { CaseLink } from '../cases/case-link.tsx'
import { AskLink } from './asking/ask-link.tsx'
import { AskingRefused } from './asking/asking-refused.tsx'
import { onAgreementWords } from './on-agreement-words.ts'

type Props = { of: AgreementView }

/** The way from an agreement to asking for its dissolution, where its reader may. */
export function AskDissolution({ of: { id, school } }: Props) {
  const w = useWords(onAgreementWords)
  const portal = useCasePortal()
  if (portal === 'school') return null
  return (
    <AskLink portal={portal} school={school.code} id={id}>
      <Button danger>{w.ask}</Button>
    </AskLink>
  )
}

/** The way to the dissolution that was asked for. */
export function SeeDissolution({ of: { school, dissolution } }: Props) {
  const w = useWords(onAgreementWords)
  const portal = useCasePortal()
  if (!dissolution) return null
  return (
    <CaseLink portal={portal} kind="dissolution" school={school.code} id={dissolution.id}>
      <Button>{w.see}</Button>
    </CaseLink>
  )
}

/** Why a party may not ask to dissolve an agreement in force (R27). */
export function DissolutionRefused({ of: { id, school, reasons, dissolution } }: Props) {
  const portal = useCasePortal()
  if (portal === 'school') return null
  return (
    <AskingRefused
      reasons={reasons}
      portal={portal}
      params={{ school: school.code, id }}
      request={dissolution}
    />
  )
}
