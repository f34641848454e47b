import { sql } from 'kysely'
import type { EvidencePart, SealPart } from '../../../contracts/evidence-package.ts'
import { agreementRef } from '../../../domain/agreement/case.ts'
import { subjectOf } from '../../../domain/case.ts'
import { refuseUnlessSealed } from '../../../domain/document/sealed.ts'
import type { EventName } from '../../../domain/event.ts'
import type { Db, Tx } from '../../db/database.ts'
import { type Actor, record } from '../../db/journal.ts'
import type { Key } from '../../db/key.ts'
import { sealOf } from '../documents/queries.ts'

/** The sealed document of an agreement, as a package needs it. */
export type SealedAgreement = { readonly file: string; readonly seal: SealPart; readonly facts: Facts }
/** Of what was sealed, what a package looks at: nothing of it was named before there were checkpoints. */
export type Facts = {
  readonly checkpoint?: { readonly size: number; readonly root: string; readonly key: string } | undefined
}

/** Refuses where it is not sealed, or not yet. */
export async function findSealedAgreement(db: Db, { school, id }: Key): Promise<SealedAgreement> {
  const { rows } = await sql<
    Omit<SealPart, 'document' | 'sealedAt'> & {
      file: string
      sealedAt: Date | null
      givenUpAt: Date | null
      facts: Facts
    }
  >`
    select file, version, sha256, certificate, sealed_at, given_up_at, is_stamped, content as facts from documents
    where school_id = ${school} and kind = 'agreement' and subject_id = ${id}
    order by version desc limit 1`.execute(db)
  const [row] = rows
  refuseUnlessSealed(row ? sealOf(row) : null)
  const { file, facts, sealedAt, version, sha256, certificate, isStamped } = row!
  const kept = { version, sha256, certificate, isStamped }
  return { file, facts, seal: { document: 'agreement', ...kept, sealedAt: sealedAt!.toISOString() } }
}

/** What was uploaded to these, and counts. */
export async function listUploads(
  db: Db,
  school: string,
  subjects: readonly string[],
): Promise<EvidencePart> {
  const { rows } = await sql<EvidencePart[number] & { size: unknown }>`
    select subject, id, name, size, sha256 from evidence
    where school_id = ${school} and subject = any(${[...subjects]}::text[]) and superseded_at is null
    order by subject, position, id`.execute(db)
  return rows.map((row) => ({ ...row, size: Number(row.size) }))
}

/** That somebody took the package with them, on the agreement's own chain: all sides see it. */
export const recordTaking = (tx: Tx, { school, id }: Key, { actor, at }: { actor: Actor; at: Date }) =>
  record(tx, [
    {
      school,
      subject: subjectOf(agreementRef({ id })),
      action: 'agreement.take-package' satisfies EventName,
      at,
      actor,
      from: null,
      to: null,
      reason: null,
      data: {},
    },
  ])
