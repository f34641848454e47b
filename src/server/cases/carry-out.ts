import type { AgreementChange } from '../../domain/agreement/case.ts'
import { type CaseRef, subjectOf } from '../../domain/case.ts'
import type { Role } from '../../domain/lifecycle.ts'
import { countedNotices } from '../../domain/notice-limit.ts'
import type { Message } from '../../domain/notification.ts'
import type { JournalData, Outcome, TakenFiles } from '../../domain/outcome.ts'
import { answerableAgain } from '../../domain/placement.ts'
import type { SignedData } from '../../domain/signing/bound.ts'
import { happeningOf } from '../../domain/webhook/webhook.ts'
import { type Tx, together } from '../db/database.ts'
import { type Actor, CLOCK, type Line, record } from '../db/journal.ts'
import { allotNumber } from '../features/agreements/numbers.ts'
import { listFiles, takeEvidence } from '../features/evidence/queries.ts'
import { letGoOfPair, listAnswerable } from '../features/invitations/queries.ts'
import { countNotices } from '../features/notifications/notice-count.ts'
import { tell } from '../features/notifications/tell.ts'
import { leavePlacement, renamePlacement, takePlacement } from '../features/placements/queries.ts'
import { orderDocuments } from '../features/verification-codes/queries.ts'
import { tellWebhooks } from '../features/webhooks/telling.ts'
import type { Doing } from '../http/doing.ts'
import type { Jobs } from '../services/jobs.ts'
import { type AnyChange, recordOf } from './all.ts'
import { documentsOrderedBy } from './documents.ts'
import { takeSignatures } from './signed.ts'

/**
 * What the rules have decided is done, all of it or nothing: the cases are saved, the place is taken, renamed or freed,
 * files are taken, the acts are journaled (R28) and people are told. Nothing else in the product changes a case. Answers what was saved.
 * The files that are taken belong to the school of the first change.
 */
export async function carryOut(
  doing: Doing,
  { changes, files, told }: Outcome<AnyChange>,
): Promise<readonly AnyChange[]> {
  const { tx, jobs, secrets, person, actor, acting } = doing
  const { at, role } = acting
  const { schoolId: school } = changes[0]!.after
  // All that waits for no number is one trip, and all that does another.
  const [signed, freed, saved, taken] = await together(
    takeSignatures(doing, changes),
    saveAll(
      doing,
      changes.filter((change) => !isBorn(change)),
    ),
    numberAll(tx, changes, at),
    files && takeFiles(tx, files, school, person.userId, at),
  )
  const to = countedNotices({ changes, files, told }, role)
  const documents = saved.flatMap(documentsOrderedBy)
  const happenings = happeningsIn(saved)
  await together(
    saveAll(doing, saved.filter(isBorn)),
    orderDocuments({ tx, jobs, secrets, at, by: person.userId }, documents),
    countNotices(tx, { school, by: partyOf(person, role), to }, at),
    journal(tx, saved, actor, { taken, signed }),
    tellWebhooks({ tx, jobs, at }, happenings),
    tell(tx, jobs, [...told.map(withNumberOf(saved)), ...freed], at),
  )
  return saved
}

/** Saves these one after the other; whom freed places let answer again is told. */
async function saveAll(
  { tx, secrets, acting: { at } }: Doing,
  changes: readonly AnyChange[],
): Promise<Message[]> {
  const freed: Message[] = []
  for (const change of changes) {
    if (change.place.do === 'take' && !isBorn(change))
      await takePlacement(tx, slotOf(change), change.place.hold, at)
    await recordOf(change).save(tx, change, secrets)
    if (change.place.do === 'rename') await renamePlacement(tx, slotOf(change), change.place.holder)
    if (change.place.do === 'free') freed.push(...(await freePlacement(tx, change, at)))
  }
  return freed
}

type Together = { readonly tx: Tx; readonly jobs: Jobs; readonly at: Date }

/** What the clock has ended or moved on, of many cases of a school at once: one statement for each kind of thing. */
export async function carryOutByClock(of: Together, outcomes: readonly Outcome<AnyChange>[]): Promise<void> {
  await saveTogether(of.tx, outcomes)
  await tellTogether(of, outcomes, CLOCK)
}

/** Many acts of one party at one school, each judged by itself: all of them or nothing, in few statements. */
export async function carryOutTogether(
  doing: Doing,
  school: string,
  outcomes: readonly Outcome<AnyChange>[],
): Promise<void> {
  const { tx, jobs, person, actor, acting } = doing
  const { role, at } = acting
  const signed = await takeSignatures(
    doing,
    outcomes.flatMap(({ changes }) => changes),
  )
  await saveTogether(tx, outcomes)
  const to = outcomes.flatMap((outcome) => countedNotices(outcome, role))
  await countNotices(tx, { school, by: partyOf(person, role), to }, at)
  await tellTogether({ tx, jobs, at }, outcomes, actor, signed)
}

