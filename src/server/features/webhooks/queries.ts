import { sql } from 'kysely'
import { subjectOf } from '../../../domain/case.ts'
import { Refusal } from '../../../domain/refusal.ts'
import {
  type DeliveryState,
  type Happening,
  type OffReason,
  WAITING,
  type WebhookKind,
} from '../../../domain/webhook/webhook.ts'
import type { Db, Tx } from '../../db/database.ts'
import { type Owner, ownerName } from '../../db/owner.ts'
import { type Paging, readPage } from '../../db/page.ts'
import { statusIn } from '../../db/status-in.ts'

const webhooksOf = (db: Db, owner: Owner) =>
  db.selectFrom('webhooks as w').where('w.owner', '=', ownerName(owner))

export async function listWebhooks(db: Db, owner: Owner, at: Date) {
  const rows = await webhooksOf(db, owner)
    .innerJoin('users as u', 'u.id', 'w.madeBy')
    .select(['w.id', 'w.address', 'w.kinds', 'w.madeAt', 'w.failingSince', 'w.offAt', 'w.offReason'])
    .select(['w.formerUntil', 'u.name as madeBy'])
    .orderBy('w.id', 'desc')
    .execute()
  return rows.map(({ id, address, kinds, madeBy, madeAt, failingSince, offAt, offReason, formerUntil }) => ({
    ...{ id, address, madeBy, kinds: kinds as WebhookKind[], madeAt: madeAt.toISOString() },
    failingSince: failingSince?.toISOString() ?? null,
    off: offAt && { at: offAt.toISOString(), reason: offReason as OffReason },
    formerKeyUntil: formerUntil && formerUntil > at ? formerUntil.toISOString() : null,
  }))
}

export async function countWebhooks(tx: Tx, owner: Owner): Promise<number> {
  const { total } = await webhooksOf(tx, owner)
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return total
}

type Told = { readonly address: string; readonly kinds: readonly WebhookKind[] }
export type NewWebhook = Told & {
  readonly id: string
  /** Sealed. */
  readonly key: Buffer
}

/** The caller has locked its owner and journals it. */
export const addWebhook = (
  tx: Tx,
  owner: Owner,
  { kinds, ...of }: NewWebhook,
  { by, at }: { readonly by: string; readonly at: Date },
) =>
  tx
    .insertInto('webhooks')
    .values({ ...of, ...owner, kinds: [...kinds], madeBy: by, madeAt: at })
    .execute()

const one = (tx: Tx, owner: Owner, id: string) =>
  tx.updateTable('webhooks').where('owner', '=', ownerName(owner)).where('id', '=', id)

/** Where it leads, for the journal; refuses `not-found` where it is nobody's, or somebody else's. */
const found = (row: { readonly address: string } | undefined): string => {
  if (!row) throw new Refusal('not-found')
  return row.address
}

/** The one there was signs beside it until then. */
export const saveKey = async (tx: Tx, owner: Owner, id: string, key: Buffer, until: Date): Promise<string> =>
  found(
    await one(tx, owner, id)
      .set((of) => ({ key, formerKey: of.ref('key'), formerUntil: until }))
      .returning('address')
      .executeTakeFirst(),
  )

/** Switched on it begins anew: what failed before counts no more. */
export const saveOff = async (
  tx: Tx,
  owner: Owner,
  id: string,
  off: { readonly at: Date; readonly reason: OffReason } | null,
): Promise<string> =>
  found(
    await one(tx, owner, id)
      .set({ offAt: off?.at ?? null, offReason: off?.reason ?? null, ...(!off && { failingSince: null }) })
      .returning('address')
      .executeTakeFirst(),
  )

export const removeWebhook = async (tx: Tx, owner: Owner, id: string): Promise<string> =>
  found(
    await tx
      .deleteFrom('webhooks')
      .where('owner', '=', ownerName(owner))
      .where('id', '=', id)
      .returning('address')
      .executeTakeFirst(),
  )

/**
 * A delivery for each that wants to be told of one of these, in one statement: the school's own, and the employer's. Answers
 * their ids.
 */
export async function addDeliveries(tx: Tx, happenings: readonly Happening[], at: Date): Promise<string[]> {
  const told = happenings.map(({ about, ...of }) => ({ ...of, subject: subjectOf(about) }))
  const { rows } = await sql<{ id: string }>`
    insert into webhook_deliveries (id, webhook_id, school_id, kind, subject, number, at)
    select gen_random_uuid(), w.id, h.school, h.kind, h.subject, h.number, ${at}
    from jsonb_to_recordset(${JSON.stringify(told)}::jsonb) as h
      (school text, kind text, subject text, number text, "employerId" uuid)
    join webhooks w on (w.school_id = h.school or w.employer_id = h."employerId")
      and w.off_at is null and h.kind = any(w.kinds)
    returning id`.execute(tx)
  return rows.map(({ id }) => id)
}

