import { Button, Checkbox, Input, Modal } from 'antd'
import { useId, useState } from 'react'
import type { Output } from '../../../contracts/address.ts'
import * as contract from '../../../contracts/signing.ts'
import { LONGEST } from '../../../domain/longest.ts'
import type { ToSign } from '../../../domain/signing/bound.ts'
import { PIN_FORM } from '../../../domain/signing/pin.ts'
import { ELECTRONIC_FORM } from '../../../words/electronic-form.ts'
import { call, ProblemError } from '../../call.ts'
import { FaultList } from '../../ui/fault-list.tsx'
import { type FieldAt, FieldFault } from '../../ui/field-at.tsx'
import { AS_TYPED } from '../../ui/keyboards.ts'
import { Note } from '../../ui/note.tsx'
import { uiWords } from '../../ui/words.ts'
import { useLanguage, useWords } from '../../words/language.tsx'
import { useMe } from '../accounts/me.ts'
import { PasskeyProblem } from '../accounts/passkey-problem.tsx'
import { byDevice, knowsPasskeys } from '../accounts/passkeys-here.ts'
import { DrawingField } from './drawing-field.tsx'
import { Fingerprint } from './fingerprint.tsx'
import { PinInput } from './pin-input.tsx'
import { signingWords } from './words.ts'
import './signing-dialog.css'

type Props = {
  items: readonly ToSign[]
  standing: Output<typeof contract.getSigning>
  signed: (signatures: readonly string[]) => void
  left: () => void
}
type Way = 'pin' | 'passkey'
const codeOf = (error: unknown) => (error instanceof ProblemError ? error.problem?.code : undefined)

/**
 * 签署: what is signed by its fingerprint, the consent to the electronic form where it is due, a drawn signature, and the PIN
 * or a passkey. What was typed stays on a refusal, but a wrong PIN.
 */
