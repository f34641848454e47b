import type { TransferPage } from '../../../contracts/transfers.ts'
import { TRANSFER_KINDS, TRANSFER_STATUSES, type TransferKind } from '../../../domain/transfer/life.ts'
import { CHANNELS_OF } from '../../../domain/transfer/way.ts'
import { TRANSFER_REGISTER } from '../../../words/transfer-register.ts'
import { ChoiceFilter } from '../../ui/choice-filter.tsx'
import { useFigures } from '../../ui/figures.ts'
import { SearchField } from '../../ui/search-field.tsx'
import { useLanguage, useWords } from '../../words/language.tsx'
import { transferWords } from './words.ts'

const NAMES = ['kind', 'q', 'status', 'channel', 'college', 'batch', 'only'] as const
export type TransferAddress = Readonly<Record<(typeof NAMES)[number] | 'after' | 'before', string>>

const among = <Value extends string>(values: readonly Value[], said: string | undefined): Value | undefined =>
  values.find((one) => one === said)

/** What of an address narrows the list. */
export function transferFilterOf({
  kind,
  q,
  status,
  channel,
  college,
  batch,
  only,
}: Partial<TransferAddress>) {
  const ofKind: TransferKind = among(TRANSFER_KINDS, kind) ?? 'file'
  const inStatus = among(TRANSFER_STATUSES, status)
  const by = among(CHANNELS_OF[ofKind], channel)
  return {
    kind: ofKind,
    ...(q && { q }),
    ...(inStatus && { status: inStatus }),
    ...(by && { channel: by }),
    ...(college && { college }),
    ...(batch && { batch }),
    ...(only === 'unconfirmed' && { only: 'unconfirmed' as const }),
  }
}

type Props = {
  of: Pick<TransferPage, 'counts' | 'colleges'>
  filter: ReturnType<typeof transferFilterOf>
  onNarrow: (next: Partial<Record<keyof TransferAddress, string | undefined>>) => void
}

/** By what the list of records is narrowed. */
export function TransferFilters({ of, filter, onNarrow }: Props) {
  const w = useWords(transferWords)
  const figures = useFigures()
  const register = TRANSFER_REGISTER[useLanguage().language]
  return (
    <>
      <SearchField label={w.q} sought={filter.q ?? ''} onSearch={(q) => onNarrow({ q })} />
      <ChoiceFilter
        label={w.statusLabel}
        all={w.anyStatus}
        value={filter.status ?? ''}
        options={TRANSFER_STATUSES.map((value) => ({
          value,
          label: w.counted(register.status[value], figures.number(of.counts[value])),
        }))}
        onChange={(status) => onNarrow({ status })}
      />
      <ChoiceFilter
        label={w.channelLabel}
        all={w.anyChannel}
        value={filter.channel ?? ''}
        options={CHANNELS_OF[filter.kind].map((value) => ({ value, label: register.channel[value] }))}
        onChange={(channel) => onNarrow({ channel })}
      />
      {of.colleges.length > 1 && (
        <ChoiceFilter
          label={w.collegeLabel}
          all={w.anyCollege}
          value={filter.college ?? ''}
          options={of.colleges.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(college) => onNarrow({ college })}
        />
      )}
      <ChoiceFilter
        label={w.only}
        all={w.all}
        value={filter.only ?? ''}
        options={[{ value: 'unconfirmed', label: w.unconfirmed }]}
        onChange={(only) => onNarrow({ only })}
      />
    </>
  )
}
