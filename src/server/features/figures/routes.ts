import type { FastifyRequest } from 'fastify'
import * as contract from '../../../contracts/figures.ts'
import { FIGURE_WORDS } from '../../../words/figure-words.ts'
import { inTransaction } from '../../db/database.ts'
import { doing } from '../../http/doing.ts'
import { actorOf, personOf } from '../../http/person.ts'
import type { Slice } from '../../http/slice.ts'
import { countUse } from '../accounts/attempts.ts'
import { findKept } from '../moments/queries.ts'
import { recordTaken } from '../students/acts.ts'
import { nameGroups } from './naming.ts'
import { listBehind, listIdsBehind } from './rows.ts'
import {
  asFile,
  developmentHeadings,
  developmentRows,
  rowCells,
  rowHeadings,
  tableHeadings,
  tableRows,
  writeAs,
} from './sheets.ts'
import { recordTaking } from './taking.ts'
import { findDevelopment, findFigures } from './views.ts'

type AtSchool = FastifyRequest<{ Params: { school: string } }>
const scopeOf = (request: AtSchool) => ({
  school: request.params.school,
  college: personOf(request).collegeId,
})

/** 就业数据: figures of a year's graduates, who stands behind each, and all of it as files, whose taking is journaled. */
export const figureRoutes: Slice = (app, services) => {
  const { db, secrets, now } = services
  /** Of now, or of a moment that the school has kept. */
  const figuresOf = async (
    request: AtSchool,
    wanted: Pick<Parameters<typeof findFigures>[1], 'year' | 'by' | 'filter'>,
    id: string | undefined,
    at = now(),
  ) => {
    const { school } = request.params
    const moment = id === undefined ? null : await findKept(db, { school, id })
    const figures = await findFigures(db, { ...scopeOf(request), ...wanted }, moment, at)
    return { ...figures, moment: moment && { id: moment.id, name: moment.name } }
  }

  app.route({
    ...contract.getFigures,
    handler: async (request) => {
      const { year, by, moment: id, ...filter } = request.query
      return figuresOf(request, { year, by, filter }, id)
    },
  })

  app.route({
    ...contract.getDevelopment,
    handler: (request) => {
      const { year, ...filter } = request.query
      return findDevelopment(db, { ...scopeOf(request), year, filter }, now())
    },
  })

  app.route({
    ...contract.listFigureRows,
    handler: async (request) => {
      const { year, measure = null, page, pageSize, after, before, ...filter } = request.query
      const scope = scopeOf(request)
      const [rows, { chosen }] = await Promise.all([
        listBehind(
          db,
          { ...scope, year, measure, filter, kept: null },
          { page, pageSize, after, before },
          now(),
        ),
        nameGroups(db, { ...scope, kept: null }, { by: 'college', filter, rows: [] }),
      ])
      return { ...rows, chosen }
    },
  })

  app.route({
    ...contract.downloadFigureTable,
    handler: async (request, reply) => {
      const { year, groupedBy: by, moment, filter, format, language } = request.body
      const at = now()
      const view = await figuresOf(request, { year, by, filter }, moment, at)
      await inTransaction(db, (tx) =>
        recordTaking({ tx, actor: actorOf(request), at }, request.params.school, {
          year,
          groupedBy: by,
          moment,
          filter,
          what: format,
        }),
      )
      asFile(reply, FIGURE_WORDS[language].sheet, format)
      const rows = tableRows({ ...view, by }, language)
      return reply.send(writeAs(format, FIGURE_WORDS[language].sheet, tableHeadings(by, language), rows))
    },
  })

  app.route({
    ...contract.downloadDevelopment,
    handler: async (request, reply) => {
      const { year, filter, format, language } = request.body
      const [scope, at] = [scopeOf(request), now()]
      const [grown, { chosen }] = await Promise.all([
        findDevelopment(db, { ...scope, year, filter }, at),
        nameGroups(db, { ...scope, kept: null }, { by: 'college', filter, rows: [] }),
      ])
      await inTransaction(db, (tx) =>
        recordTaking({ tx, actor: actorOf(request), at }, scope.school, {
          ...{ year, filter },
          what: `development.${format}`,
        }),
      )
      const name = FIGURE_WORDS[language].developmentSheet
      asFile(reply, name, format)
      const rows = developmentRows({ ...grown, chosen }, language)
      return reply.send(writeAs(format, name, developmentHeadings(grown, language), rows))
    },
  })

  app.route({
    ...contract.downloadFigureRows,
    handler: async (request, reply) => {
      const { year, measure = null, filter, format, language, ...looking } = request.body
      const [scope, at] = [scopeOf(request), now()]
      await countUse({ db, secrets }, 'downloads', personOf(request).userId, at)
      const ids = await inTransaction(db, async (tx) => {
        const found = await listIdsBehind(tx, { ...scope, year, measure, filter, kept: null })
        const what = { year, measure, rows: found.length, filter: JSON.stringify(filter) }
        const taken = { school: scope.school, ids: found, what, of: 'figures' as const }
        await recordTaken(tx, taken, looking, { at, actor: actorOf(request) })
        return found
      })
      const { rowsSheet } = FIGURE_WORDS[language]
      asFile(reply, rowsSheet, format)
      const rows = rowCells(db, scope.school, { ids, language, at })
      return reply.send(writeAs(format, rowsSheet, rowHeadings(language), rows))
    },
  })

  app.route({
    ...contract.takePicture,
    handler: (request) =>
      doing(services, request, async ({ tx, actor, acting }) => {
        const { picture, pictureForm, ...shown } = request.body
        await recordTaking({ tx, actor, at: acting.at }, request.params.school, {
          ...shown,
          what: `${picture}.${pictureForm}`,
        })
        return { done: true as const }
      }),
  })
}
