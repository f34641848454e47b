import { create as contentDisposition } from 'content-disposition'
import * as contract from '../../../contracts/evidence-archives.ts'
import { refuseUnlessNames } from '../../../domain/evidence-archive/names.ts'
import { fileNameOf } from '../../../domain/file-name.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { EVIDENCE_ARCHIVE_WORDS } from '../../../words/evidence-archive.ts'
import { inTransaction } from '../../db/database.ts'
import { hungUp } from '../../http/hung-up.ts'
import { actorOf, personOf } from '../../http/person.ts'
import type { Slice } from '../../http/slice.ts'
import { countUse } from '../accounts/attempts.ts'
import { listColleges } from '../schools/queries.ts'
import { recordTaken } from '../students/acts.ts'
import { packed } from './packing.ts'
import { listItems, listStudentIds, weigh } from './queries.ts'

const ZIP = 'application/zip'

/** The files of many cases at once, for their school: weighed first, then taken part by part, each for a purpose that is journaled. */
export const evidenceArchiveRoutes: Slice = (app, services) => {
  const { db, secrets, now } = services

  app.route({
    ...contract.weighArchive,
    handler: async (request) => {
      const reader = personOf(request).collegeId
      const { school } = request.params
      const chosen = { school, filter: request.query, reader, span: null }
      const [parts, colleges] = await Promise.all([weigh(db, chosen), listColleges(db, school, reader)])
      return { parts, colleges }
    },
  })

  app.route({
    ...contract.takeArchive,
    handler: async (request, reply) => {
      const { school } = request.params
      const { filter, span, names, language, ...looking } = request.body
      refuseUnlessNames(names, 'names')
      const { userId, collegeId: reader } = personOf(request)
      const at = now()
      await countUse({ db, secrets }, 'archives', userId, at)
      const chosen = { school, filter, reader, span }
      await inTransaction(db, async (tx) => {
        const ids = await listStudentIds(tx, chosen)
        if (ids.length === 0) throw new Refusal('nothing-to-take')
        const what = { ...span, students: ids.length, filter: JSON.stringify(filter) }
        await recordTaken(tx, { school, ids, what, of: 'evidence' }, looking, {
          at,
          actor: actorOf(request),
        })
      })
      const words = EVIDENCE_ARCHIVE_WORDS[language]
      const name = words.file(words.kind[filter.kind], `${span.from}-${span.to}`)
      reply.type(ZIP).header('content-disposition', contentDisposition(fileNameOf(name, ZIP)))
      const of = { school, kind: filter.kind, names, language, at }
      return reply.send(packed(services, listItems(db, chosen), of, hungUp(reply)))
    },
  })
}
