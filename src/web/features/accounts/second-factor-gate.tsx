import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { useContext } from 'react'
import * as contract from '../../../contracts/second-factor.ts'
import { LONGEST } from '../../../domain/longest.ts'
import { call } from '../../call.ts'
import { CheckedForm } from '../../ui/checked-form.tsx'
import { AS_TYPED } from '../../ui/keyboards.ts'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import { fieldFault } from '../cases/field-fault.ts'
import { ProblemNote } from '../cases/problem-note.tsx'
import { Held } from './held.ts'
import { useMe } from './me.ts'
import { secondFactorWords } from './second-factor-words.ts'
import { SetUpSecondFactor } from './set-up-second-factor.tsx'

/** In the place of every page, as long as the session lacks its second factor. */
export function SecondFactorGate() {
  const w = useWords(secondFactorWords)
  const { lacks } = useMe()
  const hold = useContext(Held)
  const client = useQueryClient()
  const goOn = async () => {
    // What was refused meanwhile is asked for anew.
    await client.resetQueries()
    hold(false)
  }
  return (
    <section className="card">
      {lacks === 'code' ? (
        <ShowCode onPassed={goOn} />
      ) : (
        <>
          <h1>{w.toSetUp.title}</h1>
          <p>{w.toSetUp.text}</p>
          <SetUpSecondFactor hold={hold} onDone={goOn} />
        </>
      )}
    </section>
  )
}

function ShowCode({ onPassed }: { onPassed: () => Promise<void> }) {
  const w = useWords(secondFactorWords)
  const ui = useWords(uiWords)
  const { portal } = useMe()
  const pass = useMutation({
    mutationFn: (body: { code: string }) => call(contract.passSecondFactor, { body }),
    onSuccess: onPassed,
  })
  return (
    <>
      <h1>{w.needed.title}</h1>
      <p>{portal === 'platform' ? w.needed.platform : w.needed.text}</p>
      <ProblemNote error={pass.error} names={{ code: w.code }} />
      <CheckedForm name="second-factor" onFinish={pass.mutate}>
        <Form.Item
          name="code"
          label={w.code}
          rules={[{ required: true, message: ui.needed(w.code) }]}
          {...fieldFault(pass.error, 'code')}
        >
          <Input autoFocus autoComplete="one-time-code" maxLength={LONGEST.secondFactor} {...AS_TYPED} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={pass.isPending}>
          {w.confirm}
        </Button>
      </CheckedForm>
    </>
  )
}
