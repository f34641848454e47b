import { ChoiceFilter } from '../../ui/choice-filter.tsx'
import type { ListAddress } from '../../ui/list-address.ts'
import { SearchField } from '../../ui/search-field.tsx'
import { useWords } from '../../words/language.tsx'
import { caseWords } from '../cases/words.ts'
import type { useOwnChoices } from '../own-fields/own-choices.ts'
import type { useTagChoice } from '../places/place-tags.tsx'
import { MineOrAll } from './mine-or-all.tsx'
import type { QueueFilter } from './queue-of.ts'

type Props<Status extends string> = {
  address: ListAddress<QueueFilter<Status>>
  searchLabel: string
  /** Every status with its word and how many there are. */
  statuses: readonly { readonly value: Status; readonly label: string }[]
  colleges: readonly { readonly id: string; readonly name: string }[]
  /** Null where it knows no places. */
  tags: ReturnType<typeof useTagChoice> | null
  own: ReturnType<typeof useOwnChoices>['choices']
  onChange: (next: ListAddress<QueueFilter<Status>>) => void
}

export function QueueFilters<Status extends string>({
  address,
  searchLabel,
  statuses,
  colleges,
  tags,
  own,
  onChange,
}: Props<Status>) {
  const cases = useWords(caseWords)
  return (
    <>
      <MineOrAll open={address.queue ?? 'mine'} onChange={(queue) => onChange({ queue, due: undefined })} />
      <SearchField label={searchLabel} sought={address.q ?? ''} onSearch={(q) => onChange({ q })} />
      <ChoiceFilter
        label={cases.review}
        all={cases.allStatuses}
        value={address.status ?? ''}
        onChange={(status) => onChange({ status })}
        options={statuses}
      />
      {colleges.length > 1 && (
        <ChoiceFilter
          label={cases.college}
          all={cases.allColleges}
          value={address.college ?? ''}
          onChange={(college) => onChange({ college })}
          options={colleges.map(({ id: value, name: label }) => ({ value, label }))}
        />
      )}
      {tags && (
        <ChoiceFilter
          label={tags.label}
          all={tags.all}
          value={address.tag ?? ''}
          onChange={(tag) => onChange({ tag })}
          options={tags.options}
        />
      )}
      {own.map(({ name, choose, ...choice }) => (
        <ChoiceFilter key={name} {...choice} onChange={(value) => onChange({ chosen: choose(value) })} />
      ))}
    </>
  )
}
