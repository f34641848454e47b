import { Button, Checkbox, Form, Input, InputNumber, Radio, Select } from 'antd'
import { useDeferredValue, useMemo, useState } from 'react'
import type { EvidenceFile } from '../../../contracts/evidence.ts'
import { LONGEST } from '../../../domain/longest.ts'
import {
  LONGEST_POST,
  lackingIn,
  NEW_POST,
  POST_AUDIENCES,
  POST_BOUNDS,
  POST_EDUCATIONS,
  POST_KINDS,
  type PostContent,
} from '../../../domain/post/content.ts'
import { type Finding, findingsIn, listsOf } from '../../../domain/post/wording.ts'
import { CheckedForm } from '../../ui/checked-form.tsx'
import { FormSection } from '../../ui/form-section.tsx'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import { useMe } from '../accounts/me.ts'
import { RichTextEditor } from '../announcements/rich-text-editor.tsx'
import { fieldFault } from '../cases/field-fault.ts'
import { ProblemNote } from '../cases/problem-note.tsx'
import { useMeantDay } from '../cases/refused-rule.ts'
import { EvidenceItem } from '../evidence/evidence-item.tsx'
import { useCodeOptions } from '../terms/code-options.ts'
import { Findings } from './findings.tsx'
import { POST_FILES, shownFile } from './post-files.ts'
import { jobWords, postWords } from './words.ts'
import './posts.css'

/** What is typed: days as their fields give them. */
export type PostDraft = Omit<PostContent, 'shownOn' | 'lastDay' | 'regions' | 'majors' | 'attachment'> & {
  attachment: readonly EvidenceFile[]
  regions: string[]
  majors: string[]
  shownOn: string
  lastDay: string
}
export const draftOf = (of: PostContent): PostDraft => ({
  ...of,
  regions: [...of.regions],
  majors: [...of.majors],
  attachment: of.attachment ? [shownFile(of.attachment)] : [],
  shownOn: of.shownOn ?? '',
  lastDay: of.lastDay ?? '',
})
/** What is sent. */
export const saidOf = ({ shownOn, lastDay, pay, headcount, attachment, ...of }: PostDraft) => ({
  ...of,
  attachment: attachment[0]?.id ?? null,
  title: of.title.trim(),
  headcount: headcount ?? null,
  pay: { from: pay.from ?? null, to: pay.to ?? null, months: pay.months },
  shownOn: shownOn || null,
  lastDay: lastDay || null,
})

/** What has to stand in it before a school is asked; the rest is said to be optional. */
const NEEDED: readonly string[] = [
  'title',
  'work',
  'education',
  'pay.months',
  'audience',
  ...lackingIn(NEW_POST),
]

type Props = {
  initial: PostDraft
  submitLabel: string
  error: unknown
  busy: boolean
  onReload?: () => void
  onChange: () => void
  onSubmit: (draft: PostDraft) => void
}

