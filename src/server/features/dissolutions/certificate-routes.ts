import { readCertificate } from '../../../contracts/dissolutions.ts'
import {
  CERTIFICATE_KINDS,
  refuseUnlessCertifiable,
  usualCertificate,
} from '../../../domain/dissolution/certificate.ts'
import { zh } from '../../../words/certificates.zh.ts'
import { reading } from '../../http/doing.ts'
import type { Slice } from '../../http/slice.ts'
import { serveDocument } from '../documents/serving.ts'
import { printedVerification } from '../verification-codes/printed.ts'
import { factsOf, layoutOf } from './certificates.ts'
import { findDissolution } from './queries.ts'

export const certificateRoutes: Slice = (app, services) => {
  for (const kind of CERTIFICATE_KINDS)
    app.route({
      ...readCertificate[kind],
      handler: async (request, reply) => {
        const { db, person } = reading(services, request)
        const row = await findDissolution(db, request.params, person)
        const facts = await factsOf(services, row, kind)
        refuseUnlessCertifiable(facts)
        const { as = usualCertificate(facts), download } = request.query
        const key = { kind, ...request.params }
        return serveDocument(services, reply, {
          of: key,
          as,
          download: download === '1',
          copy: async () => layoutOf(db, facts, await printedVerification(services, key)),
          nameOf: (mark) =>
            [zh.title[kind], row.number, row.snapshot.student.name, mark].filter(Boolean).join(' '),
        })
      },
    })
}
