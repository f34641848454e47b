import { Input, Select } from 'antd'
import type { ComponentProps, ReactElement } from 'react'
import { codeTableOf } from '../../../domain/form.ts'
import { LONGEST } from '../../../domain/longest.ts'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import { useCodeOptions } from '../terms/code-options.ts'
import { useAnswerText } from './answer-text.ts'

/** A row of a code table, found by typing a part of its name. */
function CodeSelect({ table, ...input }: { table: string } & ComponentProps<typeof Select>) {
  return (
    <Select
      {...input}
      placeholder={useWords(uiWords).choose}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      options={useCodeOptions(table)}
    />
  )
}

/** The input for a field's type (`contracts/destinations.ts`); a calendar offers the days of this span. */
export function answerInput(type: string, days: { min?: string; max?: string } = {}): ReactElement {
  const table = codeTableOf(type)
  if (table) return <CodeSelect table={table} />
  switch (type) {
    case 'text':
      return <Input.TextArea rows={3} maxLength={LONGEST.reason} showCount />
    case 'day':
      return <Input type="date" {...days} />
    case 'credit_code':
      return <Input maxLength={LONGEST.number} autoCapitalize="characters" spellCheck={false} />
    default:
      return <Input maxLength={LONGEST.line} />
  }
}

/** What was answered, as people read it: a row of a code table by its name. */
export function AnswerText({ type, value }: { type: string; value: string }) {
  const table = codeTableOf(type)
  const textOf = useAnswerText()
  return table ? <CodeName table={table} code={value} /> : textOf(value)
}

const CodeName = ({ table, code }: { table: string; code: string }) =>
  useCodeOptions(table).find(({ value }) => value === code)?.label ?? code
