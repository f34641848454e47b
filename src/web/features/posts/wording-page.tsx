import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import type { Output } from '../../../contracts/address.ts'
import { getPostWording, savePostWording } from '../../../contracts/posts.ts'
import { ask, call } from '../../call.ts'
import { BackButton } from '../../ui/back-button.tsx'
import { CheckedForm } from '../../ui/checked-form.tsx'
import { useFigures } from '../../ui/figures.ts'
import { said } from '../../ui/said.tsx'
import { useWords } from '../../words/language.tsx'
import { useMe, useMySchool } from '../accounts/me.ts'
import { ProblemNote } from '../cases/problem-note.tsx'
import { postWords, wordingWords } from './words.ts'
import './posts.css'

type List = Output<typeof getPostWording>['items'][number]
type Part = 'blocking' | 'doubtful' | 'exceptions'
const PARTS: readonly Part[] = ['blocking', 'doubtful', 'exceptions']
/** Of a mailbox only its domain is asked. */
const partsOf = (ground: List['ground']): readonly Part[] => (ground === 'mailbox' ? ['doubtful'] : PARTS)
const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

/** The phrases of one ground, a line each. */
function ListForm({ of, done }: { of: List; done: () => void }) {
  const w = useWords(postWords).wording
  const school = useMySchool()
  const client = useQueryClient()
  const save = useMutation({
    mutationFn: (typed: Partial<Record<Part, string>>) =>
      call(savePostWording, {
        params: { school },
        body: {
          wording: of.ground,
          seenVersion: of.version,
          blocking: linesOf(typed.blocking ?? ''),
          doubtful: linesOf(typed.doubtful ?? ''),
          exceptions: linesOf(typed.exceptions ?? ''),
        },
      }),
    onSuccess: async () => {
      said.success(w.saved)
      await client.invalidateQueries()
      done()
    },
  })
  return (
    <CheckedForm<Partial<Record<Part, string>>>
      initialValues={Object.fromEntries(PARTS.map((part) => [part, of[part].join('\n')]))}
      onFinish={(typed) => save.mutate(typed)}
      above={
        <ProblemNote
          error={save.error}
          names={{ blocking: w.blocking, doubtful: w.doubtful, exceptions: w.exceptions }}
        />
      }
    >
      {partsOf(of.ground).map((part) => (
        <Form.Item key={part} name={part} label={of.ground === 'mailbox' ? w.domains : w[part]}>
          <Input.TextArea autoSize={{ minRows: 3, maxRows: 14 }} />
        </Form.Item>
      ))}
      <Button type="primary" htmlType="submit" loading={save.isPending}>
        {w.save}
      </Button>
    </CheckedForm>
  )
}

/** What posts are checked for, ground by ground: why, which phrases, and who has changed them. */
export function PostWordingPage() {
  const w = useWords(postWords).wording
  const { grounds } = useWords(wordingWords)
  const figures = useFigures()
  const { staffRole } = useMe()
  const params = { school: useMySchool() }
  const { data } = useSuspenseQuery(ask(getPostWording, { params }))
  const [open, setOpen] = useState<string | null>(null)
  return (
    <div className="column">
      <BackButton list="/school/settings" />
      <h1>{w.title}</h1>
      <p>{w.lead}</p>
      {data.items.map((of) => (
        <section key={of.ground} className="card">
          <h2>{grounds[of.ground].name}</h2>
          <p className="soft">{grounds[of.ground].why}</p>
          <p className="soft">{of.saved ? w.own(of.saved.by, figures.instant(of.saved.at)) : w.ours}</p>
          {open === of.ground ? (
            <ListForm key={of.version} of={of} done={() => setOpen(null)} />
          ) : (
            <>
              {partsOf(of.ground)
                .filter((part) => of[part].length > 0)
                .map((part) => (
                  <p key={part}>
                    <strong>{of.ground === 'mailbox' ? w.domains : w[part]}</strong>
                    <br />
                    {of[part].join(' · ')}
                  </p>
                ))}
              {staffRole === 'administrator' && <Button onClick={() => setOpen(of.ground)}>{w.edit}</Button>}
            </>
          )}
        </section>
      ))}
    </div>
  )
}
