import { Select } from 'antd'

type Props<Value extends string> = {
  label: string
  /** What choosing nothing means, where that can be. */
  all?: string
  /** Of very many one is found by typing. */
  seeks?: boolean
  value: Value | ''
  options: readonly { readonly value: Value; readonly label: string }[]
  onChange: (value: Value | undefined) => void
}

/** One of several, or all. */
export const ChoiceFilter = <Value extends string>({
  label,
  all,
  seeks = false,
  value,
  options,
  onChange,
}: Props<Value>) => (
  <Select<Value | ''>
    aria-label={label}
    className="choose"
    value={value}
    showSearch={seeks && { optionFilterProp: 'label' }}
    onChange={(chosen) => onChange(chosen || undefined)}
    options={all === undefined ? [...options] : [{ value: '', label: all }, ...options]}
  />
)
