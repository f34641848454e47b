import { v7 as uuidv7 } from 'uuid'
import { refuseUnlessOffered } from '../../../domain/invitation-batch/batch.ts'
import { refuseUnlessRead } from '../../../domain/notice-text.ts'
import { batchToSend, type SignedData } from '../../../domain/signing/bound.ts'
import { signerOf } from '../../cases/signed.ts'
import type { Tx } from '../../db/database.ts'
import { record } from '../../db/journal.ts'
import type { Key } from '../../db/key.ts'
import type { Doing } from '../../http/doing.ts'
import type { Spooled } from '../../services/spool.ts'
import { employerLine } from '../employers/journal.ts'
import { findNotice } from '../notice-texts/queries.ts'
import { takeSignature } from '../signing/signatures.ts'
import { type Brought, findLimits } from './checking.ts'
import * as batches from './queries.ts'

/** The check of a file that is here whole; what the same person has brought and not sent is replaced. */
export async function beginBatch(
  tx: Tx,
  { school, employer, userId }: Omit<Brought, 'id'>,
  { name, file, at }: { readonly name: string; readonly file: Spooled; readonly at: Date },
): Promise<Key> {
  await batches.cancelUnsent(tx, userId, at)
  const key = { school, id: uuidv7() }
  const row = { ...key, employerId: employer.id, begunBy: userId, fileName: name, fileSize: file.size }
  await batches.addBatch(tx, row, at)
  return key
}

/**
 * From now on it is sent by the run whose name this answers, as this person's acts, signed once for all that is to be sent, under
 * 签约须知 as it is now: each of them says which version that was.
 */
export async function claimBatch(
  of: Doing,
  key: Key,
  noticeVersion: number,
): Promise<{ readonly run: string; readonly signed: SignedData }> {
  const { tx, person, actor, acting } = of
  const employer = person.employer!
  const { at } = acting
  const found = await batches.lockBatch(tx, key, employer.id)
  refuseUnlessOffered(found, 'send', at)
  await findLimits(tx, { school: key.school, employer }, at)
  refuseUnlessRead(await findNotice(tx, key.school, 'signing'), noticeVersion)
  const fingerprint = await batches.findBatchFingerprint(tx, key)
  const toSign = { act: 'invitation.send', subject: batchToSend(key.id), fingerprint } as const
  const signed = await takeSignature(tx, of.signature, { ...toSign, ...signerOf(person) }, at)
  const run = uuidv7()
  await batches.saveSending(tx, key, run, signed.signature, at)
  const rows = found.counts.right
  const data = { batch: key.id, school: key.school, rows, notice: noticeVersion, ...signed }
  await record(tx, [employerLine(employer.id, 'employer.send-batch', { actor, at, data })])
  return { run, signed }
}

export async function cancelBatch({ tx, person, acting }: Doing, key: Key): Promise<void> {
  const found = await batches.lockBatch(tx, key, person.employer!.id)
  refuseUnlessOffered(found, 'cancel', acting.at)
  await batches.saveCancelled(tx, key, acting.at)
}
