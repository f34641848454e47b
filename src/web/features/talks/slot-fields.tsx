import { Input } from 'antd'
import type { Slot } from '../../../domain/venue/slot.ts'
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
