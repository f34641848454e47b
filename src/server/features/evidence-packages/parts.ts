import { buffer } from 'node:stream/consumers'
import type { ActsPart, JournalPart, ProofsPart } from '../../../contracts/evidence-package.ts'
import { certificateName, mayReadLine, PARTS, type Taker } from '../../../domain/evidence-package.ts'
import { hexOf } from '../../../domain/transparency/encoding.ts'
import { consistencySpans, inclusionSpans } from '../../../domain/transparency/merkle.ts'
import type { Db } from '../../db/database.ts'
import { canonicalJson, hashOf } from '../../db/journal.ts'
import { readSeal } from '../../services/sealing/read-seal.ts'
import type { Services } from '../../services/services.ts'
import type { AgreementRecord } from '../agreements/queries.ts'
import { documentKey } from '../documents/keys.ts'
import { type KeptLine, listLinesOf } from '../journal/queries.ts'
import { findLatest, type KeptCheckpoint, makeCheckpoint } from '../transparency/checkpoints.ts'
import { listKeys } from '../transparency/keys.ts'
import { hashesOf, listLeaves } from '../transparency/tree.ts'
import { listUploads, type SealedAgreement } from './queries.ts'
import { readmeOf } from './readme.ts'

type Needs = Pick<Services, 'db' | 'files' | 'secrets' | 'baseUrl' | 'now'>
type Placed = KeptLine & { readonly index: number }
export type Part = readonly [name: string, bytes: Buffer]

/** Of each part its bytes, in the order in which they stand in the package. */
export async function partsOf(
  services: Needs,
  of: AgreementRecord,
  { file, facts, seal }: SealedAgreement,
  taker: Taker,
): Promise<Part[]> {
  const { db, files } = services
  const { schoolId: school } = of
  const { checkpoint, lines } = await placedLines(services, of)
  const subjects = [...new Set(lines.map(({ subject }) => subject))]
  const [pdf, uploads, proofs, keys] = await Promise.all([
    files.read(documentKey(school, file)).then(buffer),
    listUploads(db, school, subjects),
    proofsOf(db, lines, checkpoint, facts.checkpoint?.size ?? null),
    listKeys(db),
  ])
  const read = readSeal(pdf)
  const acts = lines.map((line) => actOf(line, taker))
  const json = (value: unknown) => Buffer.from(`${JSON.stringify(value, null, 1)}\n`)
  return [
    [
      PARTS.readme,
      Buffer.from(readmeOf({ number: of.number, taker, acts, checkpoint, baseUrl: services.baseUrl })),
    ],
    [PARTS.document, pdf],
    [PARTS.facts, Buffer.from(canonicalJson(facts))],
    [PARTS.seal, json(seal)],
    [PARTS.acts, json(acts)],
    [PARTS.journal, json(journalOf(school, lines, taker))],
    [PARTS.proofs, json(proofs)],
    [PARTS.checkpoint, Buffer.from(checkpoint.note)],
    [PARTS.keys, Buffer.from(`${keys.join('\n')}\n`)],
    [PARTS.evidence, json(uploads)],
    ...(read?.certificates ?? []).map((der, nth): Part => [certificateName(nth), Buffer.from(pemOf(der))]),
    ...(read?.timestamp ? [[PARTS.timestamp, read.timestamp] as const] : []),
  ]
}

const pemOf = (der: Buffer) =>
  `-----BEGIN CERTIFICATE-----\n${der.toString('base64').replace(/.{1,64}/g, '$&\n')}-----END CERTIFICATE-----\n`

/** The lines of the case that the latest checkpoint has; where it lacks one that is there, another is made first. */
async function placedLines(
  services: Needs,
  of: AgreementRecord,
): Promise<{ readonly checkpoint: KeptCheckpoint; readonly lines: readonly Placed[] }> {
  const find = async (checkpoint: KeptCheckpoint | null) => {
    const { db } = services
    const all = await listLinesOf(db, of.schoolId, of)
    const leaves = await listLeaves(db, of.schoolId, [...new Set(all.map(({ subject }) => subject))])
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
  if (!checkpoint) throw new Error('an agreement has no line in the journal')
  return { checkpoint, lines: (await find(checkpoint)).lines }
}

async function proofsOf(
  db: Db,
  lines: readonly Placed[],
  { size, root }: KeptCheckpoint,
  from: number | null,
): Promise<ProofsPart> {
  const spans = lines.map(({ index }) => inclusionSpans(index, size))
  const earlier = from === null ? [] : consistencySpans(from, size)
  const hashes = (await hashesOf(db, [...spans.flat(), ...earlier])).map(hexOf)
  const next = hashes[Symbol.iterator]()
  const paths = spans.map((some) => some.map(() => next.next().value!))
  return {
    size,
    root: hexOf(root),
    lines: lines.map(({ subject, seq, index }, nth) => ({ subject, seq, index, path: paths[nth]! })),
    consistency: from === null ? null : { from, proof: [...next] },
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
  }
}
