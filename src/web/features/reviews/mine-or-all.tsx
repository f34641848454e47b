import { Segmented } from 'antd'
import { useWords } from '../../words/language.tsx'
import { reviewWords } from './words.ts'

type Props = {
  open: 'mine' | 'all'
  /** As the address has it: what waits for the reader needs no word there. */
  onChange: (queue: 'all' | undefined) => void
}

/** What waits for the reader, or all there is. */
export function MineOrAll({ open, onChange }: Props) {
  const w = useWords(reviewWords)
  return (
    <Segmented<'mine' | 'all'>
      value={open}
      onChange={(next) => onChange(next === 'all' ? next : undefined)}
      options={[
        { value: 'mine', label: w.mine },
        { value: 'all', label: w.everything },
      ]}
    />
  )
}