export function SigningDialog({ items, standing, signed, left }: Props) {
  const w = useWords(signingWords)
  const ui = useWords(uiWords)
  const { language } = useLanguage()
  const { name, portal } = useMe()
  const id = useId()
  const needsDrawing = portal === 'student'
  const [pinIs, setPinIs] = useState(standing.pin)
  const [pin, setPin] = useState('')
  const [password, setPassword] = useState('')
  const [consents, setConsents] = useState(false)
  const [drawing, setDrawing] = useState<contract.DrawingGiven | null>(
    standing.drawing ? { kind: 'last' } : needsDrawing ? { kind: 'drawn', strokes: [] } : null,
  )
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState<Way | null>(null)
  const [tried, setTried] = useState(0)
  const [way, setWay] = useState<Way>('pin')
  const isToSet = pinIs !== 'set'

  const isDrawn = drawing?.kind !== 'drawn' || drawing.strokes.length > 0
  const faultsBy = (by: Way) => ({
    edition: standing.hasConsented || consents ? null : w.consent.needed,
    drawing: isDrawn ? null : w.drawing.needed,
    ...(by === 'pin' && {
      password: isToSet && password === '' ? ui.needed(w.password) : null,
      pin: PIN_FORM.test(pin) ? null : w.pinNeeded,
    }),
  })
  const wrongBy = (by: Way) =>
    Object.entries(faultsBy(by)).flatMap(([field, text]) => (text ? [{ id: `${id}-${field}`, text }] : []))
  const shown: Readonly<Record<string, string | null>> = tried > 0 ? faultsBy(way) : {}
  const ofServer = error instanceof ProblemError ? error.problem?.errors : undefined
  const at = (field: string): FieldAt => ({
    id: `${id}-${field}`,
    fault: shown[field] ?? ofServer?.find((one) => one.field === field)?.message ?? null,
  })

  const stepUp = async (by: Way) => {
    const things = items.map((item) => ({ ...item }))
    if (by === 'passkey')
      return {
        method: by,
        answer: await byDevice('show', () =>
          call(contract.beginSigningByPasskey, { body: { items: things } }),
        ),
      } as const
    if (isToSet) await call(contract.setPin, { body: { password, pin } })
    setPinIs('set')
    return { method: by, pin } as const
  }
  const submit = async (by: Way) => {
    if (busy) return
    setWay(by)
    if (wrongBy(by).length > 0) return setTried(tried + 1)
    setBusy(by)
    setError(null)
    try {
      const { signatures } = await call(contract.makeSignatures, {
        body: {
          items: items.map((item) => ({ ...item })),
          by: await stepUp(by),
          drawing,
          ...(!standing.hasConsented && { edition: standing.edition }),
        },
      })
      signed(signatures)
    } catch (refused) {
      setError(refused)
      setBusy(null)
      if (codeOf(refused) === 'pin-locked') setPinIs('locked')
      if (codeOf(refused) === 'pin-wrong' || codeOf(refused) === 'pin-locked') setPin('')
    }
  }

  const names = { pin: w.pin, password: w.password, drawing: w.drawing.title, edition: w.consent.title }
  return (
    <Modal
      open
      title={w.title}
      okText={isToSet ? w.setAndSign : w.sign}
      cancelText={ui.cancel}
      okButtonProps={{ loading: busy === 'pin', disabled: busy === 'passkey' }}
      onOk={() => submit('pin')}
      onCancel={left}
    >
      <form
        name="signing"
        onSubmit={(event) => {
          event.preventDefault()
          void submit('pin')
        }}
      >
        {items.length > 1 && <p>{w.several(items.length)}</p>}
        {items.map(({ subject, fingerprint }) => (
          <Fingerprint key={subject} of={fingerprint} />
        ))}
        <PasskeyProblem error={error} names={names} />
        <FaultList of={tried > 0 ? wrongBy(way) : []} tried={tried} />
        {!standing.hasConsented && (
          <section className="signing-consent">
            <h3>{w.consent.title}</h3>
            {ELECTRONIC_FORM[language].map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
            <Checkbox
              id={at('edition').id}
              checked={consents}
              onChange={({ target }) => setConsents(target.checked)}
            >
              {w.consent.agree}
            </Checkbox>
            <FieldFault of={at('edition')} />
          </section>
        )}
        <DrawingField
          given={drawing}
          change={setDrawing}
          last={standing.drawing}
          needed={needsDrawing}
          name={name}
          at={at('drawing')}
        />
        {isToSet && (
          <Note
            type={pinIs === 'locked' ? 'warning' : 'info'}
            title={pinIs === 'locked' ? w.locked : w.first}
          />
        )}
        {isToSet && (
          <>
            <label htmlFor={at('password').id}>{w.password}</label>
            <Input.Password
              id={at('password').id}
              status={at('password').fault ? 'error' : ''}
              autoComplete="current-password"
              maxLength={LONGEST.secret}
              value={password}
              onChange={({ target }) => setPassword(target.value)}
              {...AS_TYPED}
            />
            <FieldFault of={at('password')} />
          </>
        )}
        <PinInput
          label={isToSet ? w.newPin : w.pin}
          hint={isToSet ? w.newPinHint : w.pinHint}
          value={pin}
          change={setPin}
          at={at('pin')}
        />
        {!isToSet && (
          <Button type="text" className="signing-beside" onClick={() => setPinIs('none')}>
            {w.forgotten}
          </Button>
        )}
        {standing.hasPasskey && knowsPasskeys() && (
          <Button
            className="signing-beside"
            loading={busy === 'passkey'}
            disabled={busy === 'pin'}
            onClick={() => submit('passkey')}
          >
            {w.byPasskey}
          </Button>
        )}
        {/* Enter in a field signs. */}
        <button type="submit" className="unseen" tabIndex={-1} aria-hidden="true" />
      </form>
    </Modal>
  )
}
