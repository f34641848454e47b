import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { getSigning, setPin } from '../../../contracts/signing.ts'
import { PIN_FORM } from '../../../domain/signing/pin.ts'
import { ask, call } from '../../call.ts'
import { useWords } from '../../words/language.tsx'
import { useAskedPassword } from '../accounts/asked-password.tsx'
import { ActButton } from '../cases/act-button.tsx'
import { DrawingPicture } from './drawing-picture.tsx'
import { PinInput } from './pin-input.tsx'
import { signingWords } from './words.ts'

/** One's own signing PIN: whether it is set, and setting it anew by the password. */
export function PinSection() {
  const words = useWords(signingWords)
  const w = words.section
  const client = useQueryClient()
  const { data } = useSuspenseQuery(ask(getSigning))
  const byPassword = useAskedPassword(words.password)
  return (
    <section className="card">
      <h2>{w.title}</h2>
      <p>{w.about}</p>
      <p>{w[data.pin]}</p>
      {data.drawing && (
        <>
          <p className="soft">{w.drawing}</p>
          <DrawingPicture of={data.drawing} label={w.drawing} />
        </>
      )}
      <ActButton
        {...w.act}
        asked={{
          initial: { ...byPassword.initial, pin: '' },
          names: { ...byPassword.names, pin: words.newPin },
          faults: (given) => ({
            ...byPassword.faults(given),
            pin: PIN_FORM.test(given.pin) ? null : words.pinNeeded,
          }),
          show: (given, put, at) => (
            <>
              {byPassword.show(given, put, at)}
              <PinInput
                label={words.newPin}
                hint={words.newPinHint}
                value={given.pin}
                change={(pin) => put({ pin })}
                at={at('pin')}
              />
            </>
          ),
        }}
        act={(_reason, body) => call(setPin, { body })}
        settled={() => client.invalidateQueries()}
      />
    </section>
  )
}
