import { Input } from 'antd'
import type { DayWindow } from '../../../domain/plausible-day.ts'
import { type FieldAt, FieldFault } from '../../ui/field-at.tsx'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import { useMeantDay } from './refused-rule.ts'

type Props = {
  at: FieldAt
  name: string
  /** What the day says: between which days it can lie. */
  window: DayWindow
  isNeeded?: boolean
  value: string
  onChange: (day: string) => void
}

/** A day that a dialog asks for. */
export function AskedDay({ at, name, window, isNeeded = true, value, onChange }: Props) {
  const { optional } = useWords(uiWords)
  const { span } = useMeantDay(window)
  return (
    <div>
      <label htmlFor={at.id}>
        {name}
        {!isNeeded && optional}
      </label>
      <Input
        id={at.id}
        type="date"
        {...span}
        value={value}
        status={at.fault ? 'error' : ''}
        aria-invalid={at.fault !== null}
        onChange={({ target }) => onChange(target.value)}
      />
      <FieldFault of={at} />
    </div>
  )
}
