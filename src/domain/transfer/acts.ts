import type { Day } from '../day.ts'
import type { Message, NotificationKind } from '../notification.ts'
import type { JournalData } from '../outcome.ts'
import { Refusal } from '../refusal.ts'
import type { Acting } from '../review.ts'
import { type TransferAction, type TransferOffer, type TransferStep, transferLife } from './life.ts'
import {
  isSourceChanged,
  NO_NUMBERS,
  NUMBER_KINDS,
  refuseUnlessAddressed,
  type TransferCase,
  type TransferContent,
  type TransferNumbers,
} from './record.ts'
import { tellOfSilenceOn, tracedUntil } from './tracing.ts'
import { refuseUnlessTaken } from './way.ts'

export type TransferOutcome = {
  readonly before: TransferCase | null
  readonly after: TransferCase
  readonly step: TransferStep
  readonly data: JournalData
  readonly told: readonly Message[]
}

/** What this person may do now. */
export const transferOffers = (of: TransferCase, { role, at }: Acting): TransferOffer[] =>
  transferLife.actionsFor(of, role, at)

/** What the student hears of: a record that is only prepared stands on their page and says so there. */
const SAID: Partial<Record<TransferAction, Record<TransferCase['kind'], NotificationKind>>> = {
  send: { file: 'transfer.file-sent', household: 'transfer.household-sent' },
  receive: { file: 'transfer.file-received', household: 'transfer.household-received' },
  return: { file: 'transfer.file-returned', household: 'transfer.household-returned' },
}

const paramsOf = ({ receiver, numbers, dispatchNumber, reason, sentOn }: TransferCase) => ({
  receiver,
  number: numbers.tracking || dispatchNumber,
  day: sentOn ?? '',
  reason: reason ?? '',
})

function toldOf(after: TransferCase, action: TransferAction): Message[] {
  const kind = SAID[action]?.[after.kind]
  if (!kind) return []
  const { schoolId: school, studentId, id } = after
  return [{ kind, school, to: { studentId }, about: { kind: 'transfer', id }, params: paramsOf(after) }]
}

/** A record that nobody has confirmed, as far as people are told of it. */
export type Unconfirmed = Pick<
  TransferCase,
  'schoolId' | 'id' | 'kind' | 'studentId' | 'collegeId' | 'snapshot' | 'receiver' | 'dispatchNumber'
> & { readonly tracking: string; readonly sentOn: Day }

/** Eleven months on nobody has said that it came: its student, their college and the school are told. */
export function tellOfSilence(of: Unconfirmed): Message[] {
  const { schoolId: school, id, studentId, collegeId, snapshot, sentOn, receiver } = of
  const about = { kind: 'transfer', id } as const
  const dedupe = `transfer.unconfirmed:${id}`
  const number = of.tracking || of.dispatchNumber
  const params = { receiver, number, day: sentOn, until: tracedUntil(sentOn), student: snapshot.name }
  return [
    { kind: `transfer.${of.kind}-unconfirmed`, school, to: { studentId }, about, params, dedupe },
    ...[{ level: 'college', collegeId } as const, { level: 'school' } as const].map((to) => ({
      ...{ kind: 'transfer.unconfirmed' as const, school, to, about, params, dedupe },
    })),
  ]
}

export type Preparing = Pick<
  TransferCase,
  'schoolId' | 'id' | 'kind' | 'dispatchNumber' | 'nth' | 'studentId' | 'collegeId' | 'snapshot' | 'source'
> &
  TransferContent

/** A record is made of where a thing is to go. Whoever asks has seen that the student has none that stands. */
export function prepareTransfer(of: Preparing, { role, at }: Acting): TransferOutcome {
  refuseUnlessTaken(of.kind, of)
  const born = {
    ...of,
    version: 1,
    numbers: NO_NUMBERS,
    preparedAt: at,
    sentOn: null,
    tellOn: null,
    receivedOn: null,
    returnedOn: null,
    reason: null,
  }
  const step = transferLife.begin(born, { action: 'prepare', role, at })
  const after = { ...born, status: step.to }
  const data = { number: after.dispatchNumber, nth: after.nth }
  return { before: null, after, step, data, told: [] }
}

