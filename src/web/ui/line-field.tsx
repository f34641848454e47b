import { Input } from 'antd'
import type { InputHTMLAttributes } from 'react'
import { type FieldAt, FieldFault } from './field-at.tsx'

type Props = {
  at: FieldAt
  label: string
  value: string
  most: number
  hint?: string
  inputMode?: InputHTMLAttributes<HTMLInputElement>['inputMode']
  onChange: (text: string) => void
}

/** One line that a dialog asks for. */
export function LineField({ at, label, value, most, hint, inputMode, onChange }: Props) {
  const { id, fault } = at
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        autoComplete="off"
        inputMode={inputMode}
        maxLength={most}
        value={value}
        status={fault ? 'error' : ''}
        aria-invalid={fault !== null}
        aria-describedby={
          [fault && `${id}-fault`, hint && `${id}hint`].filter(Boolean).join(' ') || undefined
        }
        onChange={({ target }) => onChange(target.value)}
      />
      <FieldFault of={at} />
      {hint && (
        <span id={`${id}hint`} className="soft">
          {hint}
        </span>
      )}
    </div>
  )
}
