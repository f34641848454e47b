import { Input, Select } from 'antd'
import type { ComponentProps, ReactElement } from 'react'
import { type Asked as AskedField, answerIn, codeTableOf, normalAnswer } from '../../../domain/form.ts'
import { LONGEST } from '../../../domain/longest.ts'
import { uiWords } from '../../ui/words.ts'
import { useNameOf, useWords } from '../../words/language.tsx'
import { OwnInput } from '../own-fields/own-input.tsx'
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

type Asked = Pick<AskedField, 'type' | 'own'>

/** The input for a field's type (`contracts/destinations.ts`); a calendar offers the days of this span. */
export function answerInput({ type, own }: Asked, days: { min?: string; max?: string } = {}): ReactElement {
  if (own) return <OwnInput takes={own.takes} />
  const table = codeTableOf(type)
  if (table) return <CodeSelect table={table} />
  switch (type) {
    case 'text':
      return <Input.TextArea rows={3} maxLength={LONGEST.reason} showCount />
    case 'day':
      return <Input type="date" {...days} />
    case 'money':
      return <Input maxLength={LONGEST.number} inputMode="decimal" />
    case 'credit_code':
      return <Input maxLength={LONGEST.number} autoCapitalize="characters" spellCheck={false} />
    default:
      return <Input maxLength={LONGEST.line} />
  }
}

/** What was answered, as people read it: a row of a code table by its name. */
export function AnswerText({ of: { type, own }, value }: { of: Asked; value: string }) {
  const nameOf = useNameOf()
  const table = codeTableOf(type)
  const textOf = useAnswerText()
  if (own) return textOf(nameOf(answerIn({ own }, normalAnswer({ type, own }, value)).shown))
  return table ? <CodeName table={table} code={value} /> : textOf(value)
}

const CodeName = ({ table, code }: { table: string; code: string }) =>
  useCodeOptions(table).find(({ value }) => value === code)?.label ?? code
