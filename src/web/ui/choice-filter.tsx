import { Select } from 'antd'

type Props = {
  label: string
  /** What choosing nothing means. */
  all: string
  value: string
  options: readonly { readonly value: string; readonly label: string }[]
  onChange: (value: string) => void
}

/** One of several, or all. */
export const ChoiceFilter = ({ label, all, value, options, onChange }: Props) => (
  <Select
    aria-label={label}
    className="choose"
    value={value}
    onChange={onChange}
    options={[{ value: '', label: all }, ...options]}
  />
)
