import * as contract from '../../../contracts/transfer-sheets.ts'
import { transferSheetName, transferTemplate } from '../../../words/transfer-sheet.ts'
import { takeStreams } from '../../http/body-stream.ts'
import { doing, reading } from '../../http/doing.ts'
import { personOf } from '../../http/person.ts'
import { languageOf } from '../../http/problems.ts'
import { asSheet, readUpload } from '../../http/sheet-upload.ts'
import type { Slice } from '../../http/slice.ts'
import { writeSheetToFill } from '../../services/sheets/writer.ts'
import { checkSheet } from './checking.ts'
import { enter } from './entering.ts'

/** Bytes: `MOST_TRANSFER_ROWS` rows with all numbers and long reasons. */
const ROWS_BODY = 3 * 1024 * 1024

/** What has become of records, by the post's sheet: matched and shown, and written once its reader says so. */
export const transferSheetRoutes: Slice = (app, services) => {
  app.route({
    ...contract.readTransferTemplate,
    handler: async ({ query: { language } }, reply) => {
      const sheet = await writeSheetToFill(transferTemplate(language))
      asSheet(reply, transferSheetName(language))
      return reply.send(Buffer.from(sheet))
    },
  })

  takeStreams(app, (scope) =>
    scope.route({
      ...contract.checkTransferSheet,
      handler: (request, reply) => {
        const { mostBytes } = contract.TRANSFER_FILE
        const at = { school: request.params.school, college: personOf(request).collegeId }
        return readUpload(request, reply, { ...services, mostBytes }, (sheet) =>
          checkSheet(reading(services, request), at, languageOf(request), sheet),
        )
      },
    }),
  )

  app.route({
    ...contract.enterTransfers,
    bodyLimit: ROWS_BODY,
    handler: (request) =>
      doing(services, request, async (of) => ({
        count: await enter(of, request.params.school, request.body.transferRows),
      })),
  })
}
