import type { FastifyRequest } from 'fastify'
import * as contract from '../../../contracts/moments.ts'
import { dayInChina } from '../../../domain/day.ts'
import { yearShown } from '../../../domain/figures/season.ts'
import { FIGURE_WORDS } from '../../../words/figure-words.ts'
import { inTransaction } from '../../db/database.ts'
import type { Key } from '../../db/key.ts'
import { type Doing, doing, reading, readingIn } from '../../http/doing.ts'
import { actorOf, personOf } from '../../http/person.ts'
import type { Slice } from '../../http/slice.ts'
import { countUse } from '../accounts/attempts.ts'
import { nameGroups } from '../figures/naming.ts'
import { listIdsBehind } from '../figures/rows.ts'
import { asFile, writeAs } from '../figures/sheets.ts'
import { recordTaken } from '../students/acts.ts'
import { cancel, keepNow, plan, rename } from './acts.ts'
import { comparePair, findPair, listChanged, sidesOf, yearOf } from './comparing.ts'
import { settle } from './keeping.ts'
import { everyKeptRow, listKeptRows } from './kept-rows.ts'
import { briefOf, presentMoment } from './present.ts'
import { findKept, listMoments } from './queries.ts'
import { keptCells, keptHeadings } from './sheets.ts'

type OfMoment = FastifyRequest<{ Params: Key }>
const scopeOf = (request: FastifyRequest<{ Params: { school: string } }>) => ({
  school: request.params.school,
  college: personOf(request).collegeId,
})

/** 定格: figures as they stood at a clock time: planned, kept by the clock or at once, read and compared. */
export const momentRoutes: Slice = (app, services) => {
  const { db, secrets, now } = services

  app.route({
    ...contract.listMoments,
    handler: async (request) => {
      const { items, ...page } = await listMoments(db, request.params.school, request.query)
      return { items: items.map(briefOf), ...page, mayPlan: personOf(request).collegeId === null }
    },
  })

  app.route({
    ...contract.getMoment,
    handler: (request) => presentMoment(reading(services, request), request.params),
  })

  app.route({
    ...contract.planMoment,
    handler: async (request) => {
      const { school } = request.params
      const { name, when } = request.body
      const settled = when === null ? await settle(db, school) : null
      return doing(services, request, async (of) => {
        const key = settled
          ? await keepNow(of, school, name, settled)
          : await plan(of, school, { name, when: when! })
        return presentMoment(readingIn(of), key)
      })
    },
  })

  /** One act on a moment, answered with it as it is then. */
  const acting = (request: OfMoment, act: (of: Doing, key: Key) => Promise<void>) =>
    doing(services, request, async (of) => {
      await act(of, request.params)
      return presentMoment(readingIn(of), request.params)
    })
  app.route({
    ...contract.momentActs.rename,
    handler: (request) => acting(request, (of, key) => rename(of, key, request.body)),
  })
  app.route({
    ...contract.momentActs.cancel,
    handler: (request) => acting(request, (of, key) => cancel(of, key, request.body)),
  })

  app.route({
    ...contract.compareMoments,
    handler: async (request) => {
      const { later, by, year: asked } = request.query
      const pair = await findPair(db, { ...request.params, later })
      const wanted = { ...scopeOf(request), year: yearOf(pair, asked) }
      const compared = await comparePair(db, wanted, pair, by)
      return { year: wanted.year, years: [...pair.was.years], ...sidesOf(pair, now()), ...compared }
    },
  })

  app.route({
    ...contract.listMomentChanges,
    handler: async (request) => {
      const { later, year: asked, ...query } = request.query
      const pair = await findPair(db, { ...request.params, later })
      const wanted = { ...scopeOf(request), year: yearOf(pair, asked) }
      const changes = await listChanged(db, [wanted, pair], query)
      const { was: wasAt, is: isAt } = sidesOf(pair, now())
      return { year: wanted.year, wasAt, isAt, ...changes }
    },
  })

  app.route({
    ...contract.listMomentRows,
    handler: async (request) => {
      const { year: asked, measure = null, page, pageSize, after, before, ...filter } = request.query
      const kept = await findKept(db, request.params)
      const year = asked ?? yearShown(kept.years, dayInChina(kept.at))
      const of = { ...scopeOf(request), year, measure, filter, kept }
      const [rows, { chosen }] = await Promise.all([
        listKeptRows(db, of, { page, pageSize, after, before }),
        nameGroups(db, of, { by: 'college', filter, rows: [] }),
      ])
      return { ...rows, year, chosen, moment: { name: kept.name, at: kept.at.toISOString() } }
    },
  })

  app.route({
    ...contract.downloadMomentRows,
    handler: async (request, reply) => {
      const { year, measure = null, filter, format, language, ...looking } = request.body
      const at = now()
      await countUse({ db, secrets }, 'downloads', personOf(request).userId, at)
      const kept = await findKept(db, request.params)
      const of = { ...scopeOf(request), year, measure, filter, kept }
      await inTransaction(db, async (tx) => {
        const ids = await listIdsBehind(tx, of)
        const what = { year, measure, moment: kept.id, rows: ids.length, filter: JSON.stringify(filter) }
        const taken = { school: of.school, ids, what, of: 'figures' as const }
        await recordTaken(tx, taken, looking, { at, actor: actorOf(request) })
      })
      const { rowsSheet } = FIGURE_WORDS[language]
      asFile(reply, rowsSheet, format)
      const rows = keptCells(everyKeptRow(db, of), language)
      return reply.send(writeAs(format, rowsSheet, keptHeadings(language), rows))
    },
  })
}