type Seen = { readonly seenVersion: number }
export type TransferCommand = Seen &
  (
    | {
        readonly action: 'change'
        readonly content: TransferContent
        readonly source: TransferCase['source']
      }
    | { readonly action: 'send'; readonly on: Day; readonly numbers?: Partial<TransferNumbers> }
    | { readonly action: 'number'; readonly numbers: Partial<TransferNumbers> }
    | { readonly action: 'receive'; readonly on: Day }
    | { readonly action: 'return'; readonly on: Day; readonly reason: string }
    | { readonly action: 'cancel'; readonly reason?: string | undefined }
  )

/** A day does not come before what it follows. Refuses with the field. */
function refuseBefore(field: string, day: Day, earlier: Day | null): void {
  if (earlier !== null && day < earlier) throw new Refusal('transfer-day-before', { field, day: earlier })
}

const CHANGED = ['method', 'receiver', 'address', 'postcode', 'contactName', 'contactPhone'] as const
const SORTED = ['channel', 'envelope', 'batch', 'remark'] as const

/** What an act makes of a record, beside its state. */
function partOf(before: TransferCase, command: TransferCommand): Partial<TransferCase> {
  switch (command.action) {
    case 'change': {
      refuseUnlessTaken(before.kind, command.content)
      const isSame = [...CHANGED, ...SORTED].every((key) => before[key] === command.content[key])
      if (isSame && !isSourceChanged(before.source, command.source)) throw new Refusal('nothing-changed')
      return { ...command.content, source: command.source }
    }
    case 'send':
      refuseUnlessAddressed(before)
      return {
        sentOn: command.on,
        tellOn: tellOfSilenceOn(command.on),
        numbers: { ...before.numbers, ...command.numbers },
      }
    case 'number': {
      const numbers = { ...before.numbers, ...command.numbers }
      if (NUMBER_KINDS.every((kind) => numbers[kind] === before.numbers[kind]))
        throw new Refusal('nothing-changed')
      return { numbers }
    }
    case 'receive':
      refuseBefore('receivedOn', command.on, before.sentOn)
      return { receivedOn: command.on }
    case 'return':
      refuseBefore('returnedOn', command.on, before.receivedOn ?? before.sentOn)
      return { returnedOn: command.on }
    case 'cancel':
      return {}
  }
}

/** One act on a record: what it was before stays in the journal. */
export function actOnTransfer(
  before: TransferCase,
  command: TransferCommand,
  { role, at }: Acting,
): TransferOutcome {
  const { action, seenVersion } = command
  const reason = 'reason' in command ? command.reason : undefined
  const step = transferLife.decide(before, { action, role, seenVersion, reason, at })
  const part = partOf(before, command)
  const after: TransferCase = {
    ...before,
    ...part,
    status: step.to,
    version: before.version + 1,
    reason: step.reason ?? before.reason,
  }
  const data = { number: after.dispatchNumber, ...changesOf(before, after) }
  return { before, after, step, data, told: toldOf(after, action) }
}

/** What stood there before and stands there now; of addresses and people only that they changed, for the journal outlives the record. */
function changesOf(before: TransferCase, after: TransferCase): JournalData {
  const open = [
    ...(['method', 'receiver', ...SORTED, 'sentOn', 'receivedOn', 'returnedOn'] as const).map(
      (key) => [key, before[key], after[key]] as const,
    ),
    ...NUMBER_KINDS.map((kind) => [`numbers.${kind}`, before.numbers[kind], after.numbers[kind]] as const),
  ]
  const closed = (['address', 'postcode', 'contactName', 'contactPhone'] as const).filter(
    (key) => before[key] !== after[key],
  )
  return {
    ...Object.fromEntries(
      open
        .filter(([, was, is]) => was !== is)
        .flatMap(([key, was, is]) => [
          [`${key}.before`, was],
          [`${key}.after`, is],
        ]),
    ),
    ...(closed.length > 0 && { changed: closed.join(' ') }),
  }
}
