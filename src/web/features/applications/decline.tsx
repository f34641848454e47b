import { useWords } from '../../words/language.tsx'
import type { Asked } from '../cases/act-button.tsx'
import { AskedText } from '../cases/asked-text.tsx'
import { applicationWords } from './words.ts'

/** The kind words with which an employer declines, to be changed before they are sent. */
export function useDeclining(): Asked<{ reason: string }> {
  const { asksFor, needed, kindly } = useWords(applicationWords).act.decline
  return {
    initial: { reason: kindly },
    names: { reason: asksFor },
    faults: ({ reason }) => ({ reason: reason.trim() ? null : needed }),
    show: ({ reason }, put, at) => (
      <AskedText
        at={at('reason')}
        name={asksFor}
        rows={4}
        value={reason}
        onChange={(typed) => put({ reason: typed })}
      />
    ),
  }
}