/** Newest first; refuses `not-found` where the webhook is nobody's, or somebody else's. */
export async function pageOfDeliveries(db: Db, owner: Owner, id: string, paging: Paging) {
  found(await webhooksOf(db, owner).where('w.id', '=', id).select('w.address').executeTakeFirst())
  const ofIt = () => db.selectFrom('webhookDeliveries as d').where('d.webhookId', '=', id)
  const { rows, ...page } = await readPage(
    paging,
    ({ limit, offset }) =>
      ofIt()
        .select(['d.id', 'd.kind', 'd.subject', 'd.number', 'd.at', 'd.state', 'd.tries', 'd.triedAt'])
        .select(['d.status', 'd.said'])
        .orderBy('d.at', 'desc')
        .orderBy('d.id', 'desc')
        .limit(limit)
        .offset(offset)
        .execute(),
    () =>
      ofIt()
        .select(({ fn }) => fn.countAll<number>().as('total'))
        .executeTakeFirstOrThrow(),
  )
  const items = rows.map(({ kind, at, state, triedAt, ...row }) => ({
    ...row,
    kind: kind as WebhookKind,
    at: at.toISOString(),
    state: state as DeliveryState,
    triedAt: triedAt?.toISOString() ?? null,
  }))
  return { items, ...page }
}

/** Locked, so that it is sent again once; refuses `not-found` where it is nobody's, or somebody else's. */
export async function lockDelivery(tx: Tx, owner: Owner, id: string): Promise<DeliveryState> {
  const row = await webhooksOf(tx, owner)
    .innerJoin('webhookDeliveries as d', 'd.webhookId', 'w.id')
    .where('d.id', '=', id)
    .select('d.state')
    .forUpdate('d')
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  return row.state as DeliveryState
}

export const saveWaiting = (tx: Tx, id: string) =>
  tx
    .updateTable('webhookDeliveries')
    .set({ state: 'waiting' satisfies DeliveryState })
    .where('id', '=', id)
    .execute()

/** Those still to be delivered, with where to and by which keys. */
export const listWaiting = (db: Db, ids: readonly string[]) =>
  db
    .selectFrom('webhookDeliveries as d')
    .innerJoin('webhooks as w', 'w.id', 'd.webhookId')
    .where('d.id', 'in', [...ids])
    .where(statusIn('d.state', WAITING))
    .select(['d.id', 'd.webhookId', 'd.schoolId', 'd.kind', 'd.subject', 'd.number', 'd.at'])
    .select(['w.address', 'w.key', 'w.formerKey', 'w.formerUntil', 'w.offAt', 'w.failingSince'])
    .execute()
export type Waiting = Awaited<ReturnType<typeof listWaiting>>[number]

/** What has become of one try; null for the status where nobody answered. */
export type Tried = {
  readonly id: string
  readonly state: DeliveryState
  readonly status: number | null
  readonly said: string | null
}

export async function saveTried(tx: Tx, tried: readonly Tried[], at: Date): Promise<void> {
  await sql`
    update webhook_deliveries d set state = t.state, status = t.status, said = t.said, tries = d.tries + 1, tried_at = ${at}
    from jsonb_to_recordset(${JSON.stringify(tried)}::jsonb) as t (id uuid, state text, status integer, said text)
    where d.id = t.id and ${statusIn('d.state', WAITING)}
  `.execute(tx)
}

/** Since when nothing was taken of each; null: something just was. */
export type Standing = { readonly id: string; readonly failingSince: Date | null }

export async function saveStandings(tx: Tx, standings: readonly Standing[]): Promise<void> {
  await sql`
    update webhooks w set failing_since = case when s.since is null then null else coalesce(w.failing_since, s.since) end
    from (
      select l.id, f."failingSince" as since
      from jsonb_to_recordset(${JSON.stringify(standings)}::jsonb) as f (id uuid, "failingSince" timestamptz)
      join webhooks l on l.id = f.id order by l.id for no key update of l
    ) s
    where w.id = s.id
  `.execute(tx)
}

/** Answers whose it was and where it led; nothing where it was off already. */
export const switchOff = (tx: Tx, id: string, reason: OffReason, at: Date) =>
  tx
    .updateTable('webhooks')
    .set({ offAt: at, offReason: reason })
    .where('id', '=', id)
    .where('offAt', 'is', null)
    .returning(['id', 'address', 'schoolId', 'employerId'])
    .executeTakeFirst()

/** Nobody tries these any more. */
export const giveUp = (db: Db, ids: readonly string[]) =>
  db
    .updateTable('webhookDeliveries')
    .set({ state: 'failed' satisfies DeliveryState })
    .where('id', 'in', [...ids])
    .where(statusIn('state', WAITING))
    .execute()

const DAYS_KEPT = 30
/** The log of thirty days; answers how many went. */
export async function sweepDeliveries(db: Db, at: Date): Promise<number> {
  const before = new Date(at.getTime() - DAYS_KEPT * 24 * 60 * 60 * 1000)
  const gone = await sql`
    delete from webhook_deliveries where id in (
      select id from webhook_deliveries where at < ${before} order by at limit 10000 for update skip locked)
  `.execute(db)
  return Number(gone.numAffectedRows)
}
