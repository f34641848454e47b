import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { useContext } from 'react'
import * as passkeys from '../../../contracts/passkeys.ts'
import * as contract from '../../../contracts/second-factor.ts'
import { LONGEST } from '../../../domain/longest.ts'
import { ask, call } from '../../call.ts'
import { CheckedForm } from '../../ui/checked-form.tsx'
import { AS_TYPED } from '../../ui/keyboards.ts'
import { Note } from '../../ui/note.tsx'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import { fieldFault } from '../cases/field-fault.ts'
import { ProblemNote } from '../cases/problem-note.tsx'
import { AddPasskey } from './add-passkey.tsx'
import { Held } from './held.ts'
import { useMe } from './me.ts'
import { PasskeyProblem } from './passkey-problem.tsx'
import { byDevice, knowsPasskeys } from './passkeys-here.ts'
import { secondFactorWords } from './second-factor-words.ts'
import { SetUpSecondFactor } from './set-up-second-factor.tsx'

/** In the place of every page, as long as the session lacks its second factor. */
export function SecondFactorGate() {
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
      {lacks === 'code' ? <ShowOne onPassed={goOn} /> : <SetUpOne hold={hold} onDone={goOn} />}
    </section>
  )
}

/** The first one of whichever kind. */
function SetUpOne({ hold, onDone }: { hold: (held: boolean) => void; onDone: () => Promise<void> }) {
  const w = useWords(secondFactorWords)
  return (
    <>
      <h1>{w.toSetUp.title}</h1>
      <p>{w.toSetUp.text}</p>
      <h2>{w.toSetUp.authenticator}</h2>
      <SetUpSecondFactor hold={hold} onDone={onDone} />
      {knowsPasskeys() && (
        <>
          <h2 className="set-up-other">{w.toSetUp.passkey}</h2>
          <AddPasskey hold={hold} onDone={onDone} />
        </>
      )}
    </>
  )
}

/** A passkey where one works here, and a code in any case: a device can be lost. */
function ShowOne({ onPassed }: { onPassed: () => Promise<void> }) {
  const w = useWords(secondFactorWords)
  const { portal } = useMe()
  const { data } = useSuspenseQuery(ask(contract.getSecondFactor))
  const isElsewhere = data.passkeyHosts.length > 0 && !data.passkeyHere
  const canShow = data.passkeyHere && knowsPasskeys()
  return (
    <>
      <h1>{data.passkeyHosts.length > 0 ? w.needed.title : w.needed.titleCode}</h1>
      {canShow && <ShowPasskey onPassed={onPassed} />}
      {data.passkeyHere && !knowsPasskeys() && <Note type="info" title={w.needed.unsupported} />}
      {isElsewhere && <Note type="info" title={w.needed.elsewhere(data.passkeyHosts.join('、'))} />}
      <p>
        {canShow && w.needed.orElse}
        {data.authenticator ? w.needed.byCode : w.needed.byRecovery}
        {w.needed.lost[portal]}
      </p>
      <ShowCode isFirst={!canShow} onPassed={onPassed} />
    </>
  )
}

function ShowPasskey({ onPassed }: { onPassed: () => Promise<void> }) {
  const w = useWords(secondFactorWords)
  const pass = useMutation({
    mutationFn: async () => {
      const answer = await byDevice('show', () => call(passkeys.beginPassByPasskey))
      return call(passkeys.passByPasskey, { body: { answer } })
    },
    onSuccess: onPassed,
  })
  return (
    <>
      <PasskeyProblem error={pass.error} />
      <p>
        <Button type="primary" loading={pass.isPending} onClick={() => pass.mutate()}>
          {w.needed.passkey}
        </Button>
      </p>
    </>
  )
}

/** `isFirst` where there is nothing better to do. */
function ShowCode({ isFirst, onPassed }: { isFirst: boolean; onPassed: () => Promise<void> }) {
  const w = useWords(secondFactorWords)
  const ui = useWords(uiWords)
  const pass = useMutation({
    mutationFn: (body: { code: string }) => call(contract.passSecondFactor, { body }),
    onSuccess: onPassed,
  })
  return (
    <>
      <ProblemNote error={pass.error} names={{ code: w.code }} />
      <CheckedForm name="second-factor" onFinish={pass.mutate}>
        <Form.Item
          name="code"
          label={w.code}
          rules={[{ required: true, message: ui.needed(w.code) }]}
          {...fieldFault(pass.error, 'code')}
        >
          <Input
            autoFocus={isFirst}
            autoComplete="one-time-code"
            maxLength={LONGEST.secondFactor}
            {...AS_TYPED}
          />
        </Form.Item>
        <Button type={isFirst ? 'primary' : 'default'} htmlType="submit" loading={pass.isPending}>
          {w.confirm}
        </Button>
      </CheckedForm>
    </>
  )
}
