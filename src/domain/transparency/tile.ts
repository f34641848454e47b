import { type Node, nodeHash, type Sha256 } from './merkle.ts'

/**
 * The tree as it is kept: in tiles of 256 hashes beside each other (C2SP tlog-tiles, height 8). A tile of level n has nodes of
 * level 8n; those between are worked out from it. So growing rewrites one tile a level, and a proof reads a few.
 */
const HEIGHT = 8
const WIDTH = 2 ** HEIGHT
/** Bytes of a hash. */
const HASH = 32

export type TileAt = { readonly level: number; readonly index: number }
export type Tile = TileAt & { readonly hashes: Uint8Array }

export const nameOfTile = ({ level, index }: TileAt): string => `${level}/${index}`

/** The tile in which a node is, or from which it is worked out. */
export function tileOf({ level, index }: Node): TileAt {
  const tileLevel = Math.floor(level / HEIGHT)
  const first = index * 2 ** (level - tileLevel * HEIGHT)
  return { level: tileLevel, index: Math.floor(first / WIDTH) }
}

/** The tiles that a tree of so many leaves would write into next, from the lowest: each the last of its level, full or not. */
export function edgeOf(size: number): TileAt[] {
  const edge: TileAt[] = []
  for (let [level, count] = [0, size]; count > 0; [level, count] = [level + 1, Math.floor(count / WIDTH)])
    edge.push({ level, index: Math.floor(count / WIDTH) })
  return edge
}

/** A node's hash out of its tile. An Error where the tile does not reach so far. */
export function hashOfNode(sha256: Sha256, { level, index }: Node, tile: Tile): Uint8Array {
  const width = 2 ** (level - tile.level * HEIGHT)
  const first = index * width - tile.index * WIDTH
  const hashes = Array.from({ length: width }, (_, nth) => hashAt(tile, first + nth))
  return fold(sha256, hashes)
}

function hashAt(tile: Tile, nth: number): Uint8Array {
  const hash = tile.hashes.subarray(nth * HASH, (nth + 1) * HASH)
  if (hash.length !== HASH) throw new Error(`tile ${nameOfTile(tile)} has no hash ${nth}`)
  return hash
}

/** Pairs, and pairs of pairs: as many as a power of two. */
function fold(sha256: Sha256, hashes: readonly Uint8Array[]): Uint8Array {
  let row = hashes
  while (row.length > 1)
    row = Array.from({ length: row.length / 2 }, (_, nth) =>
      nodeHash(sha256, row[nth * 2]!, row[nth * 2 + 1]!),
    )
  return row[0]!
}

/**
 * The tiles that are new or longer once these leaves stand behind a tree of `size`. `edge`: those of `edgeOf(size)` that
 * are there.
 */
export function grown(
  sha256: Sha256,
  size: number,
  edge: readonly Tile[],
  leaves: readonly Uint8Array[],
): Tile[] {
  const known = new Map(edge.map((tile) => [nameOfTile(tile), tile.hashes]))
  const changed: Tile[] = []
  let [count, added] = [size, leaves]
  for (let level = 0; added.length > 0; level++) {
    const above: Uint8Array[] = []
    for (let nth = 0; nth < added.length; ) {
      const index = Math.floor((count + nth) / WIDTH)
      const used = (count + nth) % WIDTH
      const here = added.slice(nth, nth + WIDTH - used)
      const before = used > 0 ? known.get(nameOfTile({ level, index })) : new Uint8Array()
      if (before?.length !== used * HASH)
        throw new Error(`tile ${nameOfTile({ level, index })} has not ${used} hashes`)
      const hashes = new Uint8Array(before.length + here.length * HASH)
      hashes.set(before)
      for (const [at, hash] of here.entries()) hashes.set(hash, before.length + at * HASH)
      const tile = { level, index, hashes }
      changed.push(tile)
      if (used + here.length === WIDTH)
        above.push(hashOfNode(sha256, { level: (level + 1) * HEIGHT, index }, tile))
      nth += here.length
    }
    count = Math.floor(count / WIDTH)
    added = above
  }
  return changed
}

/** How many leaves a tree has whose last tiles are these. */
export function sizeOfTiles(edge: readonly Tile[]): number {
  const last = edge.find(({ level }) => level === 0)
  return last ? last.index * WIDTH + last.hashes.length / HASH : 0
}
