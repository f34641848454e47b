import { type RawBuilder, sql } from 'kysely'
import { jsonObjectFrom } from 'kysely/helpers/postgres'
import { v7 as uuidv7 } from 'uuid'
import { Refusal } from '../../../domain/refusal.ts'
import {
  SIGNING_METHODS,
  type SignedData,
  type SigningMethod,
  shortFingerprint,
  type ToSign,
} from '../../../domain/signing/bound.ts'
import { markOf, svgOf } from '../../../domain/signing/drawing.ts'
import type { Db, Tx } from '../../db/database.ts'
import { sha256 } from '../../db/journal.ts'
import { type Owner, ownerName } from '../../db/owner.ts'
import { firstOf, prepared, type Slots } from '../../db/prepared.ts'
import { sealInUse, sealMarked } from '../seals/queries.ts'
import { drawingOf } from './drawings.ts'

/** Long enough for an act that nobody has answered to be sent again. */
const LASTS = 10 * 60 * 1000

/** Who signs, in the session in which it is used. */
type Signer = { readonly userId: string; readonly sessionId: string }
/** With whose seal: a student has none. */
type Sealed = { readonly sealOf: Owner | null }
export type Signing = Signer & {
  readonly method: SigningMethod
  /** What a passkey has signed. */
  readonly proof: Readonly<Record<string, string>> | null
  readonly edition: number
  readonly drawingId: string | null
}

/** Their ids, in the order of what is signed. */
export async function addSignatures(
  tx: Tx,
  { proof, ...by }: Signing,
  items: readonly ToSign[],
  at: Date,
): Promise<string[]> {
  const endsAt = new Date(at.getTime() + LASTS)
  const rows = items.map((item) => ({
    ...item,
    ...by,
    id: uuidv7(),
    proof: proof && JSON.stringify(proof),
    madeAt: at,
    endsAt,
  }))
  await tx.insertInto('signatures').values(rows).execute()
  return rows.map(({ id }) => id)
}

const methodOf = (text: string): SigningMethod => {
  const method = SIGNING_METHODS.find((one) => one === text)
  if (!method) throw new Error(`no method of signing: ${text}`)
  return method
}

type Use = Signer & Pick<ToSign, 'act' | 'subject'> & { readonly id: string; readonly at: Date }
const take = (
  db: Db,
  { id, userId, sessionId, act, subject, at }: Slots<Use>,
  sealId: RawBuilder<string | null> | null,
) =>
  db
    .updateTable('signatures')
    .set({ usedAt: at, sealId })
    .where('id', '=', id)
    .where('userId', '=', userId)
    .where('sessionId', '=', sessionId)
    .where('act', '=', act)
    .where('subject', '=', subject)
    .where('usedAt', 'is', null)
    .where('endsAt', '>', at)
    .returning(['method', 'fingerprint', sealMarked(sql.ref('signatures.seal_id')).as('seal')])
    .returning(({ selectFrom, ref }) =>
      jsonObjectFrom(
        selectFrom('drawings as d')
          .where('d.id', '=', ref('signatures.drawingId'))
          .where('d.removedAt', 'is', null)
          .select(['d.strokes', 'd.name']),
      ).as('drawing'),
    )
const takeUnsealed = prepared((db, use: Slots<Use>) => take(db, use, null))
const takeSealed = prepared((db, use: Slots<Use & { owner: string }>) => take(db, use, sealInUse(use.owner)))

/**
 * Uses the signature for this act of this content, once, in the transaction of the act: what is refused later has not used
 * it; the seal that its owner has in use is kept with it. Refuses one that is missing, over, used, somebody else's or for another act, and with what is now one of other content.
 */
export async function takeSignature(
  tx: Tx,
  id: string | null,
  { userId, sessionId, act, subject, fingerprint, sealOf }: ToSign & Signer & Sealed,
  at: Date,
): Promise<SignedData> {
  if (id === null) throw new Refusal('signature-needed', { field: 'signature' })
  const use = sealOf
    ? takeSealed({ id, userId, sessionId, act, subject, at, owner: ownerName(sealOf) })
    : takeUnsealed({ id, userId, sessionId, act, subject, at })
  const taken = await firstOf(tx, use)
  if (!taken) throw new Refusal('signature-over')
  if (taken.fingerprint !== fingerprint)
    throw new Refusal('signed-otherwise', {
      signed: shortFingerprint(taken.fingerprint),
      now: shortFingerprint(fingerprint),
    })
  const { method, seal, drawing } = taken
  return {
    signature: id,
    method: methodOf(method),
    fingerprint,
    ...(seal && { seal: seal.id, sealHash: seal.sha256 }),
    ...(drawing && { drawingHash: sha256(svgOf(markOf(drawingOf(drawing)))).toString('hex') }),
  }
}

/** Removes those that nobody has used; answers how many. */
export async function sweepSignatures(db: Db, at: Date): Promise<number> {
  const gone = await db
    .deleteFrom('signatures')
    .where('usedAt', 'is', null)
    .where('endsAt', '<=', at)
    .executeTakeFirst()
  return Number(gone.numDeletedRows)
}
