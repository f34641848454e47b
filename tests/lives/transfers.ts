import { subjectOf } from '../../src/domain/case.ts'
import { dayInChina } from '../../src/domain/day.ts'
import { refuseUnlessMeant } from '../../src/domain/plausible-day.ts'
import { Refusal } from '../../src/domain/refusal.ts'
import {
  actOnTransfer,
  prepareTransfer,
  type TransferCommand,
  type TransferOutcome,
  transferOffers,
} from '../../src/domain/transfer/acts.ts'
import { TRANSFER_STANDS, type TransferKind } from '../../src/domain/transfer/life.ts'
import { dispatchNumber } from '../../src/domain/transfer/numbering.ts'
import type { FileReceiver } from '../../src/domain/transfer/receiver.ts'
import { isSourceChanged, NO_NUMBERS, type TransferCase } from '../../src/domain/transfer/record.ts'
import { filledFrom, sourceOf } from '../../src/domain/transfer/source.ts'
import { tracedUntil } from '../../src/domain/transfer/tracing.ts'
import type { TransferAct } from './acts.ts'
import { journaled } from './carry-out.ts'
import { found, next } from './decide.ts'
import { CATEGORIES } from './facts.ts'
import { actingAs, collegeOf, personIn, reads, readsOfSchool, type World } from './world.ts'

/** The fields by which an act names its day on the wire. */
export const DAY_OF = { send: 'sentOn', receive: 'receivedOn', return: 'returnedOn' } as const

/** Where a student's things go, by what holds their place once it is certified or registered. */
export function saidOf(world: World, student: string, kind: TransferKind): FileReceiver | null {
  const place = world.places[student]
  const agreement = place && world.agreements[place.ref]
  const destination = place && world.destinations[place.ref]
  return sourceOf(kind, {
    terms: agreement?.effectiveAt ? agreement.terms : null,
    holder: place?.holder ?? null,
    isStudy:
      destination?.registeredAt != null &&
      CATEGORIES[destination.category]?.categoryClass === 'further-study',
  })
}

const ofStudent = (world: World, student: string, kind: TransferKind) =>
  Object.values(world.transfers).filter((one) => one.studentId === student && one.kind === kind)

function prepared(
  world: World,
  { by, student, kind, way }: Extract<TransferAct, { action: 'prepare' }>,
): TransferOutcome {
  const earlier = ofStudent(world, student, kind)
  const isFree = !earlier.some(({ status }) => TRANSFER_STANDS.includes(status))
  if (!isFree || !reads(world, by, { studentId: student, employerId: null }))
    throw new Refusal('transfer-group-changed', { count: 0 })
  const source = saidOf(world, student, kind)
  const year = Number(dayInChina(world.now).slice(0, 4))
  const serial = Object.values(world.transfers).filter(({ dispatchNumber: of }) => of.includes(`${year}-`))
  return prepareTransfer(
    {
      ...filledFrom(kind, source),
      ...way,
      ...{ batch: '', remark: '', kind, source, nth: earlier.length + 1 },
      ...{ schoolId: world.school.code, id: next('x', world.transfers), studentId: student },
      collegeId: collegeOf(world, student),
      snapshot: { name: student, studentNumber: '', college: '', major: '' },
      dispatchNumber: dispatchNumber(kind, year, serial.length + 1),
    },
    actingAs(world, by),
  )
}

function commandOf(
  world: World,
  before: TransferCase,
  act: Exclude<TransferAct, { action: 'prepare' }>,
): TransferCommand {
  const { seenVersion } = act
  switch (act.action) {
    case 'change': {
      const source = saidOf(world, before.studentId, before.kind)
      return { action: 'change', seenVersion, content: act.content, source }
    }
    case 'number':
      return { action: 'number', seenVersion, numbers: { ...NO_NUMBERS, tracking: act.tracking } }
    case 'send':
      return {
        ...{ action: 'send', seenVersion, on: act.day },
        numbers: { ...NO_NUMBERS, tracking: act.tracking },
      }
    case 'receive':
      return { action: 'receive', seenVersion, on: act.day }
    case 'return':
      return { action: 'return', seenVersion, on: act.day, reason: act.reason }
    case 'cancel':
      return { action: 'cancel', seenVersion, reason: act.reason }
  }
}

/** What the product's own rules say comes of this act; an EMS number is one parcel's, as the database has it. */
export function decideTransfer(world: World, act: TransferAct): TransferCase & { readonly did: string } {
  if ('day' in act) refuseUnlessMeant(DAY_OF[act.action], act.day, 'signed', world.now)
  const did = act.action
  if (act.action === 'prepare') return { ...prepared(world, act).after, did }
  const before = found(world.transfers[act.id], (one) => readsOfSchool(world, act.by, one))
  const { after } = actOnTransfer(before, commandOf(world, before, act), actingAs(world, act.by))
  const { tracking } = after.numbers
  const isTaken = Object.values(world.transfers).some(
    (one) =>
      one.id !== after.id &&
      one.channel === 'ems' &&
      after.channel === 'ems' &&
      tracking !== '' &&
      one.numbers.tracking === tracking,
  )
  if (isTaken) throw new Refusal('transfer-number-taken', { field: 'transferNumbers.tracking' })
  return { ...after, did }
}

/** The world with this record as it is now; nothing else is changed by it, and no place is. */
export const withTransfer = (world: World, { did, ...after }: ReturnType<typeof decideTransfer>): World =>
  journaled(
    { ...world, transfers: { ...world.transfers, [after.id]: after } },
    subjectOf({ kind: 'transfer', id: after.id }),
    did,
  )

/** A record as lists show it: its warnings but for where the student goes now, which a record never follows by itself. */
export function transferRow(world: World, of: TransferCase) {
  const { kind, dispatchNumber: number, nth, status, version, receiver, address, channel, numbers } = of
  const { sentOn, receivedOn, returnedOn, reason } = of
  const said = saidOf(world, of.studentId, kind)
  const isAway = status === 'prepared' || status === 'sent'
  return {
    ...{ kind, dispatchNumber: number, nth, status, version, receiver, address, channel, numbers },
    ...{ sentOn, receivedOn, returnedOn, reason },
    isElsewhere: isAway && isSourceChanged(of.source, said),
  }
}

export function transferPage(world: World, id: string, reader: string) {
  const of = world.transfers[id]
  if (!of || !readsOfSchool(world, reader, of)) return null
  const { isElsewhere: _, ...row } = transferRow(world, of)
  return {
    ...row,
    tracedUntil: of.sentOn && tracedUntil(of.sentOn),
    said: saidOf(world, of.studentId, of.kind),
    actions: transferOffers(of, actingAs(world, reader)),
  }
}

/** The student's own, by their names in the world. */
export const transfersOf = (world: World, student: string) => {
  personIn(world, student)
  return Object.values(world.transfers).filter(({ studentId }) => studentId === student)
}
