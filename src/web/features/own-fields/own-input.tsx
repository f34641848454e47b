import { Input, Select } from 'antd'
import type { RuleObject } from 'antd/es/form'
import type { ReactElement } from 'react'
import { LONGEST } from '../../../domain/longest.ts'
import type { OwnTakes } from '../../../domain/own-field/field.ts'
import { readOwn } from '../../../domain/own-field/read.ts'
import { fillIn } from '../../../words/fill-in.ts'
import { uiWords } from '../../ui/words.ts'
import { useLanguage, useWords } from '../../words/language.tsx'
import { ownFaultWords } from './fault-words.ts'
import './own-input.css'

/** What is wrong with what is typed, in the words in which the server would say it; null where nothing is, and of a blank. */
export function useOwnFault(): (takes: OwnTakes, typed: string) => string | null {
  const w = useWords(ownFaultWords)
  const { language } = useLanguage()
  return (takes, typed) => {
    const said = typed.trim() === '' ? null : readOwn(takes, typed)
    return said && 'fault' in said ? fillIn(w[said.fault], said.details ?? {}, language) : null
  }
}

/** The same as a rule of a form's field. */
export function useOwnRule(): (takes: OwnTakes) => RuleObject {
  const faultOf = useOwnFault()
  return (takes) => ({
    validator: async (_: unknown, typed?: string) => {
      const fault = faultOf(takes, typed ?? '')
      if (fault) throw new Error(fault)
    },
  })
}

type Props = {
  takes: OwnTakes
  id?: string
  value?: string
  onChange?: (value: string) => void
  hasFault?: boolean
  describedBy?: string
}

/** Where something is typed or chosen in a field of the school's own. */
export function OwnInput({ takes, id, value = '', onChange, hasFault, describedBy }: Props): ReactElement {
  const ui = useWords(uiWords)
  const given = {
    ...(id && { id }),
    ...(hasFault && { status: 'error' as const }),
    'aria-describedby': describedBy,
  }
  if (takes.kind === 'choice' || takes.kind === 'yes-no') {
    const options =
      takes.kind === 'choice'
        ? takes.choices.map((one) => ({ value: one, label: one }))
        : [
            { value: 'yes', label: ui.yes },
            { value: 'no', label: ui.no },
          ]
    return (
      <Select
        {...given}
        className="own-choice"
        placeholder={ui.choose}
        allowClear
        value={value || undefined}
        options={options}
        onChange={(chosen?: string) => onChange?.(chosen ?? '')}
      />
    )
  }
  return (
    <Input
      {...given}
      {...(takes.kind === 'day' && { type: 'date' })}
      autoComplete="off"
      inputMode={takes.kind === 'number' ? 'decimal' : undefined}
      maxLength={takes.kind === 'text' ? takes.most : LONGEST.line}
      value={value}
      onChange={({ target }) => onChange?.(target.value)}
    />
  )
}
