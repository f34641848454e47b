import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import * as contract from '../../../contracts/second-factor.ts'
import { LONGEST } from '../../../domain/longest.ts'
import { ask, call } from '../../call.ts'
import { type FieldAt, FieldFault } from '../../ui/field-at.tsx'
import { useFigures } from '../../ui/figures.ts'
import { AS_TYPED } from '../../ui/keyboards.ts'
import { said } from '../../ui/said.tsx'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import { ActButton } from '../cases/act-button.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'
import { secondFactorWords } from './second-factor-words.ts'
import { SetUpSecondFactor } from './set-up-second-factor.tsx'

type Password = { password: string }

/** One's own second factor: switched on, its codes made anew, switched off where the school does not want it. */
export function SecondFactorSection() {
  const w = useWords(secondFactorWords)
  const ui = useWords(uiWords)
  const figures = useFigures()
  const client = useQueryClient()
  const [settingUp, setSettingUp] = useState(false)
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const { data } = useSuspenseQuery(ask(contract.getSecondFactor))
  const settled = () => client.invalidateQueries()
  const asked = {
    initial: { password: '' },
    names: { password: w.password },
    faults: ({ password }: Password) => ({ password: password ? null : ui.needed(w.password) }),
    show: (
      { password }: Password,
      put: (part: Partial<Password>) => void,
      at: (field: string) => FieldAt,
    ) => (
      <>
        <label htmlFor={at('password').id}>{w.password}</label>
        <Input.Password
          id={at('password').id}
          status={at('password').fault ? 'error' : ''}
          autoComplete="current-password"
          maxLength={LONGEST.secret}
          value={password}
          onChange={({ target }) => put({ password: target.value })}
          {...AS_TYPED}
        />
        <FieldFault of={at('password')} />
      </>
    ),
  }
  const renew = async (_reason: string, body: Password) => {
    const { recoveryCodes } = await call(contract.renewRecoveryCodes, { body })
    setCodes(recoveryCodes)
  }
  const finish = async () => {
    setSettingUp(false)
    said.success(w.done)
    await settled()
  }
  const isOn = data.since !== null
  return (
    <section className="card slim">
      <h2>{w.title}</h2>
      {codes && <RecoveryCodes codes={codes} onSaved={() => setCodes(null)} />}
      {settingUp && <SetUpSecondFactor onDone={finish} />}
      {!codes && !settingUp && (
        <>
          <p>{data.since === null ? w.off : w.on(figures.said.instant(data.since))}</p>
          {isOn && <p>{w.left(data.recoveryLeft)}</p>}
          {isOn && data.required && <p className="soft">{w.required}</p>}
          <div className="second-factor-acts">
            {isOn ? (
              <>
                <ActButton<Password> {...w.renew} asked={asked} act={renew} settled={settled} />
                {!data.required && (
                  <ActButton<Password>
                    {...w.turnOff}
                    kind="danger"
                    asked={asked}
                    act={(_reason, body) => call(contract.switchOffSecondFactor, { body })}
                    settled={settled}
                  />
                )}
              </>
            ) : (
              <Button onClick={() => setSettingUp(true)}>{w.turnOn}</Button>
            )}
          </div>
        </>
      )}
    </section>
  )
}
