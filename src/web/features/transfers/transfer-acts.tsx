import { Select } from 'antd'
import { type TransferView, transferActs } from '../../../contracts/transfers.ts'
import { dayInChina } from '../../../domain/day.ts'
import { LONGEST } from '../../../domain/longest.ts'
import {
  isTransferMethod,
  NUMBER_KINDS,
  type NumberKind,
  TRANSFER_METHODS,
  type TransferMethod,
  type TransferNumbers,
} from '../../../domain/transfer/record.ts'
import { TRANSFER_REGISTER } from '../../../words/transfer-register.ts'
import { call } from '../../call.ts'
import type { FieldAt } from '../../ui/field-at.tsx'
import { LineField } from '../../ui/line-field.tsx'
import { serverNow } from '../../ui/server-now.ts'
import { uiWords } from '../../ui/words.ts'
import { useLanguage, useWords } from '../../words/language.tsx'
import { ActButton } from '../cases/act-button.tsx'
import { AskedDay } from '../cases/asked-day.tsx'
import type { Acting, Acts } from '../cases/case-acts.tsx'
import { AskedWay, type WayDraft } from './asked-way.tsx'
import { transferWords } from './words.ts'
import './transfers.css'

type On = Acting<TransferView>
const keyOf = ({ school, id }: TransferView) => ({ school: school.code, id })

type Where = WayDraft & {
  readonly method: TransferMethod | ''
  readonly receiver: string
  readonly address: string
  readonly postcode: string
  readonly contactName: string
  readonly contactPhone: string
  readonly remark: string
}
const LINES = [
  ['receiver', LONGEST.organisation],
  ['address', LONGEST.address],
  ['postcode', LONGEST.postcode],
  ['contactName', LONGEST.personName],
  ['contactPhone', LONGEST.number],
  ['remark', LONGEST.line],
] as const

/** What the fields of where it goes are called, also in faults that the server names. */
function useWhereNames(of: TransferView) {
  const w = useWords(transferWords)
  return {
    receiver: w.receiver,
    address: w.addressOf[of.kind],
    postcode: w.postcode,
    contactName: w.contact,
    contactPhone: w.contactPhone,
    remark: w.remark,
  }
}

function Change({ of, settled }: On) {
  const w = useWords(transferWords)
  const names = useWhereNames(of)
  const register = TRANSFER_REGISTER[useLanguage().language]
  const { kind, version: seenVersion, method, channel, envelope, batch, remark } = of
  const { receiver, address, postcode, contactName, contactPhone } = of
  return (
    <ActButton<Where>
      {...w.act.change}
      asked={{
        initial: {
          ...{ channel, envelope, batch, remark, receiver, address, postcode, contactName, contactPhone },
          method: isTransferMethod(method) ? method : '',
        },
        names: Object.fromEntries(Object.entries(names).map(([key, name]) => [`transferTo.${key}`, name])),
        faults: () => ({}),
        show: (draft, put, at) => (
          <>
            {kind === 'file' && (
              <div>
                <label htmlFor={at('transferTo.method').id}>{w.method}</label>
                <Select<TransferMethod | ''>
                  id={at('transferTo.method').id}
                  className="transfer-choice"
                  value={draft.method}
                  onChange={(chosen) => put({ method: chosen })}
                  options={TRANSFER_METHODS.map((value) => ({ value, label: register.method[value] }))}
                />
              </div>
            )}
            {LINES.map(([field, most]) => (
              <LineField
                key={field}
                at={at(`transferTo.${field}`)}
                label={names[field]}
                most={most}
                value={draft[field]}
                {...(field === 'postcode' && { inputMode: 'numeric' as const })}
                {...(field === 'contactPhone' && { inputMode: 'tel' as const })}
                onChange={(text) => put({ [field]: text })}
              />
            ))}
            <AskedWay kind={kind} of={draft} change={put} at={at} within="transferTo" />
          </>
        ),
      }}
      act={(_reason, transferTo) =>
        call(transferActs.change, { params: keyOf(of), body: { seenVersion, transferTo } })
      }
      settled={settled}
    />
  )
}