async function saveTogether(tx: Tx, outcomes: readonly Outcome<AnyChange>[]): Promise<void> {
  const changes = outcomes.flatMap((outcome) => outcome.changes)
  const [first] = changes
  if (!first) return
  const { saveMany } = recordOf(first)
  const isMore = ({ kind, place }: AnyChange) => kind !== first.kind || place.do !== 'keep'
  if (!saveMany || changes.some(isMore) || outcomes.some(({ files }) => files))
    throw new Error(`what is done to a ${first.kind} is not carried out for many at once`)
  await saveMany(tx, changes)
}

async function tellTogether(
  { tx, jobs, at }: Together,
  outcomes: readonly Outcome<AnyChange>[],
  actor: Actor,
  signed: Beside['signed'] = new Map(),
): Promise<void> {
  const changes = outcomes.flatMap((outcome) => outcome.changes)
  if (changes.length === 0) return
  await journal(tx, changes, actor, { taken: null, signed })
  await tellWebhooks({ tx, jobs, at }, happeningsIn(changes))
  const told = outcomes.flatMap((outcome) => outcome.told)
  await tell(tx, jobs, told, at)
}

/** What of it those are told who have their servers told. */
const happeningsIn = (changes: readonly AnyChange[]) =>
  changes.flatMap((change) => (change.kind === 'agreement' ? (happeningOf(change) ?? []) : []))

/** Who gives notices, as they are counted. */
const partyOf = ({ studentId, employer }: Doing['person'], role: Role) =>
  role === 'student' ? `student:${studentId}` : `employer:${employer?.id}`

const slotOf = ({ kind, after: { schoolId, studentId, id } }: AnyChange) => ({
  school: schoolId,
  studentId,
  ref: { kind, id } satisfies CaseRef,
})

/** A new agreement, which has a mask where its number will be. */
const isBorn = (change: AnyChange): change is AgreementChange => change.kind === 'agreement' && !change.before

const numberAll = (tx: Tx, changes: readonly AnyChange[], at: Date) =>
  together(...changes.map((change) => (isBorn(change) ? withNumber(tx, change, at) : change)))

/** Takes the place of a new agreement, and then its number: the counter is held shortest when it is asked last. */
async function withNumber(tx: Tx, change: AgreementChange, at: Date): Promise<AgreementChange> {
  const { schoolId, number: mask } = change.after
  const { place } = change
  const [, number] = await together(
    place.do === 'take' && takePlacement(tx, slotOf(change), place.hold, at),
    allotNumber(tx, schoolId, mask),
  )
  return { ...change, after: { ...change.after, number }, data: { ...change.data, number } }
}

/** People are told the number that has just been allotted. */
function withNumberOf(saved: readonly AnyChange[]): (message: Message) => Message {
  const born = saved.find(isBorn)
  if (!born) return (message) => message
  const { number } = born.after
  return (message) => ({ ...message, params: { ...message.params, number } })
}

/** Frees the place and the pair (R3), and finds which of the student's invitations can be answered again (R18). */
async function freePlacement(tx: Tx, change: AnyChange, at: Date): Promise<Message[]> {
  await leavePlacement(tx, slotOf(change))
  const { schoolId, studentId } = change.after
  if (change.kind === 'agreement' && change.after.invitationId)
    await letGoOfPair(tx, { school: schoolId, id: change.after.invitationId })
  return answerableAgain(change.after, await listAnswerable(tx, { school: schoolId, studentId }, at))
}

/** What the journal keeps of them, by the subject that has them now. */
async function takeFiles(tx: Tx, files: TakenFiles, school: string, userId: string, at: Date) {
  const subject = subjectOf(files.of)
  const kept = files.beside ? await listFiles(tx, school, subject) : []
  const ids = [...kept.map(({ id }) => id).filter((id) => !files.ids.includes(id)), ...files.ids]
  const evidence = await takeEvidence(tx, { school, subject, ids, userId }, at)
  return { subject, evidence: evidence.join(' ') }
}

/** What lines keep that the rules do not say: the files that were taken, and how the act was signed, by the line's subject. */
type Beside = {
  readonly taken: { readonly subject: string; readonly evidence: string } | null
  readonly signed: ReadonlyMap<string, SignedData>
}

async function journal(
  tx: Tx,
  changes: readonly AnyChange[],
  actor: Actor,
  { taken, signed }: Beside,
): Promise<void> {
  const lines = changes.flatMap((change): Line[] => {
    const { kind, after, step, byClock } = change
    if (!step) return []
    const subject = subjectOf({ kind, id: after.id })
    const data: JournalData = {
      ...change.data,
      ...recordOf(change).contentOf?.(after),
      ...(taken?.subject === subject && { evidence: taken.evidence }),
      ...signed.get(subject),
    }
    const { action, ...told } = step
    return [
      {
        school: after.schoolId,
        subject,
        action: `${kind}.${action}`,
        ...told,
        actor: byClock ? CLOCK : actor,
        data,
      },
    ]
  })
  await record(tx, lines)
}
