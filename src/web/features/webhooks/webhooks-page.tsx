import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { WebhookView } from '../../../contracts/webhooks.ts'
import { LONGEST } from '../../../domain/longest.ts'
import { WEBHOOK_KINDS_OF, type WebhookKind, type WebhookOwnerKind } from '../../../domain/webhook/webhook.ts'
import { CopiedLine } from '../../ui/copied-line.tsx'
import { FieldFault } from '../../ui/field-at.tsx'
import { useFigures } from '../../ui/figures.ts'
import { LineField } from '../../ui/line-field.tsx'
import { Note } from '../../ui/note.tsx'
import { SeveralChoice } from '../../ui/several-choice.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import { ActButton } from '../cases/act-button.tsx'
import { webhookWords } from './words.ts'
import './webhooks.css'

type Draft<Kind extends WebhookOwnerKind> = {
  readonly server: string
  readonly kinds: (typeof WEBHOOK_KINDS_OF)[Kind][number][]
}
type Keyed = { readonly key: string }
/** What is asked of the server, for whichever owner. */
export type WebhookDoors<Kind extends WebhookOwnerKind> = {
  readonly whose: Kind
  readonly add: (draft: Draft<Kind>) => Promise<Keyed>
  readonly renewKey: (id: string) => Promise<Keyed>
  readonly enable: (id: string, enabled: boolean) => Promise<unknown>
  readonly remove: (id: string) => Promise<unknown>
}

type Adding<Kind extends WebhookOwnerKind> = {
  whose: Kind
  add: (draft: Draft<Kind>) => Promise<unknown>
  settled: () => void
}
function AddWebhook<Kind extends WebhookOwnerKind>({ whose, add, settled }: Adding<Kind>) {
  const w = useWords(webhookWords)
  const ui = useWords(uiWords)
  const kinds: readonly WebhookKind[] = WEBHOOK_KINDS_OF[whose]
  return (
    <ActButton<Draft<Kind>>
      {...w.add}
      kind="primary"
      asked={{
        initial: { server: '', kinds: [] },
        names: { server: w.address, kinds: w.kinds },
        faults: (draft) => ({
          server: draft.server.trim() ? null : ui.needed(w.address),
          kinds: draft.kinds.length > 0 ? null : ui.needed(w.kinds),
        }),
        show: (draft, change, at) => (
          <>
            <LineField
              at={at('server')}
              label={w.address}
              hint={w.addressHint}
              inputMode="url"
              value={draft.server}
              most={LONGEST.webAddress}
              onChange={(server) => change({ server })}
            />
            <div>
              <strong>{w.kinds}</strong>
              <SeveralChoice<WebhookKind>
                id={at('kinds').id}
                label={w.kinds}
                options={kinds.map((value) => ({ value, label: w.kind[value] }))}
                value={[...draft.kinds]}
                onChange={(chosen) => change({ kinds: chosen as Draft<Kind>['kinds'] })}
              />
              <FieldFault of={at('kinds')} />
            </div>
          </>
        ),
      }}
      act={(_reason, draft) => add(draft)}
      settled={settled}
    />
  )
}

function State({ of: { off, failingSince } }: { of: WebhookView }) {
  const w = useWords(webhookWords)
  const { said } = useFigures()
  if (off) return <StateMark standing="over">{w.off[off.reason](said.instant(off.at))}</StateMark>
  if (failingSince) return <StateMark standing="wrong">{w.failing(said.instant(failingSince))}</StateMark>
  return <StateMark standing="done">{w.on}</StateMark>
}

type Props<Kind extends WebhookOwnerKind> = {
  items: readonly WebhookView[]
  doors: WebhookDoors<Kind>
  /** The log of one of them. */
  log: (id: string) => ReactNode
}

/** 事件推送 of a school or an employer: its addresses, each with what it was sent. */
export function WebhooksPage<Kind extends WebhookOwnerKind>({ items, doors, log }: Props<Kind>) {
  const w = useWords(webhookWords)
  const { instant } = useFigures()
  const client = useQueryClient()
  const [given, setGiven] = useState<(Keyed & { readonly address: string }) | null>(null)
  const settled = () => client.invalidateQueries()
  const keep = async (address: string, keyed: Promise<Keyed>) => {
    const { key } = await keyed
    setGiven({ address, key })
  }
  return (
    <>
      <div className="page-head">
        <h1>{w.title}</h1>
        <div className="page-act">
          <AddWebhook
            whose={doors.whose}
            add={(draft) => keep(draft.server.trim(), doors.add(draft))}
            settled={settled}
          />
        </div>
      </div>
      <p>{w.lead[doors.whose]}</p>
      <p>{w.signed}</p>
      {given && (
        <Note
          type="info"
          title={w.given(given.address)}
          description={
            <>
              <p>{w.givenHint}</p>
              <CopiedLine label={w.key} value={given.key} words={w} />
            </>
          }
        />
      )}
      {items.length === 0 && <p>{w.none}</p>}
      {items.map((of) => (
        <section key={of.id} className="card">
          <h2 className="webhook-address">{of.address}</h2>
          <State of={of} />
          <p>
            {of.kinds.map((kind) => w.kind[kind]).join(' · ')}
            <br />
            <small className="soft">{w.madeBy(of.madeBy, instant(of.madeAt))}</small>
            {of.formerKeyUntil && (
              <>
                <br />
                <small className="soft">{w.formerKey(instant(of.formerKeyUntil))}</small>
              </>
            )}
          </p>
          <div className="actions">
            <ActButton
              {...w.renewKey}
              of={of.address}
              act={() => keep(of.address, doors.renewKey(of.id))}
              settled={settled}
            />
            <ActButton
              {...(of.off ? w.enable : w.disable)}
              of={of.address}
              act={() => doors.enable(of.id, of.off !== null)}
              settled={settled}
            />
            <ActButton
              {...w.remove}
              of={of.address}
              kind="danger"
              act={() => doors.remove(of.id)}
              settled={settled}
            />
          </div>
          {log(of.id)}
        </section>
      ))}
    </>
  )
}
