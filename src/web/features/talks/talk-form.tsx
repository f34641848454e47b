import { Button, Form, Input, InputNumber } from 'antd'
import type { TalkView } from '../../../contracts/talks.ts'
import { LONGEST_TALK, TALK_BOUNDS } from '../../../domain/talk/content.ts'
import type { Slot } from '../../../domain/venue/slot.ts'
import { CheckedForm } from '../../ui/checked-form.tsx'
import { FormSection } from '../../ui/form-section.tsx'
import { PlainButton } from '../../ui/plain-button.tsx'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import { RichTextEditor } from '../announcements/rich-text-editor.tsx'
import { fieldFault } from '../cases/field-fault.ts'
import { ProblemNote } from '../cases/problem-note.tsx'
import { ContactFields } from './contact-fields.tsx'
import { isSlot, NO_SLOT, SlotFields } from './slot-fields.tsx'
import { talkWords } from './words.ts'

export type TalkDraft = TalkView['content']
export const NEW_TALK: TalkDraft = {
  title: '',
  description: '',
  expected: 100,
  contact: { name: '', phone: '', email: '' },
  wishes: [NO_SLOT],
}

type Props = {
  initial: TalkDraft
  submitLabel: string
  error: unknown
  busy: boolean
  onReload?: () => void
  onChange: () => void
  onSubmit: (draft: TalkDraft) => void
}

/** A talk as an employer asks for it. */
export function TalkForm({ initial, submitLabel, error, busy, onReload, onChange, onSubmit }: Props) {
  const w = useWords(talkWords)
  const ui = useWords(uiWords)
  const label = (field: string) => w.name[field] ?? field
  const needed = (field: string) => ({ required: true, whitespace: true, message: ui.needed(label(field)) })
  const at = (field: string) => ({ label: label(field), ...fieldFault(error, field) })
  const ofWish = (index: number) =>
    fieldFault(error, ...['day', 'from', 'until'].map((part) => `wishes.${index}.${part}`))
  return (
    <CheckedForm<TalkDraft>
      initialValues={initial}
      onValuesChange={onChange}
      onFinish={onSubmit}
      above={<ProblemNote error={error} names={w.name} {...(onReload && { onReload })} />}
    >
      <FormSection title={w.section.what}>
        <Form.Item name="title" {...at('title')} rules={[needed('title')]}>
          <Input maxLength={LONGEST_TALK.title} />
        </Form.Item>
        <Form.Item
          name="expected"
          {...at('expected')}
          rules={[{ required: true, message: ui.needed(label('expected')) }]}
        >
          <InputNumber<number>
            min={TALK_BOUNDS.expected.least}
            max={TALK_BOUNDS.expected.most}
            precision={0}
          />
        </Form.Item>
      </FormSection>
      <section className="form-part">
        <Form.Item name="description" required {...at('description')}>
          <RichTextEditor label={label('description')} />
        </Form.Item>
      </section>
      <FormSection title={w.section.wishes} reason={w.wishesHint}>
        <Form.List name="wishes">
          {(fields, { add, remove }) => (
            <>
              {fields.map(({ key, name }) => (
                <div key={key} className="wish">
                  <Form.Item
                    name={name}
                    required
                    label={w.wish(name + 1)}
                    {...ofWish(name)}
                    rules={[
                      {
                        validator: async (_rule, slot: Slot) => {
                          if (!isSlot(slot)) throw new Error(w.dayNeeded)
                        },
                      },
                    ]}
                  >
                    <SlotFields name={w.wish(name + 1)} />
                  </Form.Item>
                  {fields.length > 1 && (
                    <PlainButton onClick={() => remove(name)}>{w.removeWish(name + 1)}</PlainButton>
                  )}
                </div>
              ))}
              {fields.length < TALK_BOUNDS.wishes && (
                <div className="both">
                  <Button onClick={() => add(NO_SLOT)}>{w.addWish}</Button>
                </div>
              )}
            </>
          )}
        </Form.List>
      </FormSection>
      <ContactFields title={w.section.contact} reason={w.contactHint} at={at} needed={needed} />
      <Button type="primary" htmlType="submit" loading={busy}>
        {submitLabel}
      </Button>
    </CheckedForm>
  )
}
