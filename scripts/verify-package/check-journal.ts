import type {
  ActsPart,
  EvidencePart,
  JournalPart,
  ProofsPart,
  SealPart,
} from '../../src/contracts/evidence-package.ts'
import { leafHash, provesInclusion } from '../../src/domain/transparency/merkle.ts'
import { must, type Note } from './fault.ts'
import { digestOf, hex, sha256 } from './hashes.ts'

type Line = JournalPart['chains'][number]['lines'][number]
const bytes = (text: string) => Buffer.from(text, 'hex')
const nameOf = (subject: string, seq: number) => `${subject} #${seq}`
const digest = (line: Line): Buffer => ('entry' in line ? digestOf(line.entry) : bytes(line.digest))

/** Each chain from its first line: none changed, left out, moved, or of something else. */
export function checkChains({ school, chains }: JournalPart): Note[] {
  let [count, withheld] = [0, 0]
  for (const { subject, lines } of chains) {
    let previous: Buffer | null = null
    for (const [nth, line] of lines.entries()) {
      const name = nameOf(subject, nth + 1)
      must(line.seq === nth + 1, 'line-missing', name)
      const isOf = !('entry' in line) || (line.entry.subject === subject && line.entry.school === school)
      must(isOf, 'line-of-another', name)
      const own: Buffer = digest(line)
      const hash: Buffer = previous ? sha256(Buffer.concat([previous, own])) : own
      must(hash.equals(bytes(line.hash)), 'line-changed', name)
      previous = hash
      count += 1
      if (!('entry' in line)) withheld += 1
    }
  }
  return [['journal', String(count)], ...(withheld > 0 ? [['withheld', String(withheld)] as const] : [])]
}

/** The acts are what the lines tell, and the journal has the seal of this very document. */
export function checkActs({ chains }: JournalPart, acts: ActsPart, seal: SealPart): void {
  const lines = new Map(
    chains.flatMap(({ subject, lines }) => lines.map((line) => [nameOf(subject, line.seq), line])),
  )
  must(acts.length === lines.size, 'acts-other', String(acts.length))
  for (const { subject, seq, withheld, ...act } of acts) {
    const name = nameOf(subject, seq)
    const line = lines.get(name)
    must(line && withheld === !('entry' in line), 'acts-other', name)
    if (!('entry' in line)) continue
    const { at, action, actor, reason, from, to } = line.entry as Entry
    const told = { at, action, actorName: actor.name, actorRole: actor.role, reason, from, to }
    must(digestOf(act).equals(digestOf(told)), 'acts-other', name)
  }
  const sealed = [...lines.values()].some(
    (line) =>
      'entry' in line &&
      line.entry.action === 'agreement.seal-document' &&
      (line.entry as Entry).data.sha256 === seal.sha256,
  )
  must(sealed, 'seal-not-journaled')
}

type Entry = {
  readonly at: string
  readonly action: string
  readonly actor: { readonly name: string; readonly role: string }
  readonly reason: string | null
  readonly from: string | null
  readonly to: string | null
  readonly data: Readonly<Record<string, unknown>>
}

/** Every line is proved to be in the tree that was signed, and nothing else is. */
export function checkProofs(
  { chains }: JournalPart,
  proofs: ProofsPart,
  checkpoint: { readonly size: number; readonly root: Uint8Array },
): Note {
  must(proofs.size === checkpoint.size && proofs.root === hex(checkpoint.root), 'checkpoint-other')
  const open = new Map(proofs.lines.map((proof) => [nameOf(proof.subject, proof.seq), proof]))
  for (const { subject, lines } of chains)
    for (const { seq, hash } of lines) {
      const name = nameOf(subject, seq)
      const proof = open.get(name)
      must(proof, 'line-not-proved', name)
      open.delete(name)
      const path = proof.path.map(bytes)
      const leaf = leafHash(sha256, bytes(hash))
      must(provesInclusion(sha256, leaf, { index: proof.index, path }, checkpoint), 'line-not-proved', name)
    }
  const [left] = open.keys()
  must(left === undefined, 'proof-of-another', left ?? '')
  return ['proofs', String(proofs.lines.length), String(proofs.size)]
}

/** What was uploaded is what the journal says was; of withheld lines nothing can be said. */
export function checkEvidence({ chains }: JournalPart, evidence: EvidencePart): Note {
  const told = chains.flatMap(({ subject, lines }) =>
    lines.map((line) =>
      'entry' in line ? `${subject} ${String((line.entry as Entry).data.evidence ?? '')}` : subject,
    ),
  )
  for (const { subject, id, sha256: hash, name } of evidence) {
    const lines = told.filter((line) => line.startsWith(subject))
    const isWithheld = lines.some((line) => line === subject)
    must(isWithheld || lines.some((line) => line.includes(`${id}:${hash}`)), 'evidence-other', name)
  }
  return ['evidence', String(evidence.length)]
}
