import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { type ApplicationView, assessApplication } from '../../../contracts/applications.ts'
import { MARKS, type Mark } from '../../../domain/application/assessment.ts'
import { LONGEST } from '../../../domain/longest.ts'
import { call } from '../../call.ts'
import { OneOf } from '../../ui/one-of.tsx'
import { said } from '../../ui/said.tsx'
import { useUnsaved } from '../../ui/unsaved.ts'
import { useWords } from '../../words/language.tsx'
import { ProblemNote } from '../cases/problem-note.tsx'
import { FindingsIn } from '../posts/findings.tsx'
import { applicationWords } from './words.ts'

type Typed = { readonly mark: Mark | null; readonly note: string }
type Read = NonNullable<ApplicationView['assessment']>

/** What the employer's members write of an applicant for each other: what was typed stays, whatever a colleague saves beside. */
export function AssessmentForm({ of, assessment }: { of: ApplicationView; assessment: Read }) {
  const all = useWords(applicationWords)
  const w = all.assessment
  const client = useQueryClient()
  const [read, setRead] = useState(assessment)
  const [typed, setTyped] = useState<Typed | null>(null)
  const shown = typed ?? assessment
  const save = useMutation({
    mutationFn: (given: Typed) =>
      call(assessApplication, {
        params: { school: of.school.code, id: of.id },
        body: { seenVersion: typed ? read.version : assessment.version, mark: given.mark, note: given.note },
      }),
    onSuccess: async () => {
      said.success(w.saved)
      await client.invalidateQueries()
      setTyped(null)
    },
  })
  const put = (part: Partial<Typed>) => {
    if (!typed) setRead(assessment)
    setTyped({ mark: shown.mark, note: shown.note, ...part })
  }
  useUnsaved(() => typed !== null && !save.isPending)
  const id = `note-${of.id}`
  return (
    <section className="card">
      <h2>{w.title}</h2>
      <p className="soft">{w.text}</p>
      <ProblemNote
        error={save.error}
        names={{ note: w.note, mark: w.mark }}
        onReload={() => {
          save.reset()
          setRead(assessment)
        }}
      />
      <OneOf<Mark | 'none'>
        label={w.mark}
        value={shown.mark ?? 'none'}
        onChange={(mark) => put({ mark: mark === 'none' ? null : mark })}
        options={[
          { value: 'none', label: w.noMark },
          ...MARKS.map((value) => ({ value, label: all.mark[value] })),
        ]}
      />
      <label htmlFor={id}>{w.note}</label>
      <Input.TextArea
        id={id}
        rows={3}
        maxLength={LONGEST.reason}
        showCount
        value={shown.note}
        onChange={({ target }) => put({ note: target.value })}
      />
      <FindingsIn text={shown.note} />
      <p>
        <Button
          loading={save.isPending}
          disabled={typed === null}
          onClick={() => typed && save.mutate(typed)}
        >
          {w.save}
        </Button>
      </p>
    </section>
  )
}
