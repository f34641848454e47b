import { useMutation } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import * as contract from '../../../contracts/passkeys.ts'
import { LONGEST } from '../../../domain/longest.ts'
import { call } from '../../call.ts'
import { CheckedForm } from '../../ui/checked-form.tsx'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import { fieldFault } from '../cases/field-fault.ts'
import { deviceName } from './device.ts'
import { OwnPasswordItem } from './own-password-item.tsx'
import { PasskeyProblem } from './passkey-problem.tsx'
import { passkeyWords } from './passkey-words.ts'
import { byDevice } from './passkeys-here.ts'
import { RecoveryCodes } from './recovery-codes.tsx'

type Typed = { name: string; password: string }
type Props = {
  /** Keeps it open while it shows what is shown once, though nothing is lacking any more. */
  hold?: (held: boolean) => void
  onDone: () => void
  onCancel?: () => void
}

/** Password and name, the device's own question, and where it is the first thing that is asked for the codes for a lost device. */
export function AddPasskey({ hold, onDone, onCancel }: Props) {
  const w = useWords(passkeyWords)
  const ui = useWords(uiWords)
  const add = useMutation({
    mutationFn: async ({ name, password }: Typed) => {
      const answer = await byDevice('make', () => call(contract.beginPasskey, { body: { password } }))
      hold?.(true)
      return call(contract.addPasskey, { body: { name, answer } })
    },
    onSuccess: ({ recoveryCodes }) => {
      if (recoveryCodes.length === 0) onDone()
    },
    onError: () => hold?.(false),
  })
  if (add.data && add.data.recoveryCodes.length > 0)
    return <RecoveryCodes codes={add.data.recoveryCodes} onSaved={onDone} />
  return (
    <>
      <PasskeyProblem error={add.error} names={{ name: w.name, password: w.password }} />
      <CheckedForm<Typed>
        name="add-passkey"
        initialValues={{ name: deviceName(navigator.userAgent).slice(0, LONGEST.passkeyName) }}
        onFinish={(typed) => add.mutate(typed)}
      >
        <Form.Item
          name="name"
          label={w.name}
          extra={w.nameHint}
          rules={[{ required: true, whitespace: true, message: ui.needed(w.name) }]}
          {...fieldFault(add.error, 'name')}
        >
          <Input autoComplete="off" maxLength={LONGEST.passkeyName} />
        </Form.Item>
        <OwnPasswordItem label={w.password} error={add.error} />
        <div className="second-factor-acts">
          <Button type="primary" htmlType="submit" loading={add.isPending}>
            {w.go}
          </Button>
          {onCancel && <Button onClick={onCancel}>{w.cancel}</Button>}
        </div>
      </CheckedForm>
    </>
  )
}
