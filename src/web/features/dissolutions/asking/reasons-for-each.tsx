import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Form } from 'antd'
import { useState } from 'react'
import { askDissolutions, type DissolvableRow } from '../../../../contracts/dissolutions.ts'
import type { GroundCode } from '../../../../domain/dissolution/grounds.ts'
import { call } from '../../../call.ts'
import { CheckedForm } from '../../../ui/checked-form.tsx'
import { Note } from '../../../ui/note.tsx'
import { said } from '../../../ui/said.tsx'
import { useUnsaved } from '../../../ui/unsaved.ts'
import { useWords } from '../../../words/language.tsx'
import { ProblemNote } from '../../cases/problem-note.tsx'
import { requestToSign, signaturesFor } from '../../signing/to-sign.ts'
import { OpenRequestOf } from '../lists/open-request.tsx'
import { OneOfSeveral } from './one-of-several.tsx'
import { severalWords } from './several-words.ts'
import { askingWords } from './words.ts'

/** By the agreement's id. */
type Typed = Record<string, { ground: GroundCode; reason: string }>
/** Which version of a notice was ticked, by the school's code. */
export type NoticeVersions = Readonly<Record<string, number>>
type Props = {
  rows: readonly DissolvableRow[]
  ticked: NoticeVersions
  /** Whether what was ticked is what the schools' notices say now. */
  isTicked: boolean
  onSent: (ids: readonly string[]) => void
}
const nameOf = ({ student }: DissolvableRow) => `${student.name} ${student.studentNumber}`

/** One ground and one reason each, sent together; who could not be asked stays, with why. */
export function ReasonsForEach({ rows, ticked, isTicked, onSent }: Props) {
  const w = useWords(severalWords)
  const asking = useWords(askingWords)
  const client = useQueryClient()
  const [form] = Form.useForm<Typed>()
  const [sent, setSent] = useState<readonly string[]>([])
  const [askedAlready, setAskedAlready] = useState<readonly string[]>([])
  const send = useMutation({
    mutationFn: async (typed: Typed) => {
      const items = toSend.flatMap(({ id, school, agreement }) => {
        const said = typed[id]
        const noticeVersion = ticked[school.code]
        if (!said || noticeVersion === undefined) return []
        return [{ ...said, id, school: school.code, seenVersion: agreement.version, noticeVersion }]
      })
      const toSign = await Promise.all(
        items.map(({ id, ground, reason }) => requestToSign({ agreement: id, ground, reason })),
      )
      const signatures = await signaturesFor(toSign)
      return call(askDissolutions, {
        body: { items: items.map((item, index) => ({ ...item, signature: signatures[index] })) },
      })
    },
    onSuccess: async ({ results }) => {
      const ids = results.filter(({ passed }) => passed).map(({ id }) => id)
      const failed = results.length - ids.length
      const open = results.filter(({ code }) => code === 'dissolution-open').map(({ id }) => id)
      setAskedAlready([...askedAlready, ...open])
      setSent([...sent, ...rows.filter(({ id }) => ids.includes(id)).map(nameOf)])
      if (failed === 0) said.success(w.sent(ids.length))
      else said.warning(w.someFailed(ids.length, failed), 8)
      await client.invalidateQueries()
      onSent(ids)
    },
  })
  /** Who has asked meanwhile is answered, not asked again. */
  const toSend = rows.filter(({ id }) => !askedAlready.includes(id))
  useUnsaved(() => toSend.length > 0 && form.isFieldsTouched() && !send.isPending, { by: 'of' })
  const fillAll = (id: string) => {
    const one = form.getFieldValue(id)
    form.setFieldsValue(Object.fromEntries(toSend.map((row) => [row.id, { ...one }])))
  }
  return (
    <>
      <h2>{w.title(rows.length)}</h2>
      <p>{w.reasonsHint}</p>
      {sent.length > 0 && <Note type="info" title={w.sentTo(sent)} />}
      <CheckedForm
        form={form}
        onFinish={(typed) => send.mutate(typed)}
        above={<ProblemNote error={send.error} names={asking.fields} />}
      >
        {rows.map((row) => {
          const failure = send.data?.results.find(({ id, passed }) => id === row.id && !passed)
          return (
            <fieldset key={row.id} className="framed">
              <legend>
                {nameOf(row)} <span className="mono">{row.agreement.number}</span>
              </legend>
              {askedAlready.includes(row.id) ? (
                <AskedAlready row={row} typedReason={form.getFieldValue([row.id, 'reason'])} />
              ) : (
                <OneOfSeveral
                  id={row.id}
                  failure={failure?.title ?? null}
                  onFillAll={
                    row.id === toSend[0]?.id && toSend.length > 1 ? () => fillAll(row.id) : undefined
                  }
                />
              )}
            </fieldset>
          )
        })}
        {toSend.length > 0 && (
          <Button type="primary" htmlType="submit" disabled={!isTicked} loading={send.isPending}>
            {w.send}
          </Button>
        )}
      </CheckedForm>
    </>
  )
}

/** One of several who has asked first: to be answered, while what was typed for them can still be read. */
function AskedAlready({ row: { id, school }, typedReason }: { row: DissolvableRow; typedReason: string }) {
  const w = useWords(severalWords)
  return (
    <Note
      type="warning"
      title={<OpenRequestOf params={{ school: school.code, id }} portal="employer" />}
      description={`${w.notSent}${typedReason}`}
    />
  )
}
