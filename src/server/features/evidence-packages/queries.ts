import { sql } from 'kysely'
import type { EvidencePart, SealPart } from '../../../contracts/evidence-package.ts'
import { subjectOf } from '../../../domain/case.ts'
import { DOCUMENT_KINDS, DOCUMENT_SUBJECT } from '../../../domain/document/kind.ts'
import { refuseUnlessSealed } from '../../../domain/document/sealed.ts'
import type { EventName } from '../../../domain/event.ts'
import {
  MAIN_DOCUMENT,
  type Numbered,
  type Packaged,
  type Picturing,
} from '../../../domain/evidence-package.ts'
import type { Db, Tx } from '../../db/database.ts'
import { type Actor, record } from '../../db/journal.ts'
import type { Key } from '../../db/key.ts'
import { findSeal } from '../documents/queries.ts'

/** A sealed document as a package needs it. */
export type SealedDocument = {
  readonly subject: string
  readonly file: string
  readonly seal: SealPart
  readonly facts: Facts
}
/** Of what was sealed, what a package looks at: nothing of checkpoints was named before there were any. */
export type Facts = Picturing &
  Numbered & {
    readonly checkpoint?: { readonly size: number; readonly root: string; readonly key: string } | undefined
  }

/** Refuses where the document that a package is about is not sealed, or not yet. */
export async function refuseUnlessThere(db: Db, kind: Packaged, { school, id }: Key): Promise<void> {
  const document = await findSeal(db, { school, kind: MAIN_DOCUMENT[kind], id })
  refuseUnlessSealed(document?.state ?? null)
}

/** All that was sealed of these (`<kind>:<id>`), the oldest first. */
export async function listSealed(
  db: Db,
  school: string,
  subjects: readonly string[],
): Promise<SealedDocument[]> {
  const of = subjects.flatMap((subject) => {
    const [subjectKind, id] = subject.split(':')
    return DOCUMENT_KINDS.filter((kind) => DOCUMENT_SUBJECT[kind] === subjectKind).map((kind) => ({
      kind,
      id,
    }))
  })
  const { rows } = await sql<
    Omit<SealPart, 'sealedAt'> & { id: string; file: string; sealedAt: Date; facts: Facts }
  >`
    select d.kind as document, d.subject_id as id, d.file, d.version, d.sha256, d.certificate, d.sealed_at, d.is_stamped,
      d.content as facts
    from unnest(${of.map(({ kind }) => kind)}::text[], ${of.map(({ id }) => id)}::uuid[]) as s (kind, id)
    join documents d on d.school_id = ${school} and d.kind = s.kind and d.subject_id = s.id
    where d.sealed_at is not null order by d.sealed_at, d.kind, d.version`.execute(db)
  return rows.map(({ id, file, facts, sealedAt, document, version, sha256, certificate, isStamped }) => ({
    subject: subjectOf({ kind: DOCUMENT_SUBJECT[document], id }),
    file,
    facts,
    seal: { document, version, sha256, certificate, isStamped, sealedAt: sealedAt.toISOString() },
  }))
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

/** That somebody took the package with them, on the chain of what it is of: all sides see it. */
export const recordTaking = (
  tx: Tx,
  kind: Packaged,
  { school, id }: Key,
  { actor, at }: { actor: Actor; at: Date },
) =>
  record(tx, [
    {
      school,
      subject: subjectOf({ kind, id }),
      action: `${kind}.take-package` satisfies EventName,
      at,
      actor,
      from: null,
      to: null,
      reason: null,
      data: {},
    },
  ])
