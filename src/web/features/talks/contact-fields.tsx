import { Form, type FormItemProps, Input } from 'antd'
import type { Rule } from 'antd/es/form'
import { LONGEST } from '../../../domain/longest.ts'
import { FormSection } from '../../ui/form-section.tsx'

type Props = {
  title: string
  reason: string
  /** What a field is called, and what is wrong with it. */
  at: (field: string) => FormItemProps
  needed: (field: string) => Rule
  isEmailNeeded?: boolean
}
/** Whom the school asks about a talk or about a part in a fair: `contact` of the form. */
export const ContactFields = ({ title, reason, at, needed, isEmailNeeded = false }: Props) => (
  <FormSection title={title} reason={reason}>
    <Form.Item name={['contact', 'name']} {...at('contact.name')} rules={[needed('contact.name')]}>
      <Input maxLength={LONGEST.personName} autoComplete="name" />
    </Form.Item>
    <Form.Item name={['contact', 'phone']} {...at('contact.phone')} rules={[needed('contact.phone')]}>
      <Input maxLength={LONGEST.number} type="tel" />
    </Form.Item>
    <Form.Item
      name={['contact', 'email']}
      {...at('contact.email')}
      {...(isEmailNeeded && { rules: [needed('contact.email')] })}
    >
      <Input maxLength={LONGEST.email} type="email" />
    </Form.Item>
  </FormSection>
)
