import { Form, Input, Radio, Select } from 'antd'
import type { Rule } from 'antd/es/form'
import type { ReactNode } from 'react'
import { EMPLOYER_KINDS, type EmployerFacts } from '../../../domain/employer-facts.ts'
import { LONGEST } from '../../../domain/longest.ts'
import { FormSection } from '../../ui/form-section.tsx'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import { fieldFault } from '../cases/field-fault.ts'
import { useCodeOptions } from '../terms/code-options.ts'
import { useFormRules } from './form-rules.ts'
import { registrationWords } from './words.ts'

/** What an employer says of itself, as fields of a form; `first` stands before its name. */
export function EmployerFields({ error, first }: { error: unknown; first?: ReactNode }) {
  const w = useWords(registrationWords)
  const ui = useWords(uiWords)
  const rules = useFormRules()
  const form = Form.useFormInstance<EmployerFacts>()
  const isAgency = Form.useWatch('kind', form) === 'agency'
  const options = {
    industry: useCodeOptions('industry'),
    size: useCodeOptions('employer_size'),
    nature: useCodeOptions('employer_nature'),
    region: useCodeOptions('region'),
  }
  const item = (name: keyof EmployerFacts, input: ReactNode, extra?: string, more: readonly Rule[] = []) => (
    <Form.Item<EmployerFacts>
      name={name}
      label={w.name[name]}
      extra={extra}
      rules={[{ required: true, whitespace: true, message: ui.needed(w.name[name]) }, ...more]}
      {...fieldFault(error, name)}
    >
      {input}
    </Form.Item>
  )
  const choice = (name: keyof typeof options) => (
    <Form.Item<EmployerFacts>
      name={name}
      label={w.name[name]}
      rules={[{ required: true, message: ui.toChoose(w.name[name]) }]}
      {...fieldFault(error, name)}
    >
      <Select placeholder={ui.choose} showSearch={{ optionFilterProp: 'label' }} options={options[name]} />
    </Form.Item>
  )
  return (
    <>
      <FormSection title={w.identity} reason={w.identityReason}>
        {first}
        {item('name', <Input maxLength={LONGEST.organisation} autoComplete="organization" />, w.nameHint)}
        {item('legalPerson', <Input maxLength={LONGEST.personName} autoComplete="off" />)}
        <div className="both">
          {item(
            'kind',
            <Radio.Group
              aria-label={w.name.kind}
              options={EMPLOYER_KINDS.map((value) => ({ value, label: w.kind[value] }))}
            />,
          )}
          {isAgency && item('licenceNumber', <Input maxLength={LONGEST.number} />, w.licenceHint)}
          {item('scope', <Input.TextArea rows={3} maxLength={LONGEST.scope} showCount />, w.scopeHint)}
        </div>
      </FormSection>
      <FormSection title={w.about}>
        {choice('nature')}
        {choice('industry')}
        {choice('size')}
        {choice('region')}
        {item('address', <Input maxLength={LONGEST.address} autoComplete="street-address" />)}
      </FormSection>
      <FormSection title={w.contact} reason={w.contactReason}>
        {item('contactName', <Input maxLength={LONGEST.personName} autoComplete="name" />)}
        {item(
          'contactPhone',
          <Input maxLength={LONGEST.number} inputMode="tel" autoComplete="tel" />,
          undefined,
          [rules.phone],
        )}
        {item(
          'contactEmail',
          <Input maxLength={LONGEST.email} inputMode="email" autoComplete="email" />,
          undefined,
          [rules.email],
        )}
      </FormSection>
    </>
  )
}

/** What is sent: an employer that is no agency has no licence, whatever was typed before. */
export const factsOf = (typed: EmployerFacts): EmployerFacts => ({
  ...typed,
  licenceNumber: typed.kind === 'agency' ? (typed.licenceNumber ?? '') : '',
})
