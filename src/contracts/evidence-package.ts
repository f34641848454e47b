import { z } from 'zod'
import { DOCUMENT_KINDS } from '../domain/document/kind.ts'
import { keyParams } from './atoms.ts'
import type { Endpoint } from './endpoint.ts'

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const seq = z.int().min(1)

/** `journal.json`: the chains of the case, each line with its hash; of what is withheld the digest of its entry instead. */
export const journalPart = z.object({
  school: z.string(),
  chains: z.array(
    z.object({
      subject: z.string(),
      lines: z.array(
        z.union([
          z.object({ seq, hash, entry: z.record(z.string(), z.unknown()) }),
          z.object({ seq, hash, digest: hash }),
        ]),
      ),
    }),
  ),
})
export type JournalPart = z.infer<typeof journalPart>

/** `acts.json`: what each line tells, as it stands on the agreement's page. */
export const actsPart = z.array(
  z.object({
    subject: z.string(),
    seq,
    at: z.string(),
    action: z.string(),
    actorName: z.string(),
    actorRole: z.string(),
    reason: z.string().nullable(),
    from: z.string().nullable(),
    to: z.string().nullable(),
    /** Its line is not in the package, for it would show from where somebody else acted. */
    withheld: z.boolean(),
    /** The pictures that it names, by their SHA-256: of the seal and of the drawn signature. Not in packages of format 1. */
    pictures: z.array(hash).optional(),
  }),
)
export type ActsPart = z.infer<typeof actsPart>

/** `proofs.json`: that each line is in the tree of the checkpoint, and that the tree which the document names is its beginning. */
export const proofsPart = z.object({
  size: z.int(),
  root: hash,
  lines: z.array(z.object({ subject: z.string(), seq, index: z.int().min(0), path: z.array(hash) })),
  consistency: z.object({ from: z.int(), proof: z.array(hash) }).nullable(),
  /** The same of the trees that further documents name. */
  earlier: z.array(z.object({ from: z.int(), proof: z.array(hash) })).optional(),
})
export type ProofsPart = z.infer<typeof proofsPart>

/** `seal.json`: what was sealed, by which certificate. */
export const sealPart = z.object({
  document: z.enum(DOCUMENT_KINDS),
  version: z.int(),
  sha256: hash,
  certificate: hash,
  sealedAt: z.string(),
  isStamped: z.boolean(),
})
export type SealPart = z.infer<typeof sealPart>

/** `documents.json`: what else was sealed in the case, each with its files in the package. */
export const documentsPart = z.array(
  sealPart.extend({
    subject: z.string(),
    file: z.string(),
    facts: z.string(),
    timestamp: z.string().nullable(),
  }),
)
export type DocumentsPart = z.infer<typeof documentsPart>

/** `evidence.json`: files that were uploaded to the case, by what they contain; not the files. */
export const evidencePart = z.array(
  z.object({ subject: z.string(), id: z.uuid(), name: z.string(), size: z.int(), sha256: hash }),
)
export type EvidencePart = z.infer<typeof evidencePart>

const packageAt = <const Url extends string>(url: Url, tag: string, what: string) =>
  ({
    method: 'GET',
    url,
    config: { access: 'concerned' },
    schema: {
      tags: [tag],
      summary: `All that shows ${what} to somebody who trusts nobody: sealed PDFs, facts, acts, pictures, journal, proofs; journaled, and only so often`,
      params: keyParams,
      produces: ['application/zip'],
      response: { 200: z.unknown().meta({ type: 'string', format: 'binary' }) },
    },
  }) as const satisfies Endpoint

export const readEvidencePackage = packageAt(
  '/api/schools/:school/agreements/:id/package',
  'agreements',
  'the agreement',
)
export const readDestinationPackage = packageAt(
  '/api/schools/:school/destinations/:id/package',
  'destinations',
  'the registration of a destination',
)
export const readRecommendationPackage = packageAt(
  '/api/schools/:school/recommendations/:id/package',
  'recommendations',
  'the recommendation',
)
