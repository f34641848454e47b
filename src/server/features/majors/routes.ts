import * as contract from '../../../contracts/majors.ts'
import { majorSheetName, majorTemplate } from '../../../words/majors.ts'
import { takeStreams } from '../../http/body-stream.ts'
import { doing } from '../../http/doing.ts'
import { languageOf } from '../../http/problems.ts'
import { asSheet, readUpload } from '../../http/sheet-upload.ts'
import type { Slice } from '../../http/slice.ts'
import { writeSheetToFill } from '../../services/sheets/writer.ts'
import { add, change, enter } from './acts.ts'
import { checkSheet } from './checking.ts'
import { majorSheet } from './major-sheet.ts'
import { listMajors, listOffered } from './queries.ts'
import { findMajorTables } from './tables.ts'

/** Bytes: `MOST_MAJORS` rows with long names and several colleges each. */
const ROWS_BODY = 2 * 1024 * 1024

/** 专业: the school's own list, kept by its administrators; what a roster brings is added to it by the database. */
export const majorRoutes: Slice = (app, services) => {
  app.route({
    ...contract.listMajors,
    handler: ({ params, query }) => listMajors(services.db, params.school, query),
  })

  app.route({
    ...contract.listOfferedMajors,
    handler: async ({ params }) => ({ items: await listOffered(services.db, params.school) }),
  })

  app.route({
    ...contract.addMajor,
    handler: (request) =>
      doing(services, request, (of) => {
        const { majorCode: code, majorName: name, ...said } = request.body
        return add(of, { ...request.params, code }, { ...said, name })
      }),
  })

  app.route({
    ...contract.changeMajor,
    handler: (request) =>
      doing(services, request, (of) => {
        const { school, majorCode: code } = request.params
        const { majorName: name, ...said } = request.body
        return change(of, { school, code }, { ...said, name })
      }),
  })

  app.route({
    ...contract.readMajorSheet,
    handler: async ({ params: { school }, query: { language } }, reply) => {
      asSheet(reply, majorSheetName(language))
      return reply.send(await majorSheet(services.db, { school, at: services.now() }, language))
    },
  })

  app.route({
    ...contract.readMajorTemplate,
    handler: async ({ params: { school }, query: { language } }, reply) => {
      const { levels, colleges } = await findMajorTables(services.db, school, services.now())
      const template = majorTemplate({ levels: levels.rows, colleges: colleges.rows }, language)
      const sheet = await writeSheetToFill(template)
      asSheet(reply, majorSheetName(language))
      return reply.send(Buffer.from(sheet))
    },
  })

  takeStreams(app, (scope) =>
    scope.route({
      ...contract.checkMajorSheet,
      handler: (request, reply) => {
        const { mostBytes } = contract.MAJOR_FILE
        const asked = { school: request.params.school, language: languageOf(request), at: services.now() }
        return readUpload(request, reply, { ...services, mostBytes }, (sheet) =>
          checkSheet(services, asked, sheet),
        )
      },
    }),
  )

  app.route({
    ...contract.enterMajors,
    bodyLimit: ROWS_BODY,
    handler: (request) =>
      doing(services, request, (of) => enter(of, request.params.school, request.body.listed)),
  })
}
