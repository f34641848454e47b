import { Alert } from 'antd'
import type { DissolvableRow } from '../../../../contracts/dissolutions.ts'
import { useWords } from '../../../words/language.tsx'
import { OpenRequestOf } from '../lists/open-request.tsx'
import { severalWords } from './several-words.ts'

type Props = { row: DissolvableRow; typedReason: string }

/** One of several who has asked first: to be answered, while what was typed for them can still be read. */
export function AskedAlready({ row: { id, school }, typedReason }: Props) {
  const w = useWords(severalWords)
  return (
    <Alert
      type="warning"
      showIcon
      title={<OpenRequestOf params={{ school: school.code, id }} portal="employer" />}
      description={`${w.notSent}${typedReason}`}
    />
  )
}
