import { Input } from 'antd'
import type { Slot } from '../../../domain/venue/slot.ts'
import { type FieldAt, FieldFault } from '../../ui/field-at.tsx'
import { useWords } from '../../words/language.tsx'
import { useMeantDay } from '../cases/refused-rule.ts'
import { talkWords } from './words.ts'
import './talks.css'

export const NO_SLOT: Slot = { day: '', from: '', until: '' }
export const isSlot = ({ day, from, until }: Slot): boolean => day !== '' && from !== '' && until !== ''

type Props = {
  /** Of the first field: what leads to the slot leads there. */
  id?: string
  /** Which slot it is, before the names of its fields. */
  name: string
  value?: Slot
  onChange?: (slot: Slot) => void
  isWrong?: boolean
}
/** A time within one day in China: the day, from when, until when. */
export function SlotFields({ id, name, value = NO_SLOT, onChange, isWrong = false }: Props) {
  const w = useWords(talkWords)
  const { span } = useMeantDay('ahead')
  const field = (part: keyof Slot, type: 'date' | 'time') => (
    <Input
      {...(part === 'day' && { id, ...span })}
      type={type}
      aria-label={`${name} ${w[part]}`}
      aria-required
      status={isWrong ? 'error' : ''}
      value={value[part]}
      onChange={({ target }) => onChange?.({ ...value, [part]: target.value })}
    />
  )
  return (
    <div className="slot">
      {field('day', 'date')}
      {field('from', 'time')}
      {field('until', 'time')}
    </div>
  )
}

type Asked = {
  /** Where what is wrong with a field of the dialog stands. */
  at: (field: string) => FieldAt
  /** What stands above it, and what it is called. */
  label: string
  name: string
  value: Slot
  onChange: (slot: Slot) => void
}
/** The slot that a dialog asks for, as `slot`, with what is wrong with it. */
export const AskedSlot = ({ at, label, name, value, onChange }: Asked) => (
  <div className="placing">
    <label htmlFor={at('slot.day').id}>{label}</label>
    <SlotFields
      id={at('slot.day').id}
      name={name}
      value={value}
      onChange={onChange}
      isWrong={at('slot.day').fault !== null}
    />
    <FieldFault of={at('slot.day')} />
    <FieldFault of={at('slot.from')} />
    <FieldFault of={at('slot.until')} />
  </div>
)
