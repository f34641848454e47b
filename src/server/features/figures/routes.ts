import { create as contentDisposition } from 'content-disposition'
import type { FastifyReply, FastifyRequest } from 'fastify'
import * as contract from '../../../contracts/figures.ts'
import type { Dimension } from '../../../domain/figures/dimensions.ts'
import { FIGURE_WORDS } from '../../../words/figure-words.ts'
import { inTransaction, type Tx } from '../../db/database.ts'
import { record } from '../../db/journal.ts'
import { doing } from '../../http/doing.ts'
import { actorOf, personOf } from '../../http/person.ts'
import type { Slice } from '../../http/slice.ts'
import { countUse } from '../accounts/attempts.ts'
import { recordTaken } from '../students/acts.ts'
import { nameGroups } from './naming.ts'
import { listBehind, listIdsBehind } from './rows.ts'
import {
  MEDIA_TYPES,
  rowCells,
  rowHeadings,
  type SheetForm,
  tableHeadings,
  tableRows,
  writeAs,
} from './sheets.ts'
import { findDevelopment, findFigures } from './views.ts'

type AtSchool = FastifyRequest<{ Params: { school: string } }>
const scopeOf = (request: AtSchool) => ({
  school: request.params.school,
  college: personOf(request).collegeId,
})

/** What a view shows, as the journal keeps it. */
type Shown = {
  readonly year: number
  readonly groupedBy: Dimension
  readonly filter: object
  readonly what: string
}
const recordTakenView = (tx: Tx, request: AtSchool, { filter, ...shown }: Shown, at: Date) => {
  const { school } = request.params
  const line = { school, subject: `school:${school}`, action: 'school.take-figures', at }
  const data = { ...shown, filter: JSON.stringify(filter) }
  return record(tx, [{ ...line, actor: actorOf(request), from: null, to: null, reason: null, data }])
}

const asFile = (reply: FastifyReply, name: string, form: SheetForm) =>
  reply.type(MEDIA_TYPES[form]).header('content-disposition', contentDisposition(`${name}.${form}`))

/** 就业数据: figures of a year's graduates, who stands behind each, and all of it as files, whose taking is journaled. */
export const figureRoutes: Slice = (app, services) => {
  const { db, secrets, now } = services

  app.route({
    ...contract.getFigures,
    handler: (request) => {
      const { year, by, ...filter } = request.query
      return findFigures(db, { ...scopeOf(request), year, by, filter }, now())
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
        listBehind(db, { ...scope, year, measure, filter }, { page, pageSize, after, before }, now()),
        nameGroups(db, scope.school, { by: 'college', filter, rows: [] }),
      ])
      return { ...rows, chosen }
    },
  })

  app.route({
    ...contract.downloadFigureTable,
    handler: async (request, reply) => {
      const { year, groupedBy: by, filter, format, language } = request.body
      const at = now()
      const view = await findFigures(db, { ...scopeOf(request), year, by, filter }, at)
      await inTransaction(db, (tx) =>
        recordTakenView(tx, request, { year, groupedBy: by, filter, what: format }, at),
      )
      asFile(reply, FIGURE_WORDS[language].sheet, format)
      const rows = tableRows({ ...view, by }, language)
      return reply.send(writeAs(format, FIGURE_WORDS[language].sheet, tableHeadings(by, language), rows))
    },
  })

  app.route({
    ...contract.downloadFigureRows,
    handler: async (request, reply) => {
      const { year, measure = null, filter, format, language, ...looking } = request.body
      const [scope, at] = [scopeOf(request), now()]
      await countUse({ db, secrets }, 'downloads', personOf(request).userId, at)
      const ids = await inTransaction(db, async (tx) => {
        const found = await listIdsBehind(tx, { ...scope, year, measure, filter })
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
      doing(services, request, async ({ tx, acting }) => {
        const { picture, pictureForm, ...shown } = request.body
        await recordTakenView(tx, request, { ...shown, what: `${picture}.${pictureForm}` }, acting.at)
        return { done: true as const }
      }),
  })
}
