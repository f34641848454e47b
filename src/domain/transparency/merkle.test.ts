import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bytesOfHex, hexOf } from './encoding.ts'
import {
  consistencySpans,
  hashOfSpan,
  inclusionSpans,
  leafHash,
  type Node,
  nodeHash,
  nodesOf,
  provesConsistency,
  provesInclusion,
  type Span,
} from './merkle.ts'
import { edgeOf, grown, hashOfNode, nameOfTile, type Tile, tileOf } from './tile.ts'

const sha256 = (bytes: Uint8Array): Uint8Array => new Uint8Array(createHash('sha256').update(bytes).digest())

/** RFC 9162 §2.1.1 to §2.1.4 as they are written, without thinking of cost. */
const mth = (leaves: readonly Uint8Array[]): Uint8Array => {
  if (leaves.length === 0) return sha256(new Uint8Array())
  if (leaves.length === 1) return leafHash(sha256, leaves[0]!)
  const k = split(leaves.length)
  return nodeHash(sha256, mth(leaves.slice(0, k)), mth(leaves.slice(k)))
}
const split = (n: number): number => 2 ** Math.floor(Math.log2(n - 1))
const path = (m: number, leaves: readonly Uint8Array[]): Uint8Array[] => {
  if (leaves.length === 1) return []
  const k = split(leaves.length)
  return m < k
    ? [...path(m, leaves.slice(0, k)), mth(leaves.slice(k))]
    : [...path(m - k, leaves.slice(k)), mth(leaves.slice(0, k))]
}
const subproof = (m: number, leaves: readonly Uint8Array[], isWhole: boolean): Uint8Array[] => {
  if (m === leaves.length) return isWhole ? [] : [mth(leaves)]
  const k = split(leaves.length)
  return m <= k
    ? [...subproof(m, leaves.slice(0, k), isWhole), mth(leaves.slice(k))]
    : [...subproof(m - k, leaves.slice(k), false), mth(leaves.slice(0, k))]
}

const dataOf = (count: number) => Array.from({ length: count }, (_, nth) => Uint8Array.of(nth, nth >> 8))

/** A tree as the database keeps it: in tiles, grown in these portions. */
const treeOf = (portions: readonly (readonly Uint8Array[])[]) => {
  const tiles = new Map<string, Tile>()
  let size = 0
  for (const portion of portions) {
    const edge = edgeOf(size).flatMap((at) => tiles.get(nameOfTile(at)) ?? [])
    const leaves = portion.map((data) => leafHash(sha256, data))
    for (const tile of grown(sha256, size, edge, leaves)) tiles.set(nameOfTile(tile), tile)
    size += portion.length
  }
  const hashOf = (node: Node) => hashOfNode(sha256, node, tiles.get(nameOfTile(tileOf(node)))!)
  const hashOfAll = (span: Span) => hashOfSpan(sha256, nodesOf(span).map(hashOf))
  return { size, tiles, hashOfAll, root: hashOfAll({ from: 0, to: size }) }
}

/** The tree that implementations of Certificate Transparency test with. */
const KNOWN = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
]
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]

describe('the tree', () => {
  test.each(Array.from(ROOTS.entries()))('of %i known leaves has the known root', (size, root) => {
    const leaves = KNOWN.slice(0, size).map((hex) => bytesOfHex(hex)!)
    expect(hexOf(mth(leaves))).toBe(root)
    expect(hexOf(treeOf([leaves]).root)).toBe(root)
  })

  test('is the same in whatever portions it grew', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 600 }), { maxLength: 4 }), (sizes) => {
        const all = dataOf(sizes.reduce((sum, size) => sum + size, 0))
        let at = 0
        const portions = sizes.map((size) => {
          at += size
          return all.slice(at - size, at)
        })
        const [grownSo, atOnce] = [treeOf(portions), treeOf([all])]
        expect(grownSo.root).toEqual(mth(all))
        expect([...grownSo.tiles].sort()).toEqual([...atOnce.tiles].sort())
      }),
      { seed: 9162, numRuns: 20 },
    )
  })

  test('keeps tiles above its tiles once it is large', () => {
    const all = dataOf(66_000)
    const { tiles, root } = treeOf([all.slice(0, 65_535), all.slice(65_535)])
    expect([...tiles.keys()]).toEqual(expect.arrayContaining(['0/257', '1/0', '1/1', '2/0']))
    expect(root).toEqual(mth(all))
  })

  test('grows behind nothing that is not all there', () => {
    const { tiles } = treeOf([dataOf(300)])
    const leaf = [leafHash(sha256, Uint8Array.of(1))]
    expect(() => grown(sha256, 300, [], leaf)).toThrow('tile 0/1 has not 44 hashes')
    expect(() => grown(sha256, 301, [...tiles.values()], leaf)).toThrow('tile 0/1 has not 45 hashes')
  })
})

