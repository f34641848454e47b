import { buffer } from 'node:stream/consumers'
import type { ActsPart, DocumentsPart, JournalPart, ProofsPart } from '../../../contracts/evidence-package.ts'
import {
  certificateName,
  furtherNames,
  MAIN_DOCUMENT,
  mayReadLine,
  numberIn,
  PARTS,
  type Packaged,
  picturesOfLine,
  type Taker,
} from '../../../domain/evidence-package.ts'
import { hexOf } from '../../../domain/transparency/encoding.ts'
import { consistencySpans, inclusionSpans } from '../../../domain/transparency/merkle.ts'
import type { Db } from '../../db/database.ts'
import { canonicalJson, hashOf } from '../../db/journal.ts'
import { readSeal } from '../../services/sealing/read-seal.ts'
import type { Services } from '../../services/services.ts'
import { documentKey } from '../documents/keys.ts'
import { type KeptLine, listLinesOf, type Of } from '../journal/queries.ts'
import { findLatest, type KeptCheckpoint, makeCheckpoint } from '../transparency/checkpoints.ts'
import { listKeys } from '../transparency/keys.ts'
import { hashesOf, listLeaves } from '../transparency/tree.ts'
import { type Part, picturesOf } from './pictures.ts'
import { listSealed, listUploads, type SealedDocument } from './queries.ts'
import { readmeOf } from './readme.ts'

type Needs = Pick<Services, 'db' | 'files' | 'secrets' | 'baseUrl' | 'now'>
type Placed = KeptLine & { readonly index: number }
/** Of what a package is, and which chains tell of it. */
export type Case = { readonly kind: Packaged; readonly school: string; readonly lines: Of }

/** The number that the document bears, and of each part its bytes, in the order in which they stand in the package. */
export async function partsOf(
  services: Needs,
  of: Case,
  taker: Taker,
): Promise<{ readonly number: string; readonly parts: Part[] }> {
  const { db, files, baseUrl } = services
  const { kind, school } = of
  const { checkpoint, lines } = await placedLines(services, of)
  const subjects = [...new Set(lines.map(({ subject }) => subject))]
  const { main, further } = await sealedIn(db, of, lines, subjects)
  const documents = [main, ...further]
  const [pdfs, uploads, proofs, keys, pictures] = await Promise.all([
    Promise.all(documents.map(({ file }) => files.read(documentKey(school, file)).then(buffer))),
    listUploads(db, school, subjects),
    proofsOf(db, lines, checkpoint, documents),
    listKeys(db),
    picturesOf(
      db,
      lines,
      documents.map(({ facts }) => facts),
    ),
  ])
  const [pdf, ...others] = pdfs
  const read = readSeal(pdf!)
  const acts = lines.map((line) => actOf(line, taker))
  const number = numberIn(MAIN_DOCUMENT[kind], main.facts)!
  const beside = further.map((document, nth) => furtherOf(document, others[nth]!, nth))
  const parts: Part[] = [
    [
      PARTS.readme,
      Buffer.from(
        readmeOf({
          ...{ kind, number, taker, acts, checkpoint, baseUrl },
          pictures: pictures.map(([name]) => name),
        }),
      ),
    ],
    [PARTS.document, pdf!],
    [PARTS.facts, Buffer.from(canonicalJson(main.facts))],
    [PARTS.seal, json(main.seal)],
    [PARTS.documents, json(beside.map(({ entry }) => entry))],
    [PARTS.acts, json(acts)],
    [PARTS.journal, json(journalOf(school, lines, taker))],
    [PARTS.proofs, json(proofs)],
    [PARTS.checkpoint, Buffer.from(checkpoint.note)],
    [PARTS.keys, Buffer.from(`${keys.join('\n')}\n`)],
    [PARTS.evidence, json(uploads)],
    ...(read?.certificates ?? []).map((der, nth): Part => [certificateName(nth), Buffer.from(pemOf(der))]),
    ...(read?.timestamp ? [[PARTS.timestamp, read.timestamp] as const] : []),
    ...beside.flatMap((one) => one.parts),
    ...pictures,
  ]
  return { number, parts }
}

const json = (value: unknown) => Buffer.from(`${JSON.stringify(value, null, 1)}\n`)
const pemOf = (der: Buffer) =>
  `-----BEGIN CERTIFICATE-----\n${der.toString('base64').replace(/.{1,64}/g, '$&\n')}-----END CERTIFICATE-----\n`

/**
 * The newest document that the package is about, and those beside it. What was sealed after the lines were read has none
 * of them that tells of it, and stays out.
 */
