import { create as contentDisposition } from 'content-disposition'
import { ZipFile } from 'yazl'
import { readEvidencePackage } from '../../../contracts/evidence-package.ts'
import { manifestText, PARTS, type Taker } from '../../../domain/evidence-package.ts'
import { fileNameOf } from '../../../domain/file-name.ts'
import type { Portal } from '../../../domain/portal.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { EVIDENCE_PACKAGE_WORDS } from '../../../words/evidence-package.ts'
import { inTransaction } from '../../db/database.ts'
import { sha256 } from '../../db/journal.ts'
import { reading } from '../../http/doing.ts'
import { actorOf } from '../../http/person.ts'
import type { Slice } from '../../http/slice.ts'
import { countUse } from '../accounts/attempts.ts'
import { findAgreement } from '../agreements/queries.ts'
import { keepKeys, signedBy } from '../transparency/keys.ts'
import { type Part, partsOf } from './parts.ts'
import { findSealedAgreement, recordTaking } from './queries.ts'

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

/** What shows an agreement to somebody who trusts neither side nor us, for its parties and its school. */
export const evidencePackageRoutes: Slice = (app, services) => {
  const { db, secrets, baseUrl } = services
  app.route({
    ...readEvidencePackage,
    handler: async (request, reply) => {
      const { person, acting } = reading(services, request)
      const { at } = acting
      const taker = TAKERS[person.portal]
      if (!taker) throw new Refusal('not-found')
      const of = await findAgreement(db, request.params, person)
      const sealed = await findSealedAgreement(db, request.params)
      await countUse({ db, secrets }, 'packages', person.userId, at)
      const parts = await partsOf(services, of, sealed, taker)
      const note = await inTransaction(db, async (tx) => {
        const hashes = parts.map(([name, bytes]) => [name, sha256(bytes).toString('hex')] as const)
        const text = manifestText({ number: of.number, taker, madeAt: at.toISOString(), parts: hashes })
        await recordTaking(tx, request.params, { actor: actorOf(request), at })
        return signedBy(await keepKeys(tx, { secrets, baseUrl, at }), text)
      })
      const name = `${EVIDENCE_PACKAGE_WORDS['zh-CN'].name} ${of.number}`
      reply.type(ZIP).header('content-disposition', contentDisposition(fileNameOf(name, ZIP)))
      return reply.send(zipOf([[PARTS.manifest, Buffer.from(note)], ...parts], at))
    },
  })
}
