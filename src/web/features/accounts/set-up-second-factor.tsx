import { useMutation } from '@tanstack/react-query'
import { Button, Form, Input, QRCode } from 'antd'
import type { Output } from '../../../contracts/address.ts'
import * as contract from '../../../contracts/second-factor.ts'
import { LONGEST } from '../../../domain/longest.ts'
import { call } from '../../call.ts'
import { CheckedForm } from '../../ui/checked-form.tsx'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import { fieldFault } from '../cases/field-fault.ts'
import { ProblemNote } from '../cases/problem-note.tsx'
import { OwnPasswordItem } from './own-password-item.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'
import { secondFactorWords } from './second-factor-words.ts'
import './second-factor.css'

type Begun = Output<typeof contract.beginSecondFactor>

/** The picture for the telephone, and the first code of it. */
function FirstCode({
  of: { secret, uri },
  confirm,
  busy,
  error,
}: {
  of: Begun
  confirm: (typed: { code: string }) => void
  busy: boolean
  error: unknown
}) {
  const w = useWords(secondFactorWords)
  const ui = useWords(uiWords)
  return (
    <>
      <p>{w.scan}</p>
      {/* What is in it can be read below. */}
      <div aria-hidden="true">
        <QRCode type="svg" value={uri} size={200} />
      </div>
      <p>
        {w.secret}：<span className="second-factor-secret">{secret.replace(/(.{4})/g, '$1 ')}</span>
      </p>
      <p>{w.enter}</p>
      <ProblemNote error={error} names={{ code: w.code }} />
      <CheckedForm name="first-code" onFinish={confirm}>
        <Form.Item
          name="code"
          label={w.code}
          rules={[{ required: true, message: ui.needed(w.code) }]}
          {...fieldFault(error, 'code')}
        >
          <Input inputMode="numeric" autoComplete="one-time-code" maxLength={LONGEST.secondFactor} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={busy}>
          {w.confirm}
        </Button>
      </CheckedForm>
    </>
  )
}

/**
 * Password, picture, first code, codes for a lost telephone: the way to a second factor. `hold` keeps it open from the first
 * code on, though nothing is lacking any more; `onDone` once the codes are kept.
 */
export function SetUpSecondFactor({ hold, onDone }: { hold?: (held: boolean) => void; onDone: () => void }) {
  const w = useWords(secondFactorWords)
  const begin = useMutation({
    mutationFn: (body: { password: string }) => call(contract.beginSecondFactor, { body }),
  })
  const confirm = useMutation({
    mutationFn: (body: { code: string }) => call(contract.confirmSecondFactor, { body }),
    onMutate: () => hold?.(true),
    onSuccess: ({ recoveryCodes }) => {
      if (recoveryCodes.length === 0) onDone()
    },
    onError: () => hold?.(false),
  })
  if (confirm.data && confirm.data.recoveryCodes.length > 0)
    return <RecoveryCodes codes={confirm.data.recoveryCodes} onSaved={onDone} />
  if (begin.data)
    return (
      <FirstCode of={begin.data} confirm={confirm.mutate} busy={confirm.isPending} error={confirm.error} />
    )
  return (
    <>
      <ProblemNote error={begin.error} names={{ password: w.password }} />
      <CheckedForm name="begin-second-factor" onFinish={begin.mutate}>
        <OwnPasswordItem label={w.password} error={begin.error} />
        <Button type="primary" htmlType="submit" loading={begin.isPending}>
          {w.next}
        </Button>
      </CheckedForm>
    </>
  )
}
