import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { AgreementView } from '../../../contracts/agreements.ts'
import { useMe } from '../../portals/shell.tsx'
import { useWords } from '../../words/language.tsx'
import { AskingRefused } from './asking/asking-refused.tsx'
import { onAgreementWords } from './on-agreement-words.ts'

type Props = { agreement: AgreementView }

/** The ways from an agreement to its dissolution: asking for one, and the one that was asked for. */
export function DissolutionLinks({ agreement: { id, school, actions, dissolution } }: Props) {
  const w = useWords(onAgreementWords)
  const { portal } = useMe()
  return (
    <>
      {actions.includes('ask-dissolution') && (
        <Link
          to={`/${portal}/dissolve/$school/$id` as '/student/dissolve/$school/$id'}
          params={{ school: school.code, id }}
        >
          <Button danger>{w.ask}</Button>
        </Link>
      )}
      {dissolution && (
        <Link
          to={`/${portal}/dissolutions/$school/$id` as '/student/dissolutions/$school/$id'}
          params={{ school: school.code, id: dissolution.id }}
        >
          <Button>{w.see}</Button>
        </Link>
      )}
    </>
  )
}

/** Why a party may not ask to dissolve an agreement in force (R27). */
export function DissolutionRefused({ agreement: { id, school, reasons, dissolution } }: Props) {
  const { portal } = useMe()
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
