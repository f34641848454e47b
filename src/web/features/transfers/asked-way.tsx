import { LONGEST } from '../../../domain/longest.ts'
import type { TransferKind } from '../../../domain/transfer/life.ts'
import { CHANNELS_OF, ENVELOPES, type Envelope, type TransferChannel } from '../../../domain/transfer/way.ts'
import { TRANSFER_REGISTER } from '../../../words/transfer-register.ts'
import type { FieldAt } from '../../ui/field-at.tsx'
import { LineField } from '../../ui/line-field.tsx'
import { OneOf } from '../../ui/one-of.tsx'
import { useLanguage, useWords } from '../../words/language.tsx'
import { transferWords } from './words.ts'

export type WayDraft = {
  readonly channel: TransferChannel
  readonly envelope: Envelope | null
  readonly batch: string
}
/** EMS takes a file in its own envelope only, and only a file has one. */
const envelopeFor = (
  kind: TransferKind,
  channel: TransferChannel,
  envelope: Envelope | null,
): Envelope | null => {
  if (kind !== 'file') return null
  return channel === 'ems' ? 'dedicated' : (envelope ?? 'sealed-bag')
}
/** What a batch begins with: by EMS a file, to be collected a certificate. */
export const firstWay = (kind: TransferKind): WayDraft =>
  kind === 'file'
    ? { channel: 'ems', envelope: 'dedicated', batch: '' }
    : { channel: 'in-person', envelope: null, batch: '' }

type Props = {
  kind: TransferKind
  of: WayDraft
  change: (part: Partial<WayDraft>) => void
  at: (field: string) => FieldAt
  /** Of the fields on the wire. */
  within: string
}
/** By which way it goes, in which envelope, and in which batch. */
export function AskedWay({ kind, of, change, at, within }: Props) {
  const w = useWords(transferWords)
  const register = TRANSFER_REGISTER[useLanguage().language]
  return (
    <>
      <OneOf<TransferChannel>
        label={w.channel}
        at={at(`${within}.channel`)}
        value={of.channel}
        options={CHANNELS_OF[kind].map((value) => ({ value, label: register.channel[value] }))}
        onChange={(channel) => change({ channel, envelope: envelopeFor(kind, channel, of.envelope) })}
      />
      {kind === 'file' && of.channel !== 'ems' && (
        <OneOf<Envelope>
          label={w.envelope}
          at={at(`${within}.envelope`)}
          value={of.envelope}
          options={ENVELOPES.map((value) => ({ value, label: register.envelope[value] }))}
          onChange={(envelope) => change({ envelope })}
        />
      )}
      <LineField
        at={at(`${within}.batch`)}
        label={w.batch}
        hint={w.prepare.batchHint}
        most={LONGEST.title}
        value={of.batch}
        onChange={(batch) => change({ batch })}
      />
    </>
  )
}
