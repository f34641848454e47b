import { createHash, randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { agreementRef } from '../../../domain/agreement/case.ts'
import { asCertified } from '../../../domain/agreement/document.ts'
import { sealedTold } from '../../../domain/agreement/told.ts'
import { subjectOf } from '../../../domain/case.ts'
import type { EventName } from '../../../domain/event.ts'
import type { JournalData } from '../../../domain/outcome.ts'
import { inTransaction, type Tx } from '../../db/database.ts'
import { CLOCK, record } from '../../db/journal.ts'
import { CannotBePrinted } from '../../services/documents/typesetter.ts'
import type { Services } from '../../services/services.ts'
import { tell } from '../notifications/tell.ts'
import { printedVerification } from '../verification-codes/printed.ts'
import { factsOf, makePdf } from './document-facts.ts'
import { documentKey } from './document-keys.ts'
import {
  beginAttempt,
  type DocumentKey,
  isUnsealed,
  keepGivenUp,
  keepSealed,
  listUnsealed,
  type Made,
} from './documents.ts'
import { findCertified } from './queries.ts'

type Sealing = Pick<
  Services,
  'db' | 'now' | 'files' | 'typesetter' | 'sealer' | 'secrets' | 'baseUrl' | 'jobs'
>

/** What the seal says of why it is there. */
const REASON = '就业协议书，学校已鉴证'

/**
 * Makes the sealed document of a certified agreement. Made once, whoever else makes it at the same time and wherever an
 * earlier attempt broke off: only the attempt that the row names last is kept, and a file that does not count is removed.
 */
export async function sealDocument(services: Sealing, key: DocumentKey): Promise<void> {
  const { db, files, sealer, now } = services
  if (!(await isUnsealed(db, key))) return
  const of = await findCertified(db, key)
  const facts = asCertified(await factsOf(db, of))
  const set = await makePdf(services, facts, await printedVerification(services, key)).catch(
    (error: unknown) => {
      if (error instanceof CannotBePrinted) return error
      throw error
    },
  )
  // Trying again makes no glyph: the operator adds a font and starts anew.
  if (set instanceof CannotBePrinted) return giveUpSealing(services, key, characterOf(set))

  const sealedAt = now()
  const { pdf, fingerprint, isStamped } = await sealer.seal(set, { reason: REASON, at: sealedAt })
  const file = randomUUID()
  const begun = await beginAttempt(db, key, file)
  if (!begun) return
  if (begun.before) await files.remove(documentKey(key.school, begun.before))
  await files.write(documentKey(key.school, file), Readable.from([pdf]))
  const sha256 = createHash('sha256').update(pdf).digest('hex')
  const made: Made = { facts, size: pdf.length, sha256, certificate: fingerprint, isStamped, sealedAt }
  const isKept = await inTransaction(db, async (tx) => {
    if (!(await keepSealed(tx, key, file, made))) return false
    await journal(tx, key, 'agreement.seal-document', sealedAt, null, {
      sha256,
      certificate: fingerprint,
      isStamped,
    })
    await tell(tx, services.jobs, sealedTold(of, sealedAt), sealedAt)
    return true
  })
  if (!isKept) await files.remove(documentKey(key.school, file))
}

const characterOf = ({ details: { character, code } }: CannotBePrinted) => `${character} ${code}`

/** Nobody tries it again but the next start: the school's journal and the platform's console say so. */
export async function giveUpSealing(
  { db, now }: Pick<Services, 'db' | 'now'>,
  key: DocumentKey,
  reason: string,
): Promise<void> {
  const at = now()
  await inTransaction(db, async (tx) => {
    if (await keepGivenUp(tx, key, reason, at))
      await journal(tx, key, 'agreement.give-up-document', at, reason, {})
  })
}

/** Enqueues what an earlier start has left: killed in the middle, or given up for what may have been mended since. */
export async function resumeSealing({ db, jobs }: Pick<Services, 'db' | 'jobs'>): Promise<void> {
  for await (const keys of listUnsealed(db)) await inTransaction(db, (tx) => jobs.enqueue(tx, 'seal', keys))
}

const journal = (
  tx: Tx,
  { school, id, version }: DocumentKey,
  action: EventName,
  at: Date,
  reason: string | null,
  data: JournalData,
) =>
  record(tx, [
    {
      school,
      subject: subjectOf(agreementRef({ id })),
      action,
      at,
      actor: CLOCK,
      from: null,
      to: null,
      reason,
      data: { version, ...data },
    },
  ])