describe('proofs', () => {
  const sizes = fc.integer({ min: 1, max: 600 })

  test('of inclusion are those of the RFC, hold, and hold for no other leaf, place, path or root', () => {
    fc.assert(
      fc.property(sizes, fc.nat(), fc.nat(), (size, some, other) => {
        const [all, index] = [dataOf(size), some % size]
        const { root, hashOfAll } = treeOf([all])
        const proof = inclusionSpans(index, size).map(hashOfAll)
        expect(proof).toEqual(path(index, all))
        const leaf = leafHash(sha256, all[index]!)
        const holds = (
          change: Partial<
            Parameters<typeof provesInclusion>[2] & { size: number; leaf: Uint8Array; root: Uint8Array }
          >,
        ) =>
          provesInclusion(
            sha256,
            change.leaf ?? leaf,
            { index: change.index ?? index, path: change.path ?? proof },
            { size: change.size ?? size, root: change.root ?? root },
          )
        expect(holds({})).toBe(true)
        const another = other % size
        if (another !== index) {
          expect(holds({ index: another })).toBe(false)
          expect(holds({ leaf: leafHash(sha256, all[another]!) })).toBe(false)
        }
        expect(holds({ index: size })).toBe(false)
        expect(holds({ path: [...proof, root] })).toBe(false)
        expect(holds({ root: sha256(root) })).toBe(false)
        if (proof.length > 0) expect(holds({ path: proof.slice(0, -1) })).toBe(false)
      }),
      { seed: 9162, numRuns: 60 },
    )
  })

  test('of consistency are those of the RFC, hold, and hold for no past that was another', () => {
    fc.assert(
      fc.property(sizes, fc.nat(), (size, some) => {
        const [all, before] = [dataOf(size), 1 + (some % size)]
        const [tree, earlier] = [treeOf([all]), treeOf([all.slice(0, before)])]
        const proof = consistencySpans(before, size).map(tree.hashOfAll)
        expect(proof).toEqual(subproof(before, all, true))
        const holds = (change: { root?: Uint8Array; proof?: Uint8Array[]; size?: number }) =>
          provesConsistency(
            sha256,
            { size: change.size ?? before, root: change.root ?? earlier.root },
            tree,
            change.proof ?? proof,
          )
        expect(holds({})).toBe(true)
        const rewritten = all.with(before - 1, Uint8Array.of(255, 255, 255)).slice(0, before)
        expect(holds({ root: mth(rewritten) })).toBe(false)
        expect(holds({ proof: [...proof, earlier.root] })).toBe(false)
        if (proof.length > 0) expect(holds({ proof: proof.slice(0, -1) })).toBe(false)
        expect(holds({ size: size + 1 })).toBe(false)
      }),
      { seed: 9162, numRuns: 60 },
    )
  })

  test('of consistency with the empty tree need nothing, and take no other for it', () => {
    const tree = treeOf([dataOf(5)])
    expect(consistencySpans(0, 5)).toEqual([])
    expect(provesConsistency(sha256, { size: 0, root: sha256(new Uint8Array()) }, tree, [])).toBe(true)
    expect(provesConsistency(sha256, { size: 0, root: tree.root }, tree, [])).toBe(false)
  })
})
