import * as contract from '../../../contracts/places.ts'
import {
  PLACE_FACT_KINDS,
  type PlaceFact,
  refuseUnlessFact,
  standingOfFact,
} from '../../../domain/place/fact.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { placeTemplate, placeWords } from '../../../words/places.ts'
import { takeStreams } from '../../http/body-stream.ts'
import { doing } from '../../http/doing.ts'
import { languageOf } from '../../http/problems.ts'
import { asSheet, readUpload } from '../../http/sheet-upload.ts'
import type { Slice } from '../../http/slice.ts'
import { writeSheetToFill } from '../../services/sheets/writer.ts'
import { findCodeTables } from '../schools/queries.ts'
import { checkSheet } from './checking.ts'
import { listLatest, recordFacts, type SavedFact } from './history.ts'
import * as places from './queries.ts'
import { SHIPPED_PLACES } from './seed.ts'

/** Bytes: `MOST_PLACES` rows, each with what was seen in its place. */
const ROWS_BODY = 1024 * 1024

const keyOf = ({ region, since }: Pick<PlaceFact, 'region' | 'since'>) => `${region} ${since}`

/** Minimum wages and tags of places in the hands of an operator, and what an employer learns of them. */
export const placeRoutes: Slice = (app, services) => {
  const { db } = services

  app.route({
    ...contract.listPlaceKinds,
    handler: async () => {
      const counts = await places.countFacts(db)
      return { items: PLACE_FACT_KINDS.map((kind) => ({ kind, rows: counts.get(kind) ?? 0 })) }
    },
  })

  app.route({
    ...contract.getPlaceFacts,
    handler: async ({ params: { figure: kind }, query }) => {
      const [{ items, ...page }, history] = await Promise.all([
        places.listFactsPage(db, kind, query),
        listLatest(db, kind),
      ])
      const shipped = new Set(SHIPPED_PLACES.filter((one) => one.kind === kind).map(keyOf))
      const shown = items.map((one) => ({ ...one, id: keyOf(one), isShipped: shipped.has(keyOf(one)) }))
      return { ...page, items: shown, history }
    },
  })

  app.route({
    ...contract.savePlaceFacts,
    bodyLimit: ROWS_BODY,
    handler: (request) =>
      doing(services, request, async ({ tx, actor, acting: { at } }) => {
        const { figure: kind } = request.params
        const { rows } = request.body
        const regions = (await findCodeTables(tx, ['region'])).region
        const held = await places.lockFacts(tx, kind, [...new Set(rows.map(({ region }) => region))])
        const there = new Map(held.map((one) => [keyOf(one), one]))
        const saved = new Map<string, SavedFact>()
        for (const { seen, ...fact } of rows) {
          if (!regions?.of(fact.region)) throw new Refusal('code-not-offered', { field: 'region' })
          refuseUnlessFact(kind, fact)
          const before = there.get(keyOf(fact)) ?? null
          const isAsSeen =
            before === null || seen === null ? before === seen : standingOfFact(seen, before) === 'same'
          if (!isAsSeen) throw new Refusal('content-changed')
          if (standingOfFact(fact, before) !== 'same')
            saved.set(keyOf(fact), { before, after: fact, name: regions.pathOf(fact.region) })
        }
        const all = [...saved.values()]
        if (all.length === 0) throw new Refusal('nothing-changed', { field: 'until' })
        await places.saveFacts(
          tx,
          kind,
          all.map(({ after }) => after),
        )
        await recordFacts(tx, { kind, actor, at }, all)
        const added = all.filter(({ before }) => before === null).length
        return { added, changed: all.length - added }
      }),
  })

  app.route({
    ...contract.readPlaceTemplate,
    handler: async ({ params: { figure: kind }, query: { language } }, reply) => {
      const sheet = await writeSheetToFill(placeTemplate(kind, language))
      asSheet(reply, placeWords(language).kinds[kind])
      return reply.send(Buffer.from(sheet))
    },
  })

  takeStreams(app, (scope) =>
    scope.route({
      ...contract.checkPlaceSheet,
      handler: (request, reply) => {
        const { figure: kind } = request.params
        const language = languageOf(request)
        const { mostBytes } = contract.PLACE_FILE
        return readUpload(request, reply, { ...services, mostBytes }, (sheet) =>
          checkSheet(db, { kind, language }, sheet),
        )
      },
    }),
  )

  app.route({
    ...contract.findMinimumWage,
    handler: async ({ query: { region, month } }) => ({ minimum: await places.findWage(db, region, month) }),
  })
}
