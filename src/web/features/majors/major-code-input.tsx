import { useSuspenseQuery } from '@tanstack/react-query'
import { AutoComplete } from 'antd'
import { listOfferedMajors } from '../../../contracts/majors.ts'
import { LONGEST } from '../../../domain/longest.ts'
import { ask } from '../../call.ts'
import { useWords } from '../../words/language.tsx'
import { majorWords } from './words.ts'

type Props = {
  school: string
  id?: string
  value?: string
  onChange?: (code: string) => void
  /** One of the list was chosen: its name and level go with it. */
  onChosen: (of: { readonly name: string; readonly educationLevel: string }) => void
}

/** A code, chosen from the school's list by any part of it or of the name, or typed: what the list has not is added to it. */
export function MajorCodeInput({ school, id, value = '', onChange, onChosen }: Props) {
  const w = useWords(majorWords)
  const { data } = useSuspenseQuery(ask(listOfferedMajors, { params: { school } }))
  const isUnknown = value.trim() !== '' && data.items.every(({ code }) => code !== value.trim())
  return (
    <>
      <AutoComplete
        {...(id && { id })}
        value={value}
        maxLength={LONGEST.number}
        showSearch={{
          filterOption: (typed, option) => String(option?.label ?? '').includes(typed.trim()),
        }}
        options={data.items.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
        onChange={(code) => onChange?.(code)}
        onSelect={(code) => {
          const chosen = data.items.find((one) => one.code === code)
          if (chosen) onChosen(chosen)
        }}
      />
      {isUnknown && <span className="soft">{w.unknown}</span>}
    </>
  )
}
