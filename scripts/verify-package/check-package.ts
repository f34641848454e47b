import { z } from 'zod'
import {
  actsPart,
  type DocumentsPart,
  documentsPart,
  evidencePart,
  journalPart,
  proofsPart,
  sealPart,
} from '../../src/contracts/evidence-package.ts'
import {
  certificateName,
  FURTHER,
  MAIN_DOCUMENT,
  type Manifest,
  numberIn,
  PARTS,
  type Packaged,
  PICTURES,
  picturesOfFacts,
  picturesOfLine,
  readManifest,
} from '../../src/domain/evidence-package.ts'
import { type Checkpoint, readCheckpointText } from '../../src/domain/transparency/checkpoint.ts'
import { provesConsistency } from '../../src/domain/transparency/merkle.ts'
import {
  isSignedBy,
  type NoteKey,
  readKeyText,
  readNote,
  type Note as SignedNote,
} from '../../src/domain/transparency/signed-note.ts'
import { verifiesEd25519 } from '../../src/server/features/transparency/ed25519.ts'
import {
  checkActs,
  checkChains,
  checkEvidence,
  checkProofs,
  checkSealsTold,
  entriesOf,
} from './check-journal.ts'
import { checkFacts, checkSeal } from './check-seal.ts'
import { type FaultCode, must, type Note, Unfit } from './fault.ts'
import { hex, sha256 } from './hashes.ts'

export type Parts = ReadonlyMap<string, Buffer>
/** As it was opened. */
type Opened = { readonly parts: Parts; readonly twice: string | null }
/** What the reader brings: whom they trust, and what they know of the past. */
export type Given = {
  /** PEM of an authority. */
  readonly trust?: Buffer | undefined
  /** Of the site's checkpoints, as it is published. */
  readonly key?: string | undefined
  /** Another checkpoint of the site, as it is signed, and what proves the smaller to be the beginning of the larger. */
  readonly checkpoint?: string | undefined
  readonly proof?: string | undefined
}
export type Verdict = {
  readonly kind: Packaged | null
  readonly number: string | null
  readonly notes: readonly Note[]
  /** The first thing that does not fit. */
  readonly fault: { readonly code: FaultCode; readonly of: readonly string[] } | null
}

const mark = z.union([
  z.object({ kind: z.literal('drawn'), path: z.string() }),
  z.object({ kind: z.literal('typed'), name: z.string() }),
])
const seal = z.object({ sha256: z.string().nullable() })
const factsPart = z.object({
  number: z.string().optional(),
  agreement: z.object({ number: z.string() }).optional(),
  student: z.object({ studentNumber: z.string() }).optional(),
  edition: z.object({ number: z.string() }).optional(),
  schoolSeal: seal.optional(),
  acts: z
    .array(z.object({ signed: z.object({ drawing: mark.nullish(), seal: seal.optional() }).nullish() }))
    .optional(),
  checkpoint: z.object({ size: z.int().min(1), root: z.string(), key: z.string() }).optional(),
})

