import { Checkbox, Form, Input } from 'antd'
import type { Output } from '../../../contracts/address.ts'
import type { getMessageChannels } from '../../../contracts/message-channels.ts'
import { LONGEST } from '../../../domain/longest.ts'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import { fieldFault } from '../cases/field-fault.ts'
import { messageWords } from './words.ts'

export type OfferedKind = Output<typeof getMessageChannels>['kinds'][number]

/** One kind of message: whether it goes out, by which template and in which words. `at` is its place in what was sent. */
export function TemplateFields({ of, at, error }: { of: OfferedKind; at: number; error: unknown }) {
  const w = useWords(messageWords)
  const ui = useWords(uiWords)
  const isOn = Form.useWatch(['on', of.kind]) ?? false
  const name = w.kinds[of.kind]
  const needed = (field: string) => ({
    required: true,
    whitespace: true,
    message: ui.needed(w.of(name, field)),
  })
  return (
    <div className="message-kind">
      <Form.Item name={['on', of.kind]} valuePropName="checked">
        <Checkbox>{name}</Checkbox>
      </Form.Item>
      {isOn && (
        <div className="below">
          <Form.Item
            name={['template', of.kind]}
            label={w.template}
            validateTrigger="onBlur"
            rules={[needed(w.template)]}
            {...fieldFault(error, `templates.${at}.template`)}
          >
            <Input autoComplete="off" maxLength={LONGEST.number} />
          </Form.Item>
          <Form.Item
            name={['text', of.kind]}
            label={w.text}
            extra={w.data(of.data.map((one) => `{{${one}}}`).join(' '))}
            validateTrigger="onBlur"
            rules={[needed(w.text)]}
            {...fieldFault(error, `templates.${at}.text`)}
          >
            <Input.TextArea autoSize={{ minRows: 2 }} maxLength={LONGEST.messageText} />
          </Form.Item>
        </div>
      )}
    </div>
  )
}
