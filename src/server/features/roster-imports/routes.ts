import type { FastifyRequest } from 'fastify'
import * as contract from '../../../contracts/roster-imports.ts'
import { shownFileName } from '../../../domain/file-name.ts'
import { inUse } from '../../../domain/own-field/field.ts'
import { refuseUnlessShown } from '../../../domain/roster/import.ts'
import { ROSTER_WORDS } from '../../../words/roster.ts'
import { rosterTemplate } from '../../../words/roster-template.ts'
import { type Db, inTransaction } from '../../db/database.ts'
import type { Key } from '../../db/key.ts'
import { takeStreams } from '../../http/body-stream.ts'
import { type Doing, doing } from '../../http/doing.ts'
import { actorOf, personOf } from '../../http/person.ts'
import { languageOf } from '../../http/problems.ts'
import { asSheet, receiveSheet } from '../../http/sheet-upload.ts'
import type { Slice } from '../../http/slice.ts'
import { writeSheetToFill } from '../../services/sheets/writer.ts'
import { countUse } from '../accounts/attempts.ts'
import { findOwnFields } from '../own-fields/queries.ts'
import { recordTaken } from '../students/acts.ts'
import { beginImport, cancelImport, commitImport, nameHeadings, refuseBesideAnother } from './acts.ts'
import { presentImport, presentRow, presentRowOf } from './present.ts'
import * as imports from './queries.ts'
import { readRoster } from './reading.ts'
import { reportOf } from './report.ts'
import { findRosterTables } from './tables.ts'

export const rosterImportRoutes: Slice = (app, services) => {
  const { db, secrets, spool, background, now } = services
  const shownBy = async (of: Db, school: string) => ({
    secrets,
    own: inUse(await findOwnFields(of, school, 'roster')),
  })
  const readerOf = (request: FastifyRequest) => ({
    userId: personOf(request).userId,
    language: languageOf(request),
    at: now(),
  })

  app.route({
    ...contract.readRosterTemplate,
    handler: async ({ params, query }, reply) => {
      const tables = await findRosterTables(db, params.school)
      const sheet = await writeSheetToFill(rosterTemplate(query.language, tables))
      asSheet(reply, ROSTER_WORDS[query.language].template.sheet)
      return reply.send(Buffer.from(sheet))
    },
  })

  app.route({
    ...contract.listRosterImports,
    handler: async (request) => {
      const { items, ...page } = await imports.listImports(db, request.params.school, request.query)
      return { ...page, items: items.map((one) => presentRow(one, readerOf(request))) }
    },
  })

  takeStreams(app, (scope) =>
    scope.route({
      ...contract.uploadRoster,
      handler: async (request, reply) => {
        const { school } = request.params
        const { userId } = personOf(request)
        const name = shownFileName(request.query.name)
        const bounds = {
          spool,
          mostBytes: contract.ROSTER_FILE.mostBytes,
          admit: () => refuseBesideAnother(db, school, userId, now()),
        }
        const [key, file] = await receiveSheet(request, reply, bounds, async (came) => {
          const begun = { school, userId, name, file: came, at: now() }
          return [await inTransaction(db, (tx) => beginImport(tx, begun)), came] as const
        })
        background.begin(() => readRoster(services, key, file))
        return presentImport(await imports.findImport(db, key), await shownBy(db, school), readerOf(request))
      },
    }),
  )

  app.route({
    ...contract.getRosterImport,
    handler: async (request) =>
      presentImport(
        await imports.findImport(db, request.params),
        await shownBy(db, request.params.school),
        readerOf(request),
      ),
  })

  /** Rows are for who has brought them. */
  const findShown = async (request: FastifyRequest, key: Key) => {
    const found = await imports.findImport(db, key)
    refuseUnlessShown(found, personOf(request).userId)
    return found
  }

  app.route({
    ...contract.listRosterRows,
    handler: async (request) => {
      await findShown(request, request.params)
      const [{ rows, ...page }, tables] = await Promise.all([
        imports.listRows(db, request.params, request.query),
        findRosterTables(db, request.params.school),
      ])
      const language = languageOf(request)
      return { ...page, items: rows.map((row) => presentRowOf(row, { secrets, tables, language })) }
    },
  })

  app.route({
    ...contract.listMissingStudents,
    handler: async (request) => {
      const { years } = await findShown(request, request.params)
      const { rows: items, ...page } = await imports.listMissing(db, request.params, years, request.query)
      return { ...page, items }
    },
  })

  app.route({
    ...contract.readRosterReport,
    handler: async (request, reply) => {
      const { fileName } = await findShown(request, request.params)
      const { language, ...looking } = request.body
      const { id, school } = request.params
      await countUse({ db, secrets }, 'downloads', personOf(request).userId, now())
      await inTransaction(db, async (tx) => {
        const ids = await imports.listStudentsIn(tx, request.params)
        const taken = { of: 'roster' as const, school, ids, what: { rows: ids.length, import: id } }
        await recordTaken(tx, taken, looking, { at: now(), actor: actorOf(request) })
      })
      const report = await reportOf(db, secrets, request.params, language)
      asSheet(reply, `${fileName.replace(/\.\w+$/, '')} ${ROSTER_WORDS[language].template.report}`)
      return reply.send(report)
    },
  })

  const shown = async ({ tx, person, acting: { at } }: Doing, request: FastifyRequest, key: Key) =>
    presentImport(await imports.findImport(tx, key), await shownBy(tx, key.school), {
      userId: person.userId,
      language: languageOf(request),
      at,
    })

  app.route({
    ...contract.nameHeadings,
    handler: (request) =>
      doing(services, request, async (of) => {
        await nameHeadings(of, request.params, request.body.headings, secrets)
        return shown(of, request, request.params)
      }),
  })

  app.route({
    ...contract.commitRosterImport,
    handler: (request) =>
      doing(services, request, async (of) => {
        await commitImport(of, request.params)
        return shown(of, request, request.params)
      }),
  })

  app.route({
    ...contract.cancelRosterImport,
    handler: (request) =>
      doing(services, request, async (of) => {
        await cancelImport(of, request.params)
        return shown(of, request, request.params)
      }),
  })
}