/** Checks all of a package without anybody's server, and stops at the first thing that does not fit. */
export async function checkPackage({ parts, twice }: Opened, given: Given = {}): Promise<Verdict> {
  const notes: Note[] = []
  let [kind, number]: [Packaged | null, string | null] = [null, null]
  try {
    must(twice === null, 'part-twice', twice ?? '')
    const manifest = checkManifest(parts)
    kind = manifest.kind
    number = manifest.number
    notes.push(['parts', String(manifest.parts.length)])

    const read = <T>(name: string, shape: z.ZodType<T>): T => {
      const { data } = shape.safeParse(jsonOf(partOf(parts, name)))
      must(data !== undefined, 'part-unreadable', name)
      return data
    }
    const pdf = partOf(parts, PARTS.document)
    const seal = read(PARTS.seal, sealPart)
    const certificates = listCertificates(parts)
    const timestamp = parts.get(PARTS.timestamp) ?? null
    notes.push(
      ...(await checkSeal({
        name: PARTS.document,
        pdf,
        certificates,
        said: seal,
        timestamp,
        trust: given.trust ?? null,
      })),
    )
    const facts = read(PARTS.facts, factsPart)
    const isExpected = facts.checkpoint !== undefined
    notes.push(checkFacts(pdf, { name: PARTS.facts, bytes: partOf(parts, PARTS.facts), isExpected }))
    must(seal.document === MAIN_DOCUMENT[kind], 'seal-other', PARTS.document)
    must(numberIn(seal.document, facts) === number, 'facts-other', PARTS.facts)

    const [key, known] = keyOf(parts, facts.checkpoint?.key, given.key)
    notes.push(known)
    must(
      isSignedBy(sha256, verifiesEd25519, noteOf(parts, PARTS.manifest, 'manifest-unreadable'), key),
      'manifest-unsigned',
    )
    notes.push(['manifest', manifest.madeAt, manifest.taker])
    const checkpoint = readCheckpoint(partOf(parts, PARTS.checkpoint).toString(), key, {
      unreadable: 'checkpoint-unsigned',
      unsigned: 'checkpoint-unsigned',
    })
    notes.push(['checkpoint', String(checkpoint.size), hex(checkpoint.root).slice(0, 16), checkpoint.at])

    const journal = read(PARTS.journal, journalPart)
    const proofs = read(PARTS.proofs, proofsPart)
    notes.push(...checkChains(journal))
    checkActs(journal, read(PARTS.acts, actsPart))
    const isWhole = manifest.format > 1
    const further = isWhole ? read(PARTS.documents, documentsPart) : []
    checkSealsTold(journal, seal, further, isWhole)
    notes.push(checkProofs(journal, proofs, checkpoint))
    notes.push(...checkPast(facts.checkpoint, proofs.consistency, checkpoint))
    const all = [facts]
    for (const document of further) {
      const said = read(document.facts, factsPart)
      notes.push(await checkFurther(parts, document, said, given.trust ?? null))
      const { checkpoint: named } = said
      const proof =
        named?.size === facts.checkpoint?.size
          ? proofs.consistency
          : proofs.earlier?.find(({ from }) => from === named?.size)
      checkPast(named, proof ?? null, checkpoint)
      all.push(said)
    }
    if (isWhole) notes.push(checkPictures(parts, journal, all))
    for (const name of parts.keys())
      must(
        !name.startsWith(FURTHER) ||
          further.some((one) => [one.file, one.facts, one.timestamp].includes(name)),
        'part-unlisted',
        name,
      )
    notes.push(checkEvidence(journal, read(PARTS.evidence, evidencePart)))
    if (given.checkpoint !== undefined)
      notes.push(
        compare(checkpoint, readCheckpoint(given.checkpoint, key, OF_READER), { facts, proofs }, given.proof),
      )
    return { kind, number, notes, fault: null }
  } catch (error) {
    if (error instanceof Unfit) return { kind, number, notes, fault: { code: error.code, of: error.of } }
    throw error
  }
}

const OF_READER = { unreadable: 'given-unreadable', unsigned: 'given-unsigned' } as const

function partOf(parts: Parts, name: string): Buffer {
  const bytes = parts.get(name)
  must(bytes, 'part-missing', name)
  return bytes
}

function jsonOf(bytes: Buffer | string): unknown {
  try {
    return JSON.parse(bytes.toString())
  } catch {
    return undefined
  }
}

function noteOf(parts: Parts, name: string, code: FaultCode): SignedNote {
  const note = readNote(partOf(parts, name).toString())
  must(note, code)
  return note
}

function checkManifest(parts: Parts): Manifest {
  const manifest = readManifest(noteOf(parts, PARTS.manifest, 'manifest-unreadable').text)
  must(manifest, 'manifest-unreadable')
  for (const [name, hash] of manifest.parts)
    must(hex(sha256(partOf(parts, name))) === hash, 'part-changed', name)
  const listed = new Set<string>([PARTS.manifest, ...manifest.parts.map(([name]) => name)])
  for (const name of parts.keys()) must(listed.has(name), 'part-unlisted', name)
  return manifest
}

function listCertificates(parts: Parts): Buffer[] {
  const found: Buffer[] = []
  for (let pem = parts.get(certificateName(0)); pem; pem = parts.get(certificateName(found.length)))
    found.push(pem)
  return found
}

