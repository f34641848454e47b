import { Input } from 'antd'
import { LONGEST } from '../../../domain/longest.ts'
import { FieldFault } from '../../ui/field-at.tsx'
import { AS_TYPED } from '../../ui/keyboards.ts'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import type { Asked } from '../cases/act-button.tsx'

export type Password = { password: string }

/** One's own password once more, in the dialog of an act. */
export function useAskedPassword(label: string): Asked<Password> {
  const ui = useWords(uiWords)
  return {
    initial: { password: '' },
    names: { password: label },
    faults: ({ password }) => ({ password: password ? null : ui.needed(label) }),
    show: ({ password }, put, at) => (
      <>
        <label htmlFor={at('password').id}>{label}</label>
        <Input.Password
          id={at('password').id}
          status={at('password').fault ? 'error' : ''}
          autoComplete="current-password"
          maxLength={LONGEST.secret}
          value={password}
          onChange={({ target }) => put({ password: target.value })}
          {...AS_TYPED}
        />
        <FieldFault of={at('password')} />
      </>
    ),
  }
}
