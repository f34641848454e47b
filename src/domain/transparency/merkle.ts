/**
 * The Merkle tree of RFC 9162 §2.1: its shape, and the checks of its proofs. SHA-256 comes from whoever asks, so that server,
 * verifier and tests share one text. Sizes and positions are whole numbers below 2^53.
 */
export type Sha256 = (bytes: Uint8Array) => Uint8Array

/** A complete subtree: of 2^level leaves, the `index`-th of them from the left. */
export type Node = { readonly level: number; readonly index: number }
/** Leaves from `from` up to, but without, `to`. */
export type Span = { readonly from: number; readonly to: number }

const joined = (prefix: number, ...parts: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(1 + parts.reduce((sum, { length }) => sum + length, 0))
  whole[0] = prefix
  let at = 1
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** Of a leaf. The prefixes keep a leaf from being passed off as a node (RFC 9162 §2.1.1). */
export const leafHash = (sha256: Sha256, data: Uint8Array): Uint8Array => sha256(joined(0, data))
/** Of a node by its two children. */
export const nodeHash = (sha256: Sha256, left: Uint8Array, right: Uint8Array): Uint8Array =>
  sha256(joined(1, left, right))

export const sameHash = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, at) => byte === other[at])

/** The largest power of two that is smaller than `size`. */
function splitOf(size: number): number {
  let split = 1
  while (split * 2 < size) split *= 2
  return split
}

/** The complete subtrees that a span is made of, from the left: the larger ones come first. */
export function nodesOf({ from, to }: Span): Node[] {
  const nodes: Node[] = []
  for (let at = from; at < to; ) {
    let [level, width] = [0, 1]
    while (at % (width * 2) === 0 && at + width * 2 <= to) [level, width] = [level + 1, width * 2]
    nodes.push({ level, index: at / width })
    at += width
  }
  return nodes
}

/** The hash of a span by those of its `nodesOf`: what is to the right is put together first. */
export function hashOfSpan(sha256: Sha256, nodes: readonly Uint8Array[]): Uint8Array {
  const last = nodes.at(-1)
  if (!last) return sha256(new Uint8Array())
  return nodes.slice(0, -1).reduceRight((right, left) => nodeHash(sha256, left, right), last)
}

/** PATH(index, D[size]) of §2.1.3.1: the spans whose hashes prove that a leaf is in the tree, from the leaf upwards. */
export function inclusionSpans(index: number, size: number): Span[] {
  const spans: Span[] = []
  let [from, to] = [0, size]
  while (to - from > 1) {
    const middle = from + splitOf(to - from)
    const isLeft = index < middle
    spans.unshift(isLeft ? { from: middle, to } : { from, to: middle })
    if (isLeft) to = middle
    else from = middle
  }
  return spans
}

/** PROOF(before, D[size]) of §2.1.4.1: the spans that prove the tree of `before` leaves to be the beginning of this one. */
export function consistencySpans(before: number, size: number): Span[] {
  if (before === 0 || before === size) return []
  const spans: Span[] = []
  let [from, to] = [0, size]
  let isWhole = true
  while (before !== to) {
    const middle = from + splitOf(to - from)
    if (before <= middle) {
      spans.unshift({ from: middle, to })
      to = middle
    } else {
      spans.unshift({ from, to: middle })
      from = middle
      isWhole = false
    }
  }
  return isWhole ? spans : [{ from, to }, ...spans]
}

const half = (number: number) => Math.floor(number / 2)
const isOdd = (number: number) => number % 2 === 1

export type Inclusion = { readonly index: number; readonly path: readonly Uint8Array[] }

/** §2.1.3.2: whether the path leads from this leaf to the root of a tree of `size` leaves. */
export function provesInclusion(
  sha256: Sha256,
  leaf: Uint8Array,
  { index, path }: Inclusion,
  { size, root }: { readonly size: number; readonly root: Uint8Array },
): boolean {
  if (index < 0 || index >= size) return false
  let [at, last] = [index, size - 1]
  let hash = leaf
  for (const sibling of path) {
    if (last === 0) return false
    if (isOdd(at) || at === last) {
      hash = nodeHash(sha256, sibling, hash)
      while (!isOdd(at) && at !== 0) [at, last] = [half(at), half(last)]
    } else hash = nodeHash(sha256, hash, sibling)
    ;[at, last] = [half(at), half(last)]
  }
  return last === 0 && sameHash(hash, root)
}

export type TreeHead = { readonly size: number; readonly root: Uint8Array }

/** §2.1.4.2: whether the proof shows the earlier tree to be the beginning of the later one. An empty tree is that of every. */
export function provesConsistency(
  sha256: Sha256,
  before: TreeHead,
  after: TreeHead,
  proof: readonly Uint8Array[],
): boolean {
  if (before.size > after.size) return false
  if (before.size === after.size) return proof.length === 0 && sameHash(before.root, after.root)
  if (before.size === 0) return proof.length === 0 && sameHash(before.root, sha256(new Uint8Array()))
  const [first, ...rest] = isPowerOfTwo(before.size) ? [before.root, ...proof] : proof
  if (!first) return false
  let [at, last] = [before.size - 1, after.size - 1]
  while (isOdd(at)) [at, last] = [half(at), half(last)]
  let [earlier, later] = [first, first]
  for (const hash of rest) {
    if (last === 0) return false
    if (isOdd(at) || at === last) {
      earlier = nodeHash(sha256, hash, earlier)
      later = nodeHash(sha256, hash, later)
      while (!isOdd(at) && at !== 0) [at, last] = [half(at), half(last)]
    } else later = nodeHash(sha256, later, hash)
    ;[at, last] = [half(at), half(last)]
  }
  return last === 0 && sameHash(earlier, before.root) && sameHash(later, after.root)
}

const isPowerOfTwo = (number: number) => Number.isInteger(Math.log2(number))

/** A tree that only grows, leaf by leaf, and knows its root at each size; of its leaves it keeps none. */
export function growingTree(sha256: Sha256): { add(leaf: Uint8Array): void; root(): Uint8Array } {
  const whole: { readonly level: number; readonly hash: Uint8Array }[] = []
  return {
    add(leaf) {
      let [level, hash] = [0, leaf]
      while (whole.at(-1)?.level === level) {
        hash = nodeHash(sha256, whole.pop()!.hash, hash)
        level += 1
      }
      whole.push({ level, hash })
    },
    root: () =>
      hashOfSpan(
        sha256,
        whole.map(({ hash }) => hash),
      ),
  }
}
