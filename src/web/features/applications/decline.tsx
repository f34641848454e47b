import { Input } from 'antd'
import { LONGEST } from '../../../domain/longest.ts'
import { FieldFault } from '../../ui/field-at.tsx'
import { useWords } from '../../words/language.tsx'
import type { Asked } from '../cases/act-button.tsx'
import { applicationWords } from './words.ts'

/** The kind words with which an employer declines, to be changed before they are sent. */
export function useDeclining(): Asked<{ reason: string }> {
  const { asksFor, needed, kindly } = useWords(applicationWords).act.decline
  return {
    initial: { reason: kindly },
    names: { reason: asksFor },
    faults: ({ reason }) => ({ reason: reason.trim() ? null : needed }),
    show: ({ reason }, put, at) => (
      <>
        <label htmlFor={at('reason').id}>{asksFor}</label>
        <Input.TextArea
          id={at('reason').id}
          rows={4}
          maxLength={LONGEST.reason}
          showCount
          aria-required
          aria-invalid={at('reason').fault !== null}
          status={at('reason').fault ? 'error' : ''}
          value={reason}
          onChange={({ target }) => put({ reason: target.value })}
        />
        <FieldFault of={at('reason')} />
      </>
    ),
  }
}
