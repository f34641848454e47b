import { Segmented } from 'antd'
import { ChoiceFilter } from '../../ui/choice-filter.tsx'
import type { ListAddress } from '../../ui/list-address.ts'
import { SearchField } from '../../ui/search-field.tsx'
import { useWords } from '../../words/language.tsx'

export type QueueAddress = ListAddress<'queue' | 'q' | 'status' | 'college'>
type Props = {
  address: QueueAddress
  searchLabel: string
  /** Every status with its word and how many there are. */
  statuses: readonly { readonly value: string; readonly label: string }[]
  colleges: readonly { readonly id: string; readonly name: string }[]
  onChange: (next: QueueAddress) => void
}

export function QueueFilters({ address, searchLabel, statuses, colleges, onChange }: Props) {
  const words = useWords()
  const w = words.queue
  return (
    <div className="filters">
      <Segmented
        value={address.queue ?? 'mine'}
        onChange={(queue) => onChange({ queue: queue === 'mine' ? undefined : queue })}
        options={[
          { value: 'mine', label: w.mine },
          { value: 'all', label: w.everything },
        ]}
      />
      <SearchField label={searchLabel} sought={address.q ?? ''} onSearch={(q) => onChange({ q })} />
      <ChoiceFilter
        label={words.agreement.status}
        all={w.allStatuses}
        value={address.status ?? ''}
        onChange={(status) => onChange({ status })}
        options={statuses}
      />
      {colleges.length > 1 && (
        <ChoiceFilter
          label={w.college}
          all={w.allColleges}
          value={address.college ?? ''}
          onChange={(college) => onChange({ college })}
          options={colleges.map(({ id: value, name: label }) => ({ value, label }))}
        />
      )}
    </div>
  )
}