/** By which the site's word is known: the reader's own, else the one that the sealed document names, else what the package says. */
function keyOf(parts: Parts, sealed: string | undefined, own: string | undefined): readonly [NoteKey, Note] {
  const [text, note]: readonly [string, Note['0']] =
    own !== undefined
      ? [own, 'key-given']
      : sealed !== undefined
        ? [sealed, 'key-sealed']
        : [partOf(parts, PARTS.keys).toString().split('\n')[0] ?? '', 'key-from-package']
  const key = readKeyText(sha256, text)
  must(key, 'key-not-known', text)
  return [key, [note, text.trim()]]
}

function readCheckpoint(
  text: string,
  key: NoteKey,
  codes: { readonly unreadable: FaultCode; readonly unsigned: FaultCode },
): Checkpoint {
  const note = readNote(text)
  const checkpoint = note && readCheckpointText(note.text)
  must(note && checkpoint, codes.unreadable)
  must(isSignedBy(sha256, verifiesEd25519, note, key), codes.unsigned)
  return checkpoint
}

type Facts = z.output<typeof factsPart>
const bytes = (text: string) => Buffer.from(text, 'hex')
const headOf = ({ size, root }: { readonly size: number; readonly root: string }) => ({
  size,
  root: bytes(root),
})

/** The tree that was signed before the seal is the beginning of the one that is signed now. */
function checkPast(
  named: Facts['checkpoint'],
  consistency: z.output<typeof proofsPart>['consistency'],
  checkpoint: Checkpoint,
): Note[] {
  if (!named) return []
  const holds =
    consistency?.from === named.size &&
    provesConsistency(sha256, headOf(named), checkpoint, consistency.proof.map(bytes))
  must(holds, 'past-rewritten', String(named.size), String(checkpoint.size))
  return [['past', String(named.size), String(checkpoint.size)]]
}

/** A document beside the one that the package is about: its seal, its time stamp, and its facts. */
async function checkFurther(
  parts: Parts,
  { file, facts, timestamp, ...said }: DocumentsPart[number],
  read: Facts,
  trust: Buffer | null,
): Promise<Note> {
  const pdf = partOf(parts, file)
  const stamp = timestamp === null ? null : partOf(parts, timestamp)
  await checkSeal({ name: file, pdf, certificates: null, said, timestamp: stamp, trust })
  const isExpected = read.checkpoint !== undefined
  checkFacts(pdf, { name: facts, bytes: partOf(parts, facts), isExpected })
  const number = numberIn(said.document, read)
  must(number !== undefined, 'facts-other', facts)
  return ['document', said.document, number, said.sealedAt]
}

/** Each picture is what its name says, and named by a line or a sealed document; and none that they name is missing. */
function checkPictures(parts: Parts, journal: z.output<typeof journalPart>, facts: readonly Facts[]): Note {
  const named = new Set([
    ...entriesOf(journal).flatMap(({ data }) => picturesOfLine(data)),
    ...facts.flatMap((one) => picturesOfFacts(one, (text) => hex(sha256(text)))),
  ])
  const there = new Set<string>()
  for (const [name, picture] of parts) {
    if (!name.startsWith(PICTURES)) continue
    const hash = hex(sha256(picture))
    must(name.startsWith(`${PICTURES}${hash}.`), 'picture-changed', name)
    must(named.has(hash), 'picture-other', name)
    there.add(hash)
  }
  const missing = [...named].find((hash) => !there.has(hash))
  must(missing === undefined, 'picture-missing', missing ?? '')
  return ['pictures', String(there.size)]
}

/** Whether the reader's checkpoint and the package's are of one past. */
function compare(
  own: Checkpoint,
  other: Checkpoint,
  { facts, proofs }: { readonly facts: Facts; readonly proofs: z.output<typeof proofsPart> },
  given: string | undefined,
): Note {
  const [before, after] = own.size < other.size ? [own, other] : [other, own]
  const isNamed = other.size === facts.checkpoint?.size
  const shape = z.object({ from: z.int(), to: z.int(), proof: z.array(z.string()) })
  const sent = given === undefined ? undefined : shape.safeParse(jsonOf(given)).data
  must(given === undefined || sent, 'given-unreadable')
  const inPackage = isNamed ? proofs.consistency?.proof : undefined
  const proof = before.size === after.size ? [] : (sent?.proof ?? inPackage)
  must(proof, 'given-needs-proof', String(before.size), String(after.size))
  const holds = provesConsistency(sha256, before, after, proof.map(bytes))
  must(holds, 'given-inconsistent', String(before.size), String(after.size))
  return ['given', String(before.size), String(after.size)]
}
