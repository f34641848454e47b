import { Button, Form, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import type { EvidenceFile } from '../../../contracts/evidence.ts'
import type { ResumeTyped, ResumeVersion } from '../../../contracts/resumes.ts'
import { LONGEST } from '../../../domain/longest.ts'
import { POST_BOUNDS, POST_KINDS } from '../../../domain/post/content.ts'
import { LONGEST_RESUME, RESUME_BOUNDS } from '../../../domain/resume/content.ts'
import { CheckedForm } from '../../ui/checked-form.tsx'
import { FormSection } from '../../ui/form-section.tsx'
import { Note } from '../../ui/note.tsx'
import { useWords } from '../../words/language.tsx'
import { fieldFault } from '../cases/field-fault.ts'
import { ProblemNote } from '../cases/problem-note.tsx'
import { EvidenceField } from '../evidence/evidence-field.tsx'
import { evidenceAt } from '../evidence/file-home.ts'
import { useCodeOptions } from '../terms/code-options.ts'
import { ResumeRows } from './resume-rows.tsx'
import { readWords, resumeWords } from './words.ts'

type Typed = Omit<ResumeTyped, 'files'>
type Part = keyof ResumeTyped['files']

/** A file that a résumé has, as the field of files shows it: a photo by its copy. */
const shownFile = (of: ResumeVersion, part: Part): EvidenceFile[] => {
  const file = of[part]
  if (!file) return []
  const mediaType = part === 'photo' ? 'image/jpeg' : 'application/pdf'
  return [{ ...file, mediaType, uploadedAt: of.changedAt, original: null, form: null }]
}

type Props = {
  school: string
  of: ResumeVersion
  error: unknown
  busy: boolean
  onReload: () => void
  onChange: () => void
  onSave: (resume: ResumeTyped) => void
}

/** A version of the résumé as it is written. */
export function ResumeForm({ school, of, error, busy, onReload, onChange, onSave }: Props) {
  const w = useWords(resumeWords)
  const read = useWords(readWords)
  const [files, setFiles] = useState({
    photo: shownFile(of, 'photo'),
    attachment: shownFile(of, 'attachment'),
  })
  const [unfinished, setUnfinished] = useState({ photo: false, attachment: false })
  const [isWaiting, setWaiting] = useState(false)
  const { wish } = of.content
  const initial = {
    ...of.content,
    // A choice that nobody has made shows nothing.
    wish: { ...wish, category: wish.category || undefined },
    contact: of.contact ?? { phone: '', email: '' },
  }
  const at = (field: string, label: string) => ({ label, ...fieldFault(error, `resume.${field}`) })
  const fileField = (part: Part, hint: string) => (
    <Form.Item {...fieldFault(error, `resume.files.${part}`)} className="both">
      <EvidenceField
        home={evidenceAt(school)}
        title={w.name[part]}
        hint={hint}
        value={files[part]}
        isOne
        onChange={(chosen) => {
          // One of each: a file that comes takes the place of the one before.
          setFiles((all) => ({ ...all, [part]: chosen.slice(-1) }))
          onChange()
        }}
        onUnfinished={(is) => setUnfinished((all) => (all[part] === is ? all : { ...all, [part]: is }))}
      />
    </Form.Item>
  )
  return (
    <CheckedForm<Typed>
      initialValues={initial}
      onValuesChange={onChange}
      onFinish={(typed) => {
        const isComing = unfinished.photo || unfinished.attachment
        setWaiting(isComing)
        if (!isComing)
          onSave({
            ...typed,
            wish: {
              ...typed.wish,
              category: typed.wish.category ?? '',
              pay: typed.wish.pay ?? null,
              work: typed.wish.work ?? null,
            },
            files: { photo: files.photo[0]?.id ?? null, attachment: files.attachment[0]?.id ?? null },
          })
      }}
      above={
        <>
          <ProblemNote error={error} names={w.name} onReload={onReload} />
          {isWaiting && <Note type="warning" title={w.unfinished} />}
        </>
      }
    >
      <FormSection title={read.parts.wish}>
        <Form.Item name={['wish', 'category']} {...at('wish.category', w.name['wish.category'])}>
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            options={useCodeOptions('job_category')}
          />
        </Form.Item>
        <Form.Item name={['wish', 'work']} {...at('wish.work', w.name['wish.work'])}>
          <Select allowClear options={POST_KINDS.map((value) => ({ value, label: read.work[value] }))} />
        </Form.Item>
        <Form.Item name={['wish', 'regions']} {...at('wish.regions', w.name['wish.regions'])}>
          <Select
            mode="multiple"
            maxCount={RESUME_BOUNDS.regions}
            showSearch={{ optionFilterProp: 'label' }}
            options={useCodeOptions('region')}
          />
        </Form.Item>
        <Form.Item name={['wish', 'pay']} {...at('wish.pay', w.name['wish.pay'])}>
          <InputNumber<number>
            min={POST_BOUNDS.pay.least}
            max={POST_BOUNDS.pay.most}
            precision={0}
            suffix={w.name.payUnit}
            className="resume-figure"
          />
        </Form.Item>
      </FormSection>
      <ResumeRows of="experiences" error={error} />
      <ResumeRows of="projects" error={error} />
      <section className="form-part">
        <h2>{read.parts.skills}</h2>
        <Form.Item name="skills" {...at('skills', w.name.skills)}>
          <Select
            mode="tags"
            maxCount={RESUME_BOUNDS.skills}
            tokenSeparators={[',', '，', '、']}
            open={false}
          />
        </Form.Item>
      </section>
      <ResumeRows of="languages" error={error} />
      <ResumeRows of="certificates" error={error} />
      <section className="form-part">
        <Form.Item name="summary" {...at('summary', w.name.summary)}>
          <Input.TextArea rows={4} maxLength={LONGEST_RESUME.summary} showCount />
        </Form.Item>
      </section>
      <FormSection title={w.contact}>
        <Form.Item name={['contact', 'phone']} {...at('contact.phone', w.name.phone)}>
          <Input type="tel" autoComplete="tel" maxLength={LONGEST.number} />
        </Form.Item>
        <Form.Item name={['contact', 'email']} {...at('contact.email', w.name.email)}>
          <Input type="email" autoComplete="email" maxLength={LONGEST.email} />
        </Form.Item>
        {fileField('photo', w.photoHint)}
        {fileField('attachment', w.attachmentHint)}
      </FormSection>
      <Button type="primary" htmlType="submit" loading={busy}>
        {w.save}
      </Button>
    </CheckedForm>
  )
}