/** A job post as it is written; what stands in it against the law is said while it is typed. */
export function PostForm({ initial, submitLabel, error, busy, onReload, onChange, onSubmit }: Props) {
  const w = useWords(postWords)
  const jobs = useWords(jobWords)
  const ui = useWords(uiWords)
  const { employer } = useMe()
  const { span } = useMeantDay('ahead')
  const [typed, setTyped] = useState(initial)
  const read = useDeferredValue(typed)
  const found = useMemo(() => findingsIn(read, listsOf([]), employer?.name ?? ''), [read, employer])
  const label = (field: string) => w.name[field] ?? field
  const at = (...path: string[]) => {
    const field = path.join('.')
    return { label: label(field), required: NEEDED.includes(field), ...fieldFault(error, field) }
  }
  const foundAt = (field: Finding['field']) => {
    const here = found.filter((one) => one.field === field)
    return here.length > 0 && <Findings of={here} names={null} />
  }
  const number = (of: { least: number; most: number }, suffix?: string) => (
    <InputNumber<number> min={of.least} max={of.most} precision={0} suffix={suffix} className="post-figure" />
  )
  return (
    <CheckedForm<PostDraft>
      initialValues={initial}
      onValuesChange={(_, all) => {
        setTyped({ ...initial, ...all })
        onChange()
      }}
      onFinish={onSubmit}
      above={<ProblemNote error={error} names={w.name} onReload={onReload} />}
    >
      <FormSection title={w.section.job} reason={w.needed}>
        <Form.Item
          name="title"
          {...at('title')}
          extra={foundAt('title')}
          rules={[{ required: true, whitespace: true, message: ui.needed(label('title')) }]}
        >
          <Input maxLength={LONGEST_POST.title} />
        </Form.Item>
        <Form.Item name="category" {...at('category')}>
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            options={useCodeOptions('job_category')}
          />
        </Form.Item>
        <Form.Item name="work" {...at('work')}>
          <Select options={POST_KINDS.map((value) => ({ value, label: jobs.kind[value] }))} />
        </Form.Item>
        <Form.Item name="headcount" {...at('headcount')}>
          {number(POST_BOUNDS.headcount)}
        </Form.Item>
        <Form.Item name={['pay', 'from']} {...at('pay', 'from')} extra={w.payHint}>
          {number(POST_BOUNDS.pay, w.payUnit)}
        </Form.Item>
        <Form.Item name={['pay', 'to']} {...at('pay', 'to')}>
          {number(POST_BOUNDS.pay, w.payUnit)}
        </Form.Item>
        <Form.Item name={['pay', 'months']} {...at('pay', 'months')} rules={[{ required: true }]}>
          {number(POST_BOUNDS.months, w.monthsUnit)}
        </Form.Item>
        <Form.Item name="regions" {...at('regions')}>
          <Select
            mode="multiple"
            maxCount={POST_BOUNDS.regions}
            showSearch={{ optionFilterProp: 'label' }}
            options={useCodeOptions('region')}
          />
        </Form.Item>
      </FormSection>
      <FormSection title={w.section.asked}>
        <Form.Item name="education" {...at('education')}>
          <Select options={POST_EDUCATIONS.map((value) => ({ value, label: jobs.education[value] }))} />
        </Form.Item>
        <Form.Item name="majors" {...at('majors')} extra={w.majorsHint}>
          <Select
            mode="tags"
            maxCount={POST_BOUNDS.majors}
            tokenSeparators={[' ', ',', '，', '、']}
            open={false}
          />
        </Form.Item>
      </FormSection>
      <section className="form-part">
        <Form.Item name="description" {...at('description')} extra={foundAt('description')}>
          <RichTextEditor label={label('description')} />
        </Form.Item>
        <Form.Item name="benefits" {...at('benefits')} extra={foundAt('benefits')}>
          <Input.TextArea rows={3} maxLength={LONGEST_POST.benefits} showCount />
        </Form.Item>
        <EvidenceItem
          name={['attachment']}
          home={POST_FILES}
          title={label('attachment')}
          hint={w.attachmentHint}
          isOptional
          isOne
          error={error}
        />
      </section>
      <FormSection title={w.section.contact}>
        <Form.Item name={['contact', 'name']} {...at('contact', 'name')} extra={w.contactHint}>
          <Input maxLength={LONGEST.personName} autoComplete="name" />
        </Form.Item>
        <Form.Item name={['contact', 'phone']} {...at('contact', 'phone')}>
          <Input maxLength={LONGEST.number} type="tel" />
        </Form.Item>
        <Form.Item name={['contact', 'email']} {...at('contact', 'email')} extra={foundAt('contact.email')}>
          <Input maxLength={LONGEST.email} type="email" />
        </Form.Item>
        <Form.Item name={['contact', 'shown']} valuePropName="checked">
          <Checkbox>{w.contactShown}</Checkbox>
        </Form.Item>
      </FormSection>
      <FormSection title={w.section.days}>
        <Form.Item name="audience" {...at('audience')} extra={w.audienceHint}>
          <Radio.Group
            aria-label={label('audience')}
            className="stacked"
            options={POST_AUDIENCES.map((value) => ({ value, label: w.audience[value] }))}
          />
        </Form.Item>
        <Form.Item name="shownOn" {...at('shownOn')} extra={w.shownOnHint}>
          <Input type="date" {...span} />
        </Form.Item>
        <Form.Item name="lastDay" {...at('lastDay')} extra={w.lastDayHint}>
          <Input type="date" {...span} />
        </Form.Item>
      </FormSection>
      <Button type="primary" htmlType="submit" loading={busy}>
        {submitLabel}
      </Button>
    </CheckedForm>
  )
}
