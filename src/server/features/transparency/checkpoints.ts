import { Refusal } from '../../../domain/refusal.ts'
import {
  type Checkpoint,
  checkpointText,
  type NamedCheckpoint,
  nameCheckpoint,
} from '../../../domain/transparency/checkpoint.ts'
import { consistencySpans, inclusionSpans } from '../../../domain/transparency/merkle.ts'
import { type Db, inTransaction, type Tx } from '../../db/database.ts'
import { type Paging, readPage } from '../../db/page.ts'
import type { Services } from '../../services/services.ts'
import { keepKeys, signedBy } from './keys.ts'
import { growTree, hashesOf, positionOf, sizeOfTree, TOGETHER, takeTurn } from './tree.ts'

export type KeptCheckpoint = {
  readonly size: number
  readonly root: Buffer
  readonly at: Date
  /** Of the key in use. */
  readonly key: string
  readonly note: string
}

const COLUMNS = ['size', 'root', 'at', 'key', 'note'] as const
/** Sizes come as numbers, whatever the types of the schema say of their column. */
const kept = <Row extends { readonly size: unknown }>(row: Row) => ({ ...row, size: Number(row.size) })

export async function findLatest(db: Db): Promise<KeptCheckpoint | null> {
  const row = await db
    .selectFrom('journalCheckpoints')
    .select(COLUMNS)
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? kept(row) : null
}

/** Refuses where nothing was signed of this size. */
export async function findCheckpoint(db: Db, size: number): Promise<KeptCheckpoint> {
  const row = await db
    .selectFrom('journalCheckpoints')
    .select(COLUMNS)
    .where('size', '=', String(size))
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  return kept(row)
}

export const listCheckpoints = (db: Db, paging: Paging) =>
  readPage(
    paging,
    ({ limit, offset }) =>
      db
        .selectFrom('journalCheckpoints')
        .select(COLUMNS)
        .orderBy('size', 'desc')
        .limit(limit)
        .offset(offset)
        .execute()
        .then((rows) => rows.map(kept)),
    () =>
      db
        .selectFrom('journalCheckpoints')
        .select(({ fn }) => fn.countAll<number>().as('total'))
        .executeTakeFirstOrThrow(),
  )

type Signing = Pick<Services, 'db' | 'secrets' | 'baseUrl' | 'now'>

/**
 * Puts all lines that are committed by now into the tree, and signs it where it has grown since the last time. Answers the
 * latest checkpoint; null where there is no line at all. Any number of instances may: they take turns.
 */
export async function makeCheckpoint(services: Signing): Promise<KeptCheckpoint | null> {
  for (;;) {
    const done = await inTransaction(services.db, async (tx) => {
      await takeTurn(tx)
      // In parts, for an upgrade may have left as many as there are lines: what is put there stays.
      if ((await growTree(tx)) === TOGETHER) return null
      return { latest: await signTree(tx, services) }
    })
    if (done) return done.latest
  }
}

async function signTree(tx: Tx, { secrets, baseUrl, now }: Signing): Promise<KeptCheckpoint | null> {
  const [size, before] = [await sizeOfTree(tx), await findLatest(tx)]
  if (size === (before?.size ?? 0)) return before
  const [root] = await hashesOf(tx, [{ from: 0, to: size }])
  const at = now()
  const keys = await keepKeys(tx, { secrets, baseUrl, at })
  const [{ key, text }] = keys as [(typeof keys)[number]]
  const checkpoint: Checkpoint = { origin: key.name, size, root: root!, at: at.toISOString() }
  const made = {
    size,
    root: Buffer.from(checkpoint.root),
    at,
    key: text,
    note: signedBy(keys, checkpointText(checkpoint)),
  }
  await tx
    .insertInto('journalCheckpoints')
    .values({ ...made, size: String(size) })
    .execute()
  return made
}

/** What a document that is sealed now names: the latest there is, and the first where there is none. */
export async function checkpointToName(services: Signing): Promise<NamedCheckpoint | null> {
  const latest = (await findLatest(services.db)) ?? (await makeCheckpoint(services))
  return latest && nameCheckpoint({ ...latest, at: latest.at.toISOString() }, latest.key)
}

/** Refuses what is beyond the last checkpoint: nobody has signed it. */
async function refuseUnlessSigned(db: Db, size: number): Promise<void> {
  const latest = await findLatest(db)
  if (size > (latest?.size ?? 0)) throw new Refusal('not-found')
}

/** The hashes that prove the tree of `from` lines to be the beginning of that of `to`. */
export async function consistencyBetween(db: Db, from: number, to: number): Promise<Uint8Array[]> {
  if (from > to) throw new Refusal('invalid-input', { field: 'from' })
  await refuseUnlessSigned(db, to)
  return hashesOf(db, consistencySpans(from, to))
}

/** Where the line with this leaf hash is in the tree of so many lines, and what proves it. */
export async function inclusionOf(
  db: Db,
  leaf: Uint8Array,
  size: number,
): Promise<{ readonly index: number; readonly path: Uint8Array[] }> {
  await refuseUnlessSigned(db, size)
  const index = await positionOf(db, leaf)
  if (index === null || index >= size) throw new Refusal('not-found')
  return { index, path: await hashesOf(db, inclusionSpans(index, size)) }
}
