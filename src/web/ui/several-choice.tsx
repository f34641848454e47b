import { Checkbox } from 'antd'
import './several-choice.css'

type Props<Value extends string> = {
  /** By which a form finds it. */
  id?: string
  /** What the group is called: its field's label names no group. */
  label: string
  options: { readonly value: Value; readonly label: string }[]
  value?: Value[]
  /** Each on a line of its own, where they are sentences. */
  inLines?: boolean
  onChange?: (value: Value[]) => void
}

/** Several of a few, as a field of a form. Whether one is needed is said by the field: a group cannot. */
export function SeveralChoice<Value extends string>({
  id,
  label,
  options,
  value,
  inLines = false,
  onChange,
}: Props<Value>) {
  return (
    <Checkbox.Group<Value>
      {...(id && { id })}
      aria-label={label}
      className={inLines ? 'several in-lines' : 'several'}
      options={options}
      {...(value && { value })}
      {...(onChange && { onChange })}
    />
  )
}
