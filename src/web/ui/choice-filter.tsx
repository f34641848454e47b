import { Select } from 'antd'

type Props<Value extends string> = {
  label: string
  /** What choosing nothing means. */
  all: string
  value: Value | ''
  options: readonly { readonly value: Value; readonly label: string }[]
  onChange: (value: Value | undefined) => void
}

/** One of several, or all. */
export const ChoiceFilter = <Value extends string>({
  label,
  all,
  value,
  options,
  onChange,
}: Props<Value>) => (
  <Select<Value | ''>
    aria-label={label}
    className="choose"
    value={value}
    onChange={(chosen) => onChange(chosen || undefined)}
    options={[{ value: '', label: all }, ...options]}
  />
)
