import { Radio } from 'antd'
import { type FieldAt, FieldFault } from './field-at.tsx'
import './one-of.css'

type Props<Value extends string> = {
  label: string
  options: readonly { readonly value: Value; readonly label: string }[]
  value: Value | null
  onChange: (value: Value) => void
  /** Where it can be wrong. */
  at?: FieldAt
}

/** One choice of a few that a dialog asks for, under what it is called: seen, and read out with each. */
export const OneOf = <Value extends string>({ label, options, value, onChange, at }: Props<Value>) => (
  <fieldset className="one-of">
    <legend>{label}</legend>
    <Radio.Group
      {...(at && { id: at.id })}
      aria-label={label}
      options={[...options]}
      value={value}
      onChange={({ target }) => onChange(target.value)}
    />
    {at && <FieldFault of={at} />}
  </fieldset>
)
