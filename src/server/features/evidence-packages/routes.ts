import { create as contentDisposition } from 'content-disposition'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { ZipFile } from 'yazl'
import * as contract from '../../../contracts/evidence-package.ts'
import { subjectOf } from '../../../domain/case.ts'
import { destinationRef } from '../../../domain/destination/case.ts'
import { manifestText, PARTS, type Packaged, type Taker } from '../../../domain/evidence-package.ts'
import { fileNameOf } from '../../../domain/file-name.ts'
import type { Portal } from '../../../domain/portal.ts'
import { recommendationRef } from '../../../domain/recommendation/case.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { EVIDENCE_PACKAGE_WORDS } from '../../../words/evidence-package.ts'
import { type Db, inTransaction } from '../../db/database.ts'
import { sha256 } from '../../db/journal.ts'
import type { Key } from '../../db/key.ts'
import { reading } from '../../http/doing.ts'
import { actorOf, type Person } from '../../http/person.ts'
import type { Slice } from '../../http/slice.ts'
import { countUse } from '../accounts/attempts.ts'
import { findAgreement } from '../agreements/queries.ts'
import { findDestination } from '../destinations/queries.ts'
import type { Of } from '../journal/queries.ts'
import { findRecommendation } from '../recommendations/queries.ts'
import { keepKeys, signedBy } from '../transparency/keys.ts'
import { partsOf } from './parts.ts'
import type { Part } from './pictures.ts'
import { recordTaking, refuseUnlessThere } from './queries.ts'

const ZIP = 'application/zip'
const TAKERS = {
  student: 'student',
  employer: 'employer',
  school: 'school',
  platform: null,
} as const satisfies Record<Portal, Taker | null>

/** Sent while it is packed. */
function zipOf(parts: readonly Part[], at: Date) {
  const zip = new ZipFile()
  for (const [name, bytes] of parts) zip.addBuffer(bytes, name, { mtime: at })
  zip.end()
  return zip.outputStream
}

/** The chains of each, where the reader may see it; refuses what is not theirs. */
const CHAINS: Record<Packaged, (db: Db, key: Key, person: Person) => Promise<Of>> = {
  agreement: async (db, key, person) => {
    const { id, invitationId } = await findAgreement(db, key, person)
    return { agreement: { id, invitationId } }
  },
  destination: async (db, key, person) => ({
    subject: subjectOf(destinationRef(await findDestination(db, key, person))),
  }),
  recommendation: async (db, key, person) => ({
    subject: subjectOf(recommendationRef(await findRecommendation(db, key, person))),
  }),
}

/** What shows a case to somebody who trusts neither side nor us, for its parties and its school. */
export const evidencePackageRoutes: Slice = (app, services) => {
  const { db, secrets, baseUrl } = services

  async function send(kind: Packaged, request: FastifyRequest<{ Params: Key }>, reply: FastifyReply) {
    const { person, acting } = reading(services, request)
    const { at } = acting
    const { params } = request
    const taker = TAKERS[person.portal]
    if (!taker) throw new Refusal('not-found')
    const lines = await CHAINS[kind](db, params, person)
    await refuseUnlessThere(db, kind, params)
    await countUse({ db, secrets }, 'packages', person.userId, at)
    const { number, parts } = await partsOf(services, { kind, school: params.school, lines }, taker)
    const note = await inTransaction(db, async (tx) => {
      const hashes = parts.map(([name, bytes]) => [name, sha256(bytes).toString('hex')] as const)
      const madeAt = at.toISOString()
      const text = manifestText({ format: 2, kind, number, taker, madeAt, parts: hashes })
      await recordTaking(tx, kind, params, { actor: actorOf(request), at })
      return signedBy(await keepKeys(tx, { secrets, baseUrl, at }), text)
    })
    const name = `${EVIDENCE_PACKAGE_WORDS['zh-CN'].title(kind, number)}`
    reply.type(ZIP).header('content-disposition', contentDisposition(fileNameOf(name, ZIP)))
    return reply.send(zipOf([[PARTS.manifest, Buffer.from(note)], ...parts], at))
  }

  app.route({
    ...contract.readEvidencePackage,
    handler: (request, reply) => send('agreement', request, reply),
  })
  app.route({
    ...contract.readDestinationPackage,
    handler: (request, reply) => send('destination', request, reply),
  })
  app.route({
    ...contract.readRecommendationPackage,
    handler: (request, reply) => send('recommendation', request, reply),
  })
}
