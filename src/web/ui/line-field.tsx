import { Input } from 'antd'
import { type InputHTMLAttributes, useId } from 'react'

type Props = {
  label: string
  value: string
  most: number
  hint?: string
  inputMode?: InputHTMLAttributes<HTMLInputElement>['inputMode']
  onChange: (text: string) => void
}

/** One line that a dialog asks for. */
export function LineField({ label, value, most, hint, inputMode, onChange }: Props) {
  const id = useId()
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        autoComplete="off"
        inputMode={inputMode}
        maxLength={most}
        value={value}
        aria-describedby={hint && `${id}hint`}
        onChange={({ target }) => onChange(target.value)}
      />
      {hint && (
        <span id={`${id}hint`} className="soft">
          {hint}
        </span>
      )}
    </div>
  )
}
