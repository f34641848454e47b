import { sendInvitation } from '../../../domain/invitation/acts.ts'
import type { InvitationChange } from '../../../domain/invitation/case.ts'
import { SENT_TOGETHER } from '../../../domain/invitation-batch/batch.ts'
import type { Outcome } from '../../../domain/outcome.ts'
import { refuseUnlessMeant } from '../../../domain/plausible-day.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { goneSince } from '../../../domain/sheet-work.ts'
import type { SignedData } from '../../../domain/signing/bound.ts'
import { carryOutTogether } from '../../cases/carry-out.ts'
import { inTransaction, type Tx } from '../../db/database.ts'
import { type Actor, hashOf } from '../../db/journal.ts'
import type { Key } from '../../db/key.ts'
import { actingAs, type Doing } from '../../http/doing.ts'
import type { Person } from '../../http/person.ts'
import { refusalOf } from '../../http/problems.ts'
import type { Services } from '../../services/services.ts'
import { staySeen } from '../../services/sheets/working.ts'
import { holdAdmission } from '../admissions/standing.ts'
import { holdSendingFacts } from '../invitations/inviting.ts'
import { findStudentsToInvite } from '../students/queries.ts'
import * as batches from './queries.ts'
import { sealedSaid } from './said.ts'

type Sending = Pick<Services, 'db' | 'jobs' | 'secrets' | 'now'>
/** Who sends it and from where, as the request said that began this run. */
export type Sender = {
  readonly key: Key
  readonly run: string
  /** Of 签约须知, as it was when the run was begun. */
  readonly noticeVersion: number
  readonly person: Person
  readonly actor: Actor
  /** The one signature of all that is sent. */
  readonly signed: SignedData
}

/** Sends what is right, some rows in a transaction, until there are no more or it may not go on. */
export async function sendBatch(services: Sending, of: Sender): Promise<void> {
  const { db, now } = services
  const run = { ...of.key, run: of.run, userId: of.person.userId }
  try {
    await staySeen(
      () => batches.signSending(db, run, now()),
      async () => {
        for (let limit = SENT_TOGETHER; limit > 0; ) limit = await sendNext(services, of, limit)
      },
    )
  } finally {
    // Broken off, it is known as such at once and not after a minute's silence; over, there is nothing to let go of.
    await batches.letGo(db, run, new Date(goneSince(now()).getTime() - 1))
  }
}

/**
 * The next rows, at most `limit`; answers how many to try after them, 0 when it is over. What the database refuses of
 * several, for somebody was quicker, is tried of fewer; of one it is that row's.
 */
async function sendNext(services: Sending, of: Sender, limit: number): Promise<number> {
  const { key, run, person } = of
  const claim = { ...key, run, userId: person.userId }
  const attempt = (refusal: Refusal | null) =>
    inTransaction(services.db, async (tx) => {
      const doing = doingOf(services, of, tx)
      if (!(await batches.signSending(tx, claim, doing.acting.at))) return 0
      const rows = await batches.lockNext(tx, key, limit)
      const outcomes = refusal ? rows.map(({ row }) => ({ row, refusal })) : await sendRows(doing, of, rows)
      await batches.saveOutcomes(tx, key, outcomes)
      if (rows.length === limit) return SENT_TOGETHER
      await batches.saveSent(tx, claim, doing.acting.at)
      return 0
    })
  try {
    return await attempt(null)
  } catch (error) {
    const refusal = refusalOf(error)
    if (!refusal) throw error
    return limit > 1 ? Math.ceil(limit / 2) : attempt(refusal)
  }
}

const doingOf = ({ jobs, secrets, now }: Sending, { person, actor, signed }: Sender, tx: Tx): Doing => ({
  tx,
  jobs,
  secrets,
  person,
  actor,
  acting: actingAs(person, now()),
  signature: null,
  signed,
})

/** Where nothing can be sent, no row can. */
const refusalOrThrow = (error: unknown): Refusal => {
  if (error instanceof Refusal) return error
  throw error
}

/** Each row is an act of its own, judged by the same rules and facts as one that is sent alone. */
async function sendRows(
  doing: Doing,
  { key: { school }, noticeVersion }: Sender,
  rows: readonly batches.RowToSend[],
): Promise<batches.RowOutcome[]> {
  const { tx, person, acting, secrets } = doing
  const employer = person.employer!
  if (rows.length === 0) return []
  const admission = await holdAdmission(tx, school, employer.id).catch(refusalOrThrow)
  if (admission instanceof Refusal) return rows.map(({ row }) => ({ row, refusal: admission }))
  const said = sealedSaid(secrets)
  const named = rows.map(({ saidCipher }) => said.open(saidCipher).named ?? { studentNumber: '', name: '' })
  const found = await findStudentsToInvite(tx, school, named)
  const studentIds = rows.map(({ studentId }) => studentId)
  const factsOf = await holdSendingFacts(tx, { school, studentIds, employer }, admission)

  const sent: Outcome<InvitationChange>[] = []
  const outcomes = rows.map(({ row, studentId, invitationId: id, respondBy, terms }, place) => {
    const student = found[place]
    try {
      if (student?.id !== studentId) throw new Refusal('student-not-matched')
      refuseUnlessMeant('reportBy', terms.reportBy, 'ahead', acting.at)
      const command = { schoolId: school, id, noticeVersion, respondBy, terms, termsHash: hashOf(terms) }
      sent.push(sendInvitation(factsOf(student), command, acting))
      return { row, refusal: null }
    } catch (error) {
      return { row, refusal: refusalOrThrow(error) }
    }
  })
  await carryOutTogether(doing, school, sent)
  return outcomes
}
