import { sql } from 'kysely'
import { hashOfSpan, leafHash, nodesOf, type Span } from '../../../domain/transparency/merkle.ts'
import {
  grown,
  hashOfNode,
  nameOfTile,
  sizeOfTiles,
  type Tile,
  type TileAt,
  tileOf,
} from '../../../domain/transparency/tile.ts'
import type { Db, Tx } from '../../db/database.ts'
import { sha256, takePending } from '../../db/journal.ts'

/** Lines that are put into the tree together. */
export const TOGETHER = 10_000
/** Far more than 256^7 lines. */
const LEVELS = 8

/** Until the transaction ends nobody else makes the tree grow: positions have no gaps. */
export const takeTurn = (tx: Tx) => sql`select pg_advisory_xact_lock(7262034)`.execute(tx)

/** The last tile of each level. */
async function findEdge(db: Db): Promise<Tile[]> {
  const { rows } = await sql<{ level: number; nth: number; hashes: Buffer }>`
    select t.level, t.nth, t.hashes from generate_series(0, ${LEVELS}) l,
      lateral (select * from journal_tiles where level = l order by nth desc limit 1) t`.execute(db)
  return rows.map(({ level, nth, hashes }) => ({ level, index: nth, hashes }))
}

/** How many lines are in the tree. */
export const sizeOfTree = async (db: Db): Promise<number> => sizeOfTiles(await findEdge(db))

/**
 * Puts lines that are committed and not in the tree at its end; answers how many, at most `most`. Only in one's turn: a
 * line has its place for good, and what commits later comes behind it.
 */
export async function growTree(tx: Tx, most = TOGETHER): Promise<number> {
  const edge = await findEdge(tx)
  const size = sizeOfTiles(edge)
  const lines = await takePending(tx, most)
  if (lines.length === 0) return 0
  const leaves = lines.map(({ hash }) => leafHash(sha256, hash))
  await sql`
    insert into journal_leaves (position, school_id, subject, seq, hash)
    select ${size}::bigint + nth - 1, school_id, subject, seq, hash from unnest(${lines.map(({ school }) => school)}::text[],
      ${lines.map(({ subject }) => subject)}::text[], ${lines.map(({ seq }) => seq)}::integer[], ${leaves}::bytea[])
      with ordinality as l (school_id, subject, seq, hash, nth)`.execute(tx)
  const tiles = grown(sha256, size, edge, leaves)
  await sql`
    insert into journal_tiles as t (level, nth, hashes)
    select * from unnest(${tiles.map(({ level }) => level)}::smallint[], ${tiles.map(({ index }) => index)}::bigint[],
      ${tiles.map(({ hashes }) => Buffer.from(hashes))}::bytea[])
    on conflict (level, nth) do update set hashes = excluded.hashes`.execute(tx)
  return lines.length
}

/** As they are kept, by their names. */
export async function readTiles(db: Db, needed: readonly TileAt[]): Promise<Map<string, Tile>> {
  const { rows } = await sql<{ level: number; nth: number; hashes: Buffer }>`
    select t.level, t.nth, t.hashes from journal_tiles t
    join unnest(${needed.map(({ level }) => level)}::smallint[], ${needed.map(({ index }) => index)}::bigint[])
      as n (level, nth) using (level, nth)`.execute(db)
  return new Map(
    rows.map(({ level, nth, hashes }) => [nameOfTile({ level, index: nth }), { level, index: nth, hashes }]),
  )
}

/** The hashes of these spans of the tree, in their order: one statement, however many. */
export async function hashesOf(db: Db, spans: readonly Span[]): Promise<Uint8Array[]> {
  const nodes = spans.map(nodesOf)
  const tiles = await readTiles(db, [
    ...new Map(nodes.flat().map((node) => [nameOfTile(tileOf(node)), tileOf(node)])).values(),
  ])
  return nodes.map((some) =>
    hashOfSpan(
      sha256,
      some.map((node) => {
        const tile = tiles.get(nameOfTile(tileOf(node)))
        if (!tile) throw new Error(`tile ${nameOfTile(tileOf(node))} is not there`)
        return hashOfNode(sha256, node, tile)
      }),
    ),
  )
}

export type Leaf = { readonly subject: string; readonly seq: number; readonly position: number }

/** Where the lines of these chains are; those that are not in the tree yet are not among them. */
export async function listLeaves(db: Db, school: string, subjects: readonly string[]): Promise<Leaf[]> {
  const rows = await db
    .selectFrom('journalLeaves')
    .where('schoolId', '=', school)
    .where('subject', 'in', [...subjects])
    .select(['subject', 'seq', 'position'])
    .orderBy('position')
    .execute()
  return rows.map((row) => ({ ...row, position: Number(row.position) }))
}

/** Where the line with this leaf hash is; null where it is not in the tree. */
export async function positionOf(db: Db, leaf: Uint8Array): Promise<number | null> {
  const row = await db
    .selectFrom('journalLeaves')
    .where('hash', '=', Buffer.from(leaf))
    .select('position')
    .executeTakeFirst()
  return row ? Number(row.position) : null
}
