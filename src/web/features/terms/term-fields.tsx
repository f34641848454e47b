import { Form, type FormItemProps, Input, Select } from 'antd'
import type { Rule } from 'antd/es/form'
import type { ReactNode } from 'react'
import { LONGEST } from '../../../domain/longest.ts'
import { ProblemError } from '../../call.ts'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import { fieldFault } from '../cases/field-fault.ts'
import { useTermRules } from './term-rules.ts'
import type { TermsDraft } from './terms-draft.ts'
import { termsWords } from './words.ts'

/** A field of the terms, or one within the personnel file or the household register. */
type Name =
  | keyof TermsDraft
  | { [K in 'file' | 'household']: { [L in keyof TermsDraft[K]]: [K, L] }[keyof TermsDraft[K]] }[
      | 'file'
      | 'household']
type Option = { value: string; label: string }

/** The fields of the terms by their kinds, each with its rules and with what the server found wrong in it. */
export function useTermFields(error: unknown) {
  const { name: t, unit } = useWords(termsWords)
  const ui = useWords(uiWords)
  const rule = useTermRules()
  const problem = error instanceof ProblemError ? error.problem : null
  const faultOf = (name: string | readonly string[]) => {
    const path = [name].flat().join('.')
    if (path === 'respondBy' && problem?.code.startsWith('deadline-'))
      return { validateStatus: 'error' as const, help: problem.title }
    // One clause of several is named by its place: its fault stands beside them all.
    const lines = problem?.errors?.map(({ field }) => field).filter((at) => at.startsWith(`terms.${path}.`))
    return fieldFault(error, `terms.${path}`, path, ...(path === 'remarks' ? (lines ?? []) : []))
  }
  const item = (
    name: Name,
    label: string,
    input: ReactNode,
    needed = false,
    rules: readonly Rule[] = [],
    more: Pick<FormItemProps<TermsDraft>, 'dependencies' | 'validateTrigger'> = {},
  ) => (
    <Form.Item<TermsDraft>
      {...more}
      name={name}
      label={label}
      rules={[...(needed ? [{ required: true, message: ui.needed(label) }] : []), ...rules]}
      {...faultOf(name)}
    >
      {input}
    </Form.Item>
  )
  const choice = (
    name: 'jobCategory' | 'regionCode' | ['file', 'method'],
    label: string,
    options: Option[],
  ) => (
    <Form.Item<TermsDraft>
      name={name}
      label={label}
      rules={[{ required: true, message: ui.toChoose(label) }]}
      {...faultOf(name)}
    >
      <Select placeholder={ui.choose} showSearch={{ optionFilterProp: 'label' }} options={options} />
    </Form.Item>
  )
  const money = (name: 'probationPay' | 'regularPay' | 'penalty', optional = false) =>
    item(name, t[name], <Input inputMode="decimal" suffix={unit[name]} />, !optional, [
      rule.money,
      ...(name === 'regularPay' ? [rule.pay] : []),
    ])
  const whole = (
    name: 'probationDays' | 'contractMonths' | 'serviceMonths',
    least: number,
    most: number,
    needed = false,
    rules: readonly Rule[] = [],
    dependencies: (keyof TermsDraft)[] = [],
  ) =>
    item(
      name,
      t[name],
      <Input inputMode="numeric" maxLength={LONGEST.whole} />,
      needed,
      [rule.whole(least, most), ...rules],
      { dependencies },
    )
  /** Judged when it is left: half a year that is being typed is no day that was meant. */
  const day = (
    name: 'respondBy' | 'reportBy',
    span: { readonly min?: string; readonly max?: string },
    ask: Rule,
  ) => item(name, t[name], <Input type="date" {...span} />, true, [ask], { validateTrigger: 'onBlur' })
  return { item, choice, money, whole, day, rule }
}
