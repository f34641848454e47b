import type {
  ActsPart,
  DocumentsPart,
  EvidencePart,
  JournalPart,
  ProofsPart,
  SealPart,
} from '../../src/contracts/evidence-package.ts'
import { DOCUMENT_SUBJECT } from '../../src/domain/document/kind.ts'
import { PARTS, picturesOfLine } from '../../src/domain/evidence-package.ts'
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

/** The acts are what the lines tell. */
export function checkActs({ chains }: JournalPart, acts: ActsPart): void {
  const lines = new Map(
    chains.flatMap(({ subject, lines }) => lines.map((line) => [nameOf(subject, line.seq), line])),
  )
  must(acts.length === lines.size, 'acts-other', String(acts.length))
  for (const { subject, seq, withheld, pictures, ...act } of acts) {
    const name = nameOf(subject, seq)
    const line = lines.get(name)
    must(line && withheld === !('entry' in line), 'acts-other', name)
    if (!('entry' in line)) continue
    const { at, action, actor, reason, from, to, data } = line.entry as Entry
    const told = { at, action, actorName: actor.name, actorRole: actor.role, reason, from, to }
    must(digestOf(act).equals(digestOf(told)), 'acts-other', name)
    must(pictures === undefined || String(pictures) === String(picturesOfLine(data)), 'acts-other', name)
  }
}

/** What lines say; of those that are withheld nothing. */
export const entriesOf = ({ chains }: JournalPart): Entry[] =>
  chains.flatMap(({ lines }) => lines.flatMap((line) => ('entry' in line ? [line.entry as Entry] : [])))

/** The journal has the seal of each document, and each seal that it has is of a document of the package. */
export function checkSealsTold(
  journal: JournalPart,
  seal: SealPart,
  further: DocumentsPart,
  isWhole: boolean,
): void {
  const told = new Map(
    entriesOf(journal)
      .filter(({ action }) => action.endsWith('.seal-document'))
      .map((entry) => [String(entry.data.sha256), entry]),
  )
  const main = { ...seal, file: PARTS.document, subject: undefined }
  for (const { document, sha256: hash, file, subject } of [main, ...further]) {
    const line = told.get(hash)
    const isOf = line?.action === `${DOCUMENT_SUBJECT[document]}.seal-document`
    must(isOf && (subject ?? line.subject) === line.subject, 'seal-not-journaled', file)
    told.delete(hash)
  }
  const [left] = isWhole ? told.values() : []
  must(left === undefined, 'document-missing', String(left?.data.sha256), left?.at ?? '')
}

export type Entry = {
  readonly subject: string
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
