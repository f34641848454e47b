import { sql } from 'kysely'
import { readCheckpointText } from '../../../domain/transparency/checkpoint.ts'
import { growingTree, leafHash, sameHash } from '../../../domain/transparency/merkle.ts'
import { isSignedBy, readKeyText, readNote } from '../../../domain/transparency/signed-note.ts'
import { grown, nameOfTile, type Tile } from '../../../domain/transparency/tile.ts'
import * as acrossSchools from '../../db/across-schools.ts'
import type { Db } from '../../db/database.ts'
import { sha256 } from '../../db/journal.ts'
import type { KeptCheckpoint } from './checkpoints.ts'
import { verifiesEd25519 } from './ed25519.ts'
import { listKeys } from './keys.ts'
import { readTiles, sizeOfTree } from './tree.ts'

const TOGETHER = 10_000

export type TreeFault = { readonly at: string; readonly fault: string }
type Placed = {
  readonly position: number
  readonly hash: Buffer
  readonly line: Buffer | null
  readonly name: string
}

/**
 * Makes the tree anew from the lines of the journal, and compares it with every checkpoint and with what is kept of it.
 * Names the first thing that does not fit: whatever stands behind it has no meaning any more.
 */
export async function verifyTree(db: Db): Promise<{ checkpoints: number; fault: TreeFault | null }> {
  const checkpoints = await listAll(db)
  const keys = (await listKeys(db)).flatMap((text) => readKeyText(sha256, text) ?? [])
  const tree = growingTree(sha256)
  const due = checkpoints[Symbol.iterator]()
  let next = due.next().value
  let passed = 0
  const result = (fault: TreeFault | null) => ({ checkpoints: passed, fault })

  let size = 0
  let edge: readonly Tile[] = []
  for (;;) {
    const rows = await leavesFrom(db, size)
    const from = size
    for (const row of rows) {
      const fault = faultOf(row, size)
      if (fault) return result({ at: `position ${size}`, fault })
      tree.add(row.hash)
      size += 1
      if (next?.size !== size) continue
      const wrong = faultOfCheckpoint(next, tree.root())
      if (wrong) return result({ at: `checkpoint ${size}`, fault: wrong })
      passed += 1
      next = due.next().value
    }
    const tiles = grown(
      sha256,
      from,
      edge,
      rows.map(({ hash }) => hash),
    )
    const wrong = await firstOther(db, tiles)
    if (wrong) return result({ at: `tile ${wrong}`, fault: 'is not of these lines' })
    edge = lastOfEach([...edge, ...tiles])
    if (rows.length < TOGETHER) break
  }
  if (next) return result({ at: `checkpoint ${next.size}`, fault: 'has more lines than there are' })
  if ((await sizeOfTree(db)) !== size) return result({ at: 'tiles', fault: 'have another size' })
  const left = await firstLeftOut(db)
  return result(left ? { at: left, fault: 'is neither in the tree nor waiting to be' } : null)

  function faultOfCheckpoint({ note, size: said, root }: KeptCheckpoint, found: Uint8Array): string | null {
    if (!sameHash(root, found)) return 'is not of these lines'
    const read = readNote(note)
    const head = read && readCheckpointText(read.text)
    if (head?.size !== said || !sameHash(head.root, root)) return 'does not say what was signed'
    return keys.some((key) => isSignedBy(sha256, verifiesEd25519, read!, key))
      ? null
      : 'is signed by no key of this site'
  }
}

async function listAll(db: Db): Promise<KeptCheckpoint[]> {
  const rows = await db.selectFrom('journalCheckpoints').selectAll().orderBy('size').execute()
  return rows.map((row) => ({ ...row, size: Number(row.size) }))
}

/** The name of the first of these tiles that is kept otherwise; one that is kept may have grown since. */
async function firstOther(db: Db, tiles: readonly Tile[]): Promise<string | null> {
  const kept = await readTiles(db, tiles)
  const other = tiles.find((tile) => {
    const hashes = kept.get(nameOfTile(tile))?.hashes
    return !hashes || !sameHash(hashes.subarray(0, tile.hashes.length), tile.hashes)
  })
  return other ? nameOfTile(other) : null
}

/** Of each level the one furthest to the right, of which the longest comes last. */
const lastOfEach = (tiles: readonly Tile[]): Tile[] =>
  [...Map.groupBy(tiles, ({ level }) => level).values()].map(
    (row) => row.toSorted((a, b) => a.index - b.index || a.hashes.length - b.hashes.length).at(-1)!,
  )

async function leavesFrom(db: Db, position: number): Promise<Placed[]> {
  const { rows } = await sql<Placed>`
    select l.position, l.hash, j.hash as line, concat_ws(' ', school_id, subject, seq) as name
    from (select * from journal_leaves where position >= ${position} order by position limit ${TOGETHER}) l
    left join journal j using (school_id, subject, seq) order by l.position ${acrossSchools.tree}`.execute(db)
  return rows
}

function faultOf({ position, hash, line, name }: Placed, due: number): string | null {
  if (Number(position) !== due) return 'is missing'
  if (!line) return `its line is gone (${name})`
  return sameHash(hash, leafHash(sha256, line)) ? null : `its line is another (${name})`
}

async function firstLeftOut(db: Db): Promise<string | null> {
  const { rows } = await sql<{ name: string }>`
    select concat_ws(' ', school_id, subject, seq) as name from journal
    left join journal_leaves l using (school_id, subject, seq)
    left join journal_pending p using (school_id, subject, seq)
    where l.position is null and p.seq is null limit 1 ${acrossSchools.tree}`.execute(db)
  return rows[0]?.name ?? null
}
