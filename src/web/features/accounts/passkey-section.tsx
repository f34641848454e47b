import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { Output } from '../../../contracts/address.ts'
import * as contract from '../../../contracts/passkeys.ts'
import { LONGEST } from '../../../domain/longest.ts'
import { decidesAboutOthers } from '../../../domain/second-factor.ts'
import { ask, call } from '../../call.ts'
import { useFigures } from '../../ui/figures.ts'
import { LineField } from '../../ui/line-field.tsx'
import { said } from '../../ui/said.tsx'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import { ActButton } from '../cases/act-button.tsx'
import { AddPasskey } from './add-passkey.tsx'
import { type Password, useAskedPassword } from './asked-password.tsx'
import { deviceName } from './device.ts'
import { useMe } from './me.ts'
import { passkeyWords } from './passkey-words.ts'
import { knowsPasskeys } from './passkeys-here.ts'

type Shown = Output<typeof contract.listPasskeys>
type Name = { name: string }

/** One passkey: as its owner calls it, where it came from, and whether it works at this address. */
function Passkey({
  of: { id, name, host, synced, userAgent, madeAt, usedAt },
  here,
  settled,
}: {
  of: Shown['items'][number]
  here: Shown['host']
  settled: () => void
}) {
  const w = useWords(passkeyWords)
  const ui = useWords(uiWords)
  const figures = useFigures()
  const askedPassword = useAskedPassword(w.password)
  const params = { id }
  return (
    <li>
      <div>
        <strong>{name}</strong>
        {synced && <span className="soft"> · {w.synced}</span>}
        <br />
        <small className="soft">
          {w.made(figures.instant(madeAt), deviceName(userAgent))}；
          {usedAt === null ? w.unused : w.used(figures.instant(usedAt))}
        </small>
        {host !== here && (
          <>
            <br />
            <small>{w.elsewhere(host)}</small>
          </>
        )}
      </div>
      <div className="second-factor-acts">
        <ActButton<Name>
          {...w.rename}
          asked={{
            initial: { name },
            names: { name: w.name },
            faults: (draft) => ({ name: draft.name.trim() ? null : ui.needed(w.name) }),
            show: (draft, put, at) => (
              <LineField
                at={at('name')}
                label={w.name}
                value={draft.name}
                most={LONGEST.passkeyName}
                onChange={(text) => put({ name: text })}
              />
            ),
          }}
          act={(_reason, body) => call(contract.renamePasskey, { params, body })}
          settled={settled}
        />
        <ActButton<Password>
          {...w.remove(name)}
          kind="danger"
          asked={askedPassword}
          act={(_reason, body) => call(contract.removePasskey, { params, body })}
          settled={settled}
        />
      </div>
    </li>
  )
}

/** One's own passkeys, and another where this browser and this address can have one. */
export function PasskeySection() {
  const w = useWords(passkeyWords)
  const { portal } = useMe()
  const client = useQueryClient()
  const [adding, setAdding] = useState(false)
  const { data } = useSuspenseQuery(ask(contract.listPasskeys))
  const settled = () => client.invalidateQueries()
  const finish = async () => {
    setAdding(false)
    said.success(w.added)
    await settled()
  }
  return (
    <section className="card slim">
      <h2>{w.title}</h2>
      <p>
        {w.lead}
        {decidesAboutOthers(portal) ? w.forStaff : w.forOthers}
      </p>
      {data.items.length > 0 && (
        <ul className="passkeys">
          {data.items.map((of) => (
            <Passkey key={of.id} of={of} here={data.host} settled={settled} />
          ))}
        </ul>
      )}
      {data.host === null ? (
        <p className="soft">{w.notHere}</p>
      ) : !knowsPasskeys() ? (
        <p className="soft">{w.unsupported}</p>
      ) : adding ? (
        <AddPasskey onDone={finish} onCancel={() => setAdding(false)} />
      ) : (
        <>
          <p className="soft">{w.hostHint(data.host)}</p>
          <Button onClick={() => setAdding(true)}>{w.add}</Button>
        </>
      )}
    </section>
  )
}
