import { useQueryClient } from '@tanstack/react-query'
import type { Input } from '../../../contracts/address.ts'
import { sendHelpNotice } from '../../../contracts/help.ts'
import { call } from '../../call.ts'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { ActButton } from '../cases/act-button.tsx'
import { helpWords } from './words.ts'

type Props = {
  label: string
  /** Whom it goes to, in words, and how many they are. */
  whom: string
  total: number
  filter: Input<typeof sendHelpNotice>['body']['helpFilter']
  onSent?: () => void
}

/** A notice to a group of graduates, which says before to whom it goes. */
export function NoticeButton({ label, whom, total, filter, onSent }: Props) {
  const { notice } = useWords(helpWords)
  const school = useMySchool()
  const client = useQueryClient()
  return (
    <ActButton
      label={label}
      title={notice.title(total)}
      text={notice.text}
      confirm={notice.confirm}
      done={notice.done}
      asksFor={notice.asksFor}
      reason="needed"
      asked={{ initial: {}, names: { helpText: notice.asksFor }, faults: () => ({}), show: () => null }}
      act={async (helpText) => {
        const body = { helpText, seenTotal: total, helpFilter: filter }
        await call(sendHelpNotice, { params: { school }, body })
        onSent?.()
      }}
      settled={() => void client.invalidateQueries()}
    >
      <p>
        <strong>{whom}</strong>
      </p>
    </ActButton>
  )
}
