import { Button, Form, Input, Select } from 'antd'
import type { FairToJoin } from '../../../contracts/fair-entries.ts'
import { ENTRY_BOUNDS, LONGEST_ENTRY } from '../../../domain/fair-entry/content.ts'
import { CheckedForm } from '../../ui/checked-form.tsx'
import { FormSection } from '../../ui/form-section.tsx'
import { PlainButton } from '../../ui/plain-button.tsx'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import { fieldFault } from '../cases/field-fault.ts'
import { ProblemNote } from '../cases/problem-note.tsx'
import { ContactFields } from '../talks/contact-fields.tsx'
import { fairWords } from './words.ts'

/** What an employer says: its posts by their short ids, whom the school asks, and who comes. */
export type EntryDraft = {
  posts: string[]
  contact: { name: string; phone: string; email: string }
  people: string[]
}
export const NEW_ENTRY: EntryDraft = {
  posts: [],
  contact: { name: '', phone: '', email: '' },
  people: [''],
}

type Props = {
  initial: EntryDraft
  posts: FairToJoin['posts']
  submitLabel: string
  error: unknown
  busy: boolean
  onReload?: () => void
  onChange: () => void
  onSubmit: (draft: EntryDraft) => void
}

/** What an employer brings to a fair. */
export function EntryForm({ initial, posts, submitLabel, error, busy, onReload, onChange, onSubmit }: Props) {
  const { join: w, name } = useWords(fairWords)
  const ui = useWords(uiWords)
  const label = (field: string) => name[field] ?? field
  const needed = (field: string) => ({ required: true, whitespace: true, message: ui.needed(label(field)) })
  const at = (field: string) => ({ label: label(field), ...fieldFault(error, field) })
  return (
    <CheckedForm<EntryDraft>
      initialValues={initial}
      onValuesChange={onChange}
      onFinish={({ people, ...draft }) =>
        onSubmit({ ...draft, people: people.filter((person) => person.trim() !== '') })
      }
      above={<ProblemNote error={error} names={name} {...(onReload && { onReload })} />}
    >
      <FormSection title={w.section.posts}>
        <div className="both">
          <Form.Item
            name="posts"
            {...at('posts')}
            rules={[{ required: true, type: 'array', min: 1, message: w.postsNeeded }]}
          >
            <Select<string[]>
              mode="multiple"
              maxCount={ENTRY_BOUNDS.posts}
              showSearch={{ optionFilterProp: 'label' }}
              options={posts.map(({ shortId, title }) => ({ value: shortId, label: title }))}
            />
          </Form.Item>
        </div>
      </FormSection>
      <ContactFields title={w.section.contact} reason={w.contactHint} at={at} needed={needed} isEmailNeeded />
      <FormSection title={w.section.people} reason={w.peopleHint}>
        <Form.List name="people">
          {(fields, { add, remove }) => (
            <>
              {fields.map(({ key, name: place }) => (
                <div key={key}>
                  <Form.Item
                    name={place}
                    label={w.person(place + 1)}
                    {...fieldFault(error, `people.${place}`)}
                  >
                    <Input maxLength={LONGEST_ENTRY.person} autoComplete="off" />
                  </Form.Item>
                  <PlainButton onClick={() => remove(place)}>{w.removePerson(place + 1)}</PlainButton>
                </div>
              ))}
              {fields.length < ENTRY_BOUNDS.people && (
                <div className="both">
                  <Button onClick={() => add('')}>{w.addPerson}</Button>
                </div>
              )}
            </>
          )}
        </Form.List>
      </FormSection>
      <Button type="primary" htmlType="submit" loading={busy}>
        {submitLabel}
      </Button>
    </CheckedForm>
  )
}
