import { Input } from 'antd'
import { useId } from 'react'
import { HELP_WISHES } from '../../../domain/help/record.ts'
import { ChoiceFilter } from '../../ui/choice-filter.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { useWords } from '../../words/language.tsx'
import { helpWords } from './words.ts'
import './help.css'

export type HelpAddress = Readonly<
  Record<
    'year' | 'college' | 'contact' | 'notSince' | 'wishFor' | 'hardship' | 'q' | 'after' | 'before',
    string
  >
>
type Props = {
  of: {
    readonly year: number
    readonly years: readonly number[]
    readonly colleges: readonly { readonly id: string; readonly name: string }[]
    readonly hardships: readonly string[]
  }
  address: Partial<HelpAddress>
  onNarrow: (next: Partial<Record<keyof HelpAddress, string | undefined>>) => void
}

/** By what the list of whom the school helps is narrowed. */
export function HelpFilters({ of, address, onNarrow }: Props) {
  const w = useWords(helpWords)
  const dayId = useId()
  return (
    <>
      <ChoiceFilter
        label={w.year}
        value={String(of.year)}
        options={[...new Set([of.year, ...of.years])]
          .sort((one, other) => other - one)
          .map((one) => ({ value: String(one), label: w.of(one) }))}
        onChange={(year) => onNarrow({ year })}
      />
      {of.colleges.length > 1 && (
        <ChoiceFilter
          label={w.college}
          all={w.everyCollege}
          value={address.college ?? ''}
          options={of.colleges.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(college) => onNarrow({ college })}
        />
      )}
      <ChoiceFilter
        label={w.contact}
        all={w.everyContact}
        value={address.contact === 'never' ? 'never' : ''}
        options={[{ value: 'never', label: w.never }]}
        onChange={(contact) => onNarrow({ contact })}
      />
      <span className="filter-day">
        <label htmlFor={dayId}>{w.notSince}</label>{' '}
        <Input
          id={dayId}
          type="date"
          value={address.notSince ?? ''}
          onChange={({ target }) => onNarrow({ notSince: target.value || undefined })}
        />
      </span>
      <ChoiceFilter
        label={w.wishFor}
        all={w.everyWish}
        value={HELP_WISHES.find((one) => one === address.wishFor) ?? ''}
        options={HELP_WISHES.map((value) => ({ value, label: w.wish[value] }))}
        onChange={(wishFor) => onNarrow({ wishFor })}
      />
      {of.hardships.length > 0 && (
        <ChoiceFilter
          label={w.hardship}
          all={w.everyHardship}
          value={address.hardship ?? ''}
          options={of.hardships.map((value) => ({ value, label: value }))}
          onChange={(hardship) => onNarrow({ hardship })}
        />
      )}
      <SearchField label={w.q} sought={address.q ?? ''} onSearch={(q) => onNarrow({ q })} />
    </>
  )
}
