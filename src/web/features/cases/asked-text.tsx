import { Input } from 'antd'
import type { KeyboardEvent } from 'react'
import { LONGEST } from '../../../domain/longest.ts'
import { type FieldAt, FieldFault } from '../../ui/field-at.tsx'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'

type Props = {
  at: FieldAt
  /** What it is called above it. */
  name: string
  value: string
  onChange: (value: string) => void
  isNeeded?: boolean
  rows?: number
  onKeyDown?: (event: KeyboardEvent) => void
}

/** Several lines that a dialog asks for, as long as a reason may be. */
export function AskedText({ at, name, value, onChange, isNeeded = true, rows = 3, onKeyDown }: Props) {
  const { optional } = useWords(uiWords)
  return (
    <>
      <label htmlFor={at.id}>
        {name}
        {!isNeeded && optional}
      </label>
      <Input.TextArea
        id={at.id}
        rows={rows}
        maxLength={LONGEST.reason}
        showCount
        aria-required={isNeeded}
        aria-invalid={at.fault !== null}
        status={at.fault ? 'error' : ''}
        value={value}
        onChange={({ target }) => onChange(target.value)}
        {...(onKeyDown && { onKeyDown })}
      />
      <FieldFault of={at} />
    </>
  )
}