async function sealedIn(
  db: Db,
  { kind, school }: Case,
  lines: readonly KeptLine[],
  subjects: readonly string[],
): Promise<{ readonly main: SealedDocument; readonly further: readonly SealedDocument[] }> {
  const told = new Set(lines.map(({ entry }) => entry.data?.sha256))
  const sealed = (await listSealed(db, school, subjects)).filter(({ seal }) => told.has(seal.sha256))
  const main = sealed.findLast(({ seal }) => seal.document === MAIN_DOCUMENT[kind])
  if (!main) throw new Error(`a sealed ${kind} has no line of its seal`)
  return { main, further: sealed.filter((one) => one !== main) }
}

/** What stands in the list of a further document, and its files. */
function furtherOf({ subject, seal, facts }: SealedDocument, pdf: Buffer, nth: number) {
  const names = furtherNames(nth, seal.document)
  const stamp = readSeal(pdf)?.timestamp ?? null
  const entry: DocumentsPart[number] = {
    ...{ ...seal, subject, file: names.file, facts: names.facts },
    timestamp: stamp && names.timestamp,
  }
  const parts: Part[] = [
    [names.file, pdf],
    [names.facts, Buffer.from(canonicalJson(facts))],
    ...(stamp ? [[names.timestamp, stamp] as const] : []),
  ]
  return { entry, parts }
}

/** The lines of the case that the latest checkpoint has; where it lacks one that is there, another is made first. */
async function placedLines(
  services: Needs,
  { school, lines: of }: Case,
): Promise<{ readonly checkpoint: KeptCheckpoint; readonly lines: readonly Placed[] }> {
  const find = async (checkpoint: KeptCheckpoint | null) => {
    const { db } = services
    const all = await listLinesOf(db, school, of)
    const leaves = await listLeaves(db, school, [...new Set(all.map(({ subject }) => subject))])
    const places = new Map(leaves.map(({ subject, seq, position }) => [`${subject} ${seq}`, position]))
    const lines = all.flatMap((line): Placed[] => {
      const index = places.get(`${line.subject} ${line.seq}`)
      return index !== undefined && index < (checkpoint?.size ?? 0) ? [{ ...line, index }] : []
    })
    return { lines, isWhole: lines.length === all.length }
  }
  const latest = await findLatest(services.db)
  const { lines, isWhole } = await find(latest)
  if (latest && isWhole) return { checkpoint: latest, lines }
  const checkpoint = await makeCheckpoint(services)
  if (!checkpoint) throw new Error('what was sealed has no line in the journal')
  return { checkpoint, lines: (await find(checkpoint)).lines }
}

async function proofsOf(
  db: Db,
  lines: readonly Placed[],
  { size, root }: KeptCheckpoint,
  [main, ...further]: readonly SealedDocument[],
): Promise<ProofsPart> {
  const sizeIn = (document: SealedDocument | undefined) => document?.facts.checkpoint?.size ?? null
  const from = sizeIn(main)
  const others = [...new Set(further.map(sizeIn))].filter((one) => one !== null)
  const spans = lines.map(({ index }) => inclusionSpans(index, size))
  const pasts = [...(from === null ? [] : [from]), ...others].map((one) => consistencySpans(one, size))
  const hashes = (await hashesOf(db, [...spans.flat(), ...pasts.flat()])).map(hexOf)
  const next = hashes[Symbol.iterator]()
  const taken = (some: readonly unknown[]) => some.map(() => next.next().value!)
  const paths = spans.map(taken)
  const proofs = pasts.map(taken)
  const own = from === null ? null : { from, proof: proofs.shift()! }
  return {
    size,
    root: hexOf(root),
    lines: lines.map(({ subject, seq, index }, nth) => ({ subject, seq, index, path: paths[nth]! })),
    consistency: own,
    earlier: others.map((one, nth) => ({ from: one, proof: proofs[nth]! })),
  }
}

function journalOf(school: string, lines: readonly Placed[], taker: Taker): JournalPart {
  const chains = Map.groupBy(lines, ({ subject }) => subject)
  return {
    school,
    chains: [...chains].map(([subject, some]) => ({
      subject,
      lines: some.map(({ seq, entry, hash }) => ({
        seq,
        hash: hexOf(hash),
        ...(mayReadLine(entry, taker) ? { entry } : { digest: hashOf(entry) }),
      })),
    })),
  }
}

function actOf({ subject, seq, entry }: Placed, taker: Taker): ActsPart[number] {
  const { at, action, actor, reason, from, to } = entry
  return {
    ...{ subject, seq, at, action, actorName: actor.name, actorRole: actor.role, reason, from, to },
    withheld: !mayReadLine(entry, taker),
    pictures: picturesOfLine(entry.data),
  }
}
