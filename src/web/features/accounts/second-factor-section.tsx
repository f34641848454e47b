import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import * as contract from '../../../contracts/second-factor.ts'
import { decidesAboutOthers } from '../../../domain/second-factor.ts'
import { ask, call } from '../../call.ts'
import { useFigures } from '../../ui/figures.ts'
import { said } from '../../ui/said.tsx'
import { useWords } from '../../words/language.tsx'
import { ActButton } from '../cases/act-button.tsx'
import { type Password, useAskedPassword } from './asked-password.tsx'
import { useMe } from './me.ts'
import { RecoveryCodes } from './recovery-codes.tsx'
import { secondFactorWords } from './second-factor-words.ts'
import { SetUpSecondFactor } from './set-up-second-factor.tsx'

/** One's own second factor: switched on, its codes made anew, switched off where the school does not want it. */
export function SecondFactorSection() {
  const w = useWords(secondFactorWords)
  const figures = useFigures()
  const client = useQueryClient()
  const [settingUp, setSettingUp] = useState(false)
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const { data } = useSuspenseQuery(ask(contract.getSecondFactor))
  const isStaff = decidesAboutOthers(useMe().portal)
  const asked = useAskedPassword(w.password)
  const settled = () => client.invalidateQueries()
  const showCodes = async (given: Promise<{ recoveryCodes: readonly string[] }>) =>
    setCodes((await given).recoveryCodes)
  const finish = async () => {
    setSettingUp(false)
    said.success(w.done)
    await settled()
  }
  const isOn = data.since !== null
  const mayHave = isStaff || isOn || data.passkeyHosts.length > 0
  if (!mayHave && !codes) return null
  return (
    <section className="card slim">
      <h2>{w.title}</h2>
      {codes && <RecoveryCodes codes={codes} onSaved={() => setCodes(null)} />}
      {settingUp && <SetUpSecondFactor onDone={finish} />}
      {!codes && !settingUp && (
        <>
          <p>
            {data.since !== null
              ? w.on(figures.said.instant(data.since), {
                  authenticator: data.authenticator,
                  passkeys: data.passkeyHosts.length > 0,
                })
              : isStaff
                ? w.off
                : w.offOthers}
          </p>
          {isOn && <p>{w.left(data.recoveryLeft)}</p>}
          {isOn && data.required && <p className="soft">{w.required}</p>}
          <div className="second-factor-acts">
            {isStaff && !data.authenticator && (
              <Button onClick={() => setSettingUp(true)}>{isOn ? w.addAuthenticator : w.turnOn}</Button>
            )}
            {!isStaff && !isOn && (
              <ActButton<Password>
                {...w.turnOnOthers}
                asked={asked}
                act={(_reason, body) => showCodes(call(contract.switchOnSecondFactor, { body }))}
                settled={settled}
              />
            )}
            {isOn && (
              <ActButton<Password>
                {...w.renew}
                asked={asked}
                act={(_reason, body) => showCodes(call(contract.renewRecoveryCodes, { body }))}
                settled={settled}
              />
            )}
            {isOn && !data.required && (
              <ActButton<Password>
                {...w.turnOff}
                text={isStaff ? w.turnOff.text : w.turnOffOthers}
                kind="danger"
                asked={asked}
                act={(_reason, body) => call(contract.switchOffSecondFactor, { body })}
                settled={settled}
              />
            )}
          </div>
        </>
      )}
    </section>
  )
}
