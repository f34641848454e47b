import { readAgreementDocument } from '../../../contracts/agreements.ts'
import { usualForm } from '../../../domain/agreement/document.ts'
import { zh } from '../../../words/agreement-document.zh.ts'
import { reading } from '../../http/doing.ts'
import type { Slice } from '../../http/slice.ts'
import { serveDocument } from '../documents/serving.ts'
import { besideWords, factsOf, layoutOf } from './document.ts'
import { findAgreement } from './queries.ts'

export const agreementDocumentRoutes: Slice = (app, services) => {
  app.route({
    ...readAgreementDocument,
    handler: async (request, reply) => {
      const { db, person } = reading(services, request)
      const of = await findAgreement(db, request.params, person)
      const { as = usualForm(of), download } = request.query
      const key = { kind: 'agreement', ...request.params } as const
      return serveDocument(services, reply, {
        of: key,
        as,
        download: download === '1',
        copy: async () => {
          const facts = await factsOf(db, of)
          return layoutOf(facts, await besideWords(services, key, facts))
        },
        nameOf: (mark) => [zh.title, of.number, of.snapshot.student.name, mark].filter(Boolean).join(' '),
      })
    },
  })
}
