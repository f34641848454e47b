import { readRegistrationSheet } from '../../../contracts/destinations.ts'
import { usualSheet } from '../../../domain/destination/sheet.ts'
import { zh } from '../../../words/registration-sheet.zh.ts'
import { reading } from '../../http/doing.ts'
import type { Slice } from '../../http/slice.ts'
import { serveDocument } from '../documents/serving.ts'
import { printedVerification } from '../verification-codes/printed.ts'
import { findDestination } from './queries.ts'
import { factsOf, layoutOf } from './sheet.ts'

export const registrationSheetRoutes: Slice = (app, services) => {
  app.route({
    ...readRegistrationSheet,
    handler: async (request, reply) => {
      const { db, person } = reading(services, request)
      const of = await findDestination(db, request.params, person)
      const { as = usualSheet(of), download } = request.query
      const key = { kind: 'registration', ...request.params } as const
      return serveDocument(services, reply, {
        of: key,
        as,
        download: download === '1',
        copy: async () => layoutOf(db, await factsOf(db, of), await printedVerification(services, key)),
        nameOf: (mark) =>
          [zh.title, of.snapshot.studentNumber, of.snapshot.name, mark].filter(Boolean).join(' '),
      })
    },
  })
}