const numbersOfKind: Record<TransferView['kind'], readonly NumberKind[]> = {
  file: ['tracking', 'transfer', 'verification'],
  household: ['tracking', 'migration'],
}
type Numbered = { of: TransferView; draft: TransferNumbers; put: (part: Partial<TransferNumbers>) => void }
function NumberFields({ of, draft, put, at }: Numbered & { at: (field: string) => FieldAt }) {
  const register = TRANSFER_REGISTER[useLanguage().language]
  return numbersOfKind[of.kind].map((kind) => (
    <LineField
      key={kind}
      at={at(`transferNumbers.${kind}`)}
      label={register.number[kind]}
      most={LONGEST.number}
      value={draft[kind]}
      onChange={(text) => put({ [kind]: text })}
    />
  ))
}
function useNumberNames() {
  const { number } = TRANSFER_REGISTER[useLanguage().language]
  return Object.fromEntries(NUMBER_KINDS.map((kind) => [`transferNumbers.${kind}`, number[kind]]))
}

function Send({ of, settled }: On) {
  const w = useWords(transferWords)
  const ui = useWords(uiWords)
  const names = useNumberNames()
  return (
    <ActButton<TransferNumbers & { readonly sentOn: string }>
      {...w.act.send}
      kind="primary"
      asked={{
        initial: { ...of.numbers, sentOn: dayInChina(serverNow()) },
        names: { ...names, sentOn: w.sentOn },
        faults: ({ sentOn }) => ({ sentOn: sentOn ? null : ui.needed(w.sentOn) }),
        show: (draft, put, at) => (
          <>
            <AskedDay
              at={at('sentOn')}
              name={w.sentOn}
              window="signed"
              value={draft.sentOn}
              onChange={(sentOn) => put({ sentOn })}
            />
            <NumberFields of={of} draft={draft} put={put} at={at} />
          </>
        ),
      }}
      act={(_reason, { sentOn, ...transferNumbers }) =>
        call(transferActs.send, {
          params: keyOf(of),
          body: { seenVersion: of.version, sentOn, transferNumbers },
        })
      }
      settled={settled}
    />
  )
}

function EnterNumbers({ of, settled }: On) {
  const w = useWords(transferWords)
  const names = useNumberNames()
  return (
    <ActButton<TransferNumbers>
      {...w.act.number}
      asked={{
        initial: of.numbers,
        names,
        faults: () => ({}),
        show: (draft, put, at) => <NumberFields of={of} draft={draft} put={put} at={at} />,
      }}
      act={(_reason, transferNumbers) =>
        call(transferActs.number, { params: keyOf(of), body: { seenVersion: of.version, transferNumbers } })
      }
      settled={settled}
    />
  )
}

/** Its receipt or return: a day, which begins as today, and of a return the reason. */
function Dated({ of, settled, action }: On & { action: 'receive' | 'return' }) {
  const w = useWords(transferWords)
  const ui = useWords(uiWords)
  const field = action === 'receive' ? 'receivedOn' : 'returnedOn'
  return (
    <ActButton<{ readonly day: string }>
      {...w.act[action]}
      kind={action === 'receive' ? 'primary' : 'danger'}
      reason={action === 'receive' ? 'none' : 'needed'}
      asked={{
        initial: { day: dayInChina(serverNow()) },
        names: { [field]: w[field] },
        faults: ({ day }) => ({ [field]: day ? null : ui.needed(w[field]) }),
        show: ({ day }, put, at) => (
          <AskedDay
            at={at(field)}
            name={w[field]}
            window="signed"
            value={day}
            onChange={(to) => put({ day: to })}
          />
        ),
      }}
      act={(reason, { day }) => {
        const params = keyOf(of)
        const seenVersion = of.version
        return action === 'receive'
          ? call(transferActs.receive, { params, body: { seenVersion, receivedOn: day } })
          : call(transferActs.return, { params, body: { seenVersion, returnedOn: day, reason } })
      }}
      settled={settled}
    />
  )
}

/** What staff do to a record. */
export const TRANSFER_ACTS = {
  send: Send,
  receive: (on: On) => <Dated {...on} action="receive" />,
  change: Change,
  number: EnterNumbers,
  return: (on: On) => <Dated {...on} action="return" />,
  cancel: [transferActs.cancel, 'danger', 'needed'],
} as const satisfies Acts<'transfer', TransferView>
