import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { useRef } from 'react'
import * as contract from '../../../contracts/notice-texts.ts'
import { LONGEST } from '../../../domain/longest.ts'
import type { NoticeKind, NoticeWords } from '../../../domain/notice-text.ts'
import { ask, call } from '../../call.ts'
import { CheckedForm } from '../../ui/checked-form.tsx'
import { useOpened } from '../../ui/opened.ts'
import { said } from '../../ui/said.tsx'
import { useUnsaved } from '../../ui/unsaved.ts'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import { ActButton } from '../cases/act-button.tsx'
import { fieldFault } from '../cases/field-fault.ts'
import { ProblemNote } from '../cases/problem-note.tsx'
import { noticeWords } from './words.ts'

/** Words a notice anew, in both languages, from the version that was opened. */
export function NoticeForm({ of: params }: { of: { school: string; notice: NoticeKind } }) {
  const w = useWords(noticeWords)
  const ui = useWords(uiWords)
  const client = useQueryClient()
  const { data, round, reload } = useOpened(ask(contract.getNoticeText, { params }))
  const touched = useRef(false)
  const takeNewest = async () => {
    touched.current = false
    await client.invalidateQueries()
    await reload()
  }
  const save = useMutation({
    mutationFn: (words: NoticeWords) =>
      call(contract.saveNoticeText, { params, body: { ...words, seenVersion: data.version } }),
    onSuccess: async () => {
      said.success(w.saved)
      await takeNewest()
    },
  })
  useUnsaved(() => touched.current && !save.isPending)
  const text = (name: keyof NoticeWords, label: string) => (
    <Form.Item
      name={name}
      label={label}
      extra={w.hint}
      rules={[{ required: true, whitespace: true, message: ui.needed(label) }]}
      {...fieldFault(save.error, name)}
    >
      <Input.TextArea autoSize={{ minRows: 6, maxRows: 16 }} maxLength={LONGEST.noticeText} />
    </Form.Item>
  )
  return (
    <section className="card">
      <h2>{w.kinds[params.notice]}</h2>
      <CheckedForm<NoticeWords>
        key={round}
        initialValues={{ zh: data.zh, en: data.en }}
        onValuesChange={() => {
          touched.current = true
        }}
        onFinish={(words) => save.mutate(words)}
        above={
          <ProblemNote
            error={save.error}
            names={{ zh: w.zh, en: w.en }}
            onReload={() => void takeNewest().then(save.reset)}
          />
        }
      >
        {text('zh', w.zh)}
        {text('en', w.en)}
        <div className="actions">
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            {w.save}
          </Button>
          {!data.ours && (
            <ActButton
              {...w.restore}
              act={() => call(contract.restoreNoticeText, { params, body: { seenVersion: data.version } })}
              settled={() => void takeNewest()}
            />
          )}
        </div>
      </CheckedForm>
    </section>
  )
}
