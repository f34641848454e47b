import { createHash, randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { subjectOf } from '../../../domain/case.ts'
import { DOCUMENT_SUBJECT } from '../../../domain/document/kind.ts'
import type { JournalData } from '../../../domain/outcome.ts'
import { DOCUMENTS } from '../../cases/documents.ts'
import { inTransaction, type Tx } from '../../db/database.ts'
import { CLOCK, record } from '../../db/journal.ts'
import { CannotBePrinted } from '../../services/documents/typesetter.ts'
import type { Services } from '../../services/services.ts'
import { layOut } from '../document-templates/laying-out.ts'
import { tell } from '../notifications/tell.ts'
import { documentKey } from './keys.ts'
import {
  beginAttempt,
  type DocumentKey,
  isUnsealed,
  keepGivenUp,
  keepSealed,
  listUnsealed,
  type Made,
  type ToSeal,
} from './queries.ts'
import { witnessed } from './witnessed.ts'

type Sealing = Pick<
  Services,
  'db' | 'baseUrl' | 'secrets' | 'jobs' | 'now' | 'files' | 'typesetter' | 'sealer'
>

/**
 * Makes the sealed document that was ordered. Made once, whoever else makes it at the same time and wherever an
 * earlier attempt broke off: only the attempt that the row names last is kept, and a file that does not count is removed.
 */
export async function sealDocument(services: Sealing, { by, ...key }: ToSeal): Promise<void> {
  const { db, files, sealer, now } = services
  if (!(await isUnsealed(db, key))) return
  const { asOrdered, reason } = DOCUMENTS[key.kind]
  const { content, layout, told } = await witnessed(services, await asOrdered(services, key))
  const set = await layOut(services, key, layout).catch((error: unknown) => {
    if (error instanceof CannotBePrinted) return error
    throw error
  })
  // Trying again makes no glyph: the operator adds a font and starts anew.
  if (set instanceof CannotBePrinted) return giveUpSealing(services, key, characterOf(set))

  const sealedAt = now()
  const { pdf, fingerprint, isStamped } = await sealer.seal(set.pdf, { reason, at: sealedAt })
  const file = randomUUID()
  const begun = await beginAttempt(db, key, file)
  if (!begun) return
  if (begun.before) await files.remove(documentKey(key.school, begun.before))
  await files.write(documentKey(key.school, file), Readable.from([pdf]))
  const sha256 = createHash('sha256').update(pdf).digest('hex')
  const { template, refused } = set
  const made: Made = {
    content,
    size: pdf.length,
    sha256,
    certificate: fingerprint,
    isStamped,
    templateVersion: template,
    sealedAt,
  }
  const isKept = await inTransaction(db, async (tx) => {
    if (!(await keepSealed(tx, key, file, made))) return false
    await journal(tx, key, 'seal-document', sealedAt, null, {
      sha256,
      certificate: fingerprint,
      isStamped,
      ...(template !== null && { template }),
      ...(refused !== null && { templateRefused: refused }),
    })
    await tell(tx, services.jobs, told?.(sealedAt) ?? [], sealedAt)
    if (by) services.jobs.hint(tx, [by])
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
    if (await keepGivenUp(tx, key, reason, at)) await journal(tx, key, 'give-up-document', at, reason, {})
  })
}

/** Enqueues what an earlier start has left: killed in the middle, or given up for what may have been mended since. */
export async function resumeSealing({ db, jobs }: Pick<Services, 'db' | 'jobs'>): Promise<void> {
  for await (const keys of listUnsealed(db)) await inTransaction(db, (tx) => jobs.enqueue(tx, 'seal', keys))
}

const journal = (
  tx: Tx,
  { school, kind, id, version }: DocumentKey,
  what: 'seal-document' | 'give-up-document',
  at: Date,
  reason: string | null,
  data: JournalData,
) =>
  record(tx, [
    {
      school,
      subject: subjectOf({ kind: DOCUMENT_SUBJECT[kind], id }),
      action: `${DOCUMENT_SUBJECT[kind]}.${what}`,
      at,
      actor: CLOCK,
      from: null,
      to: null,
      reason,
      data: { document: kind, version, ...data },
    },
  ])
