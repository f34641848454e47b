import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Button, Checkbox, Form, Input } from 'antd'
import { useRef } from 'react'
import { listNotices, publishNotice } from '../../../contracts/privacy.ts'
import { LONGEST } from '../../../domain/longest.ts'
import { ask, call } from '../../call.ts'
import { CheckedForm } from '../../ui/checked-form.tsx'
import { useFigures } from '../../ui/figures.ts'
import { Note } from '../../ui/note.tsx'
import { said } from '../../ui/said.tsx'
import { useUnsaved } from '../../ui/unsaved.ts'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { fieldFault } from '../cases/field-fault.ts'
import { ProblemNote } from '../cases/problem-note.tsx'
import { noticeWords } from './notice-words.ts'
import { privacyWords } from './words.ts'

/** Whether it matters is asked from the second version on. */
type Draft = { text: string; textEn: string; responsible: string; material?: boolean }

/** The school's own notice, begun with what is told now; each publishing is another version. */
export function NoticeSettings() {
  const w = useWords(privacyWords).settings
  const notice = useWords(noticeWords)
  const ui = useWords(uiWords)
  const figures = useFigures()
  const params = { school: useMySchool() }
  const client = useQueryClient()
  const { data } = useSuspenseQuery({ ...ask(listNotices, { params }), refetchOnWindowFocus: false })
  const { now, items } = data
  const touched = useRef(false)
  const publish = useMutation({
    mutationFn: ({ material = false, ...texts }: Draft) =>
      call(publishNotice, {
        params,
        body: { ...texts, material, seenNotice: items[0]?.version ?? 0 },
      }),
    onSuccess: async () => {
      said.success(w.published)
      touched.current = false
      // Who publishes agrees anew too, where everybody does.
      await client.resetQueries()
    },
  })
  useUnsaved(() => touched.current && !publish.isPending)
  const names = { text: w.text, textEn: w.textEn, responsible: w.responsible }
  return (
    <section className="card">
      <h2>{w.notice}</h2>
      {items.length === 0 && <Note type="info" title={w.noOwn} />}
      <p className="soft">{w.noticeHint}</p>
      <ProblemNote error={publish.error} names={names} />
      <CheckedForm
        name="notice"
        initialValues={{ text: now.text, textEn: now.textEn, responsible: now.responsible, material: false }}
        onValuesChange={() => {
          touched.current = true
        }}
        onFinish={(draft: Draft) => publish.mutate(draft)}
      >
        {(['text', 'textEn', 'responsible'] as const).map((field) => (
          <Form.Item
            key={field}
            name={field}
            label={names[field]}
            extra={field === 'responsible' ? w.responsibleHint : undefined}
            rules={[{ required: true, message: ui.needed(names[field]) }]}
            {...fieldFault(publish.error, field)}
          >
            <Input.TextArea
              rows={field === 'responsible' ? 3 : 12}
              maxLength={field === 'responsible' ? LONGEST.reason : LONGEST.notice}
            />
          </Form.Item>
        ))}
        {items.length > 0 && (
          <Form.Item name="material" valuePropName="checked">
            <Checkbox>{w.material}</Checkbox>
          </Form.Item>
        )}
        <Button type="primary" htmlType="submit" loading={publish.isPending}>
          {w.publish}
        </Button>
      </CheckedForm>
      {items.length > 0 && (
        <>
          <h3>{w.versions}</h3>
          <ul>
            {items.map(({ version, publishedAt, publishedBy, material }) => (
              <li key={version}>
                {notice.version(version, figures.instant(publishedAt))} · {w.by} {publishedBy}
                {material && ` · ${w.mark}`}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
