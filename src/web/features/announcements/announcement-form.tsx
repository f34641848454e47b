import { Button, Checkbox, Form, Input } from 'antd'
import type { EvidenceFile } from '../../../contracts/evidence.ts'
import { LONGEST } from '../../../domain/longest.ts'
import { CheckedForm } from '../../ui/checked-form.tsx'
import { FormSection } from '../../ui/form-section.tsx'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import { fieldFault } from '../cases/field-fault.ts'
import { ProblemNote } from '../cases/problem-note.tsx'
import { EvidenceItem } from '../evidence/evidence-item.tsx'
import { evidenceAt } from '../evidence/file-home.ts'
import { RichTextEditor } from './rich-text-editor.tsx'
import { announcementWords } from './words.ts'

/** What is typed. */
export type AnnouncementDraft = {
  readonly title: string
  readonly titleEn: string
  readonly body: string
  readonly bodyEn: string
  readonly author: string
  readonly pinned: boolean
  readonly evidence: readonly EvidenceFile[]
}
/** What is sent. */
export const saidOf = ({ evidence, ...said }: AnnouncementDraft) => ({
  ...said,
  evidence: evidence.map(({ id }) => id),
})

type Props = {
  school: string
  initial: AnnouncementDraft
  submitLabel: string
  error: unknown
  busy: boolean
  onReload?: () => void
  onChange: () => void
  onSubmit: (draft: AnnouncementDraft) => void
}

/** An announcement in Chinese, and in English where somebody writes it. */
export function AnnouncementForm(of: Props) {
  const w = useWords(announcementWords)
  const ui = useWords(uiWords)
  const { school, initial, submitLabel, error, busy, onReload, onChange, onSubmit } = of
  const needed = (label: string) => [{ required: true, whitespace: true, message: ui.needed(label) }]
  return (
    <CheckedForm<AnnouncementDraft>
      initialValues={initial}
      onValuesChange={onChange}
      onFinish={onSubmit}
      above={<ProblemNote error={error} names={w.name} onReload={onReload} />}
    >
      <section className="form-part">
        <h2>{w.chinese}</h2>
        <Form.Item
          name="title"
          label={w.name.title}
          rules={needed(w.name.title)}
          {...fieldFault(error, 'title')}
        >
          <Input maxLength={LONGEST.title} />
        </Form.Item>
        <Form.Item name="body" label={w.name.body} rules={needed(w.name.body)} {...fieldFault(error, 'body')}>
          <RichTextEditor label={w.name.body} />
        </Form.Item>
      </section>
      <FormSection title={w.around}>
        <Form.Item
          name="author"
          label={w.name.author}
          rules={needed(w.name.author)}
          {...fieldFault(error, 'author')}
        >
          <Input maxLength={LONGEST.organisation} />
        </Form.Item>
        <Form.Item name="pinned" valuePropName="checked" extra={w.pinnedHint}>
          <Checkbox>{w.pinned}</Checkbox>
        </Form.Item>
      </FormSection>
      <EvidenceItem
        name={['evidence']}
        home={evidenceAt(school)}
        title={w.files}
        hint={w.filesHint}
        isOptional
        error={error}
      />
      <section className="form-part">
        <h2>{w.english}</h2>
        <p className="soft">{w.englishHint}</p>
        <Form.Item name="titleEn" label={w.name.titleEn} {...fieldFault(error, 'titleEn')}>
          <Input maxLength={LONGEST.title} />
        </Form.Item>
        <Form.Item name="bodyEn" label={w.name.bodyEn} {...fieldFault(error, 'bodyEn')}>
          <RichTextEditor label={w.name.bodyEn} />
        </Form.Item>
      </section>
      <Button type="primary" htmlType="submit" loading={busy}>
        {submitLabel}
      </Button>
    </CheckedForm>
  )
}
