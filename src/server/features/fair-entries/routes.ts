import * as contract from '../../../contracts/fair-entries.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { Key } from '../../db/key.ts'
import { doing, type Reading, reading, readingIn } from '../../http/doing.ts'
import type { Slice } from '../../http/slice.ts'
import { findEntry, findFloor, findOwnEntry } from '../fairs/entries.ts'
import { findFair, findKnownFair, isPublic } from '../fairs/queries.ts'
import { act, apply, change, place } from './acts.ts'
import { listEntries, listFairsToJoin } from './lists.ts'
import { presentEntry, presentToJoin } from './present.ts'

async function show(read: Reading, key: Key) {
  const found = await findEntry(read.db, key, read.person)
  const fair = await findKnownFair(read.db, { school: key.school, id: found.entry.fairId })
  return presentEntry(read, await findFloor(read.db, fair), found)
}

/** 双选会的参展单位: who signs up, is let in, and stands where. */
export const fairEntryRoutes: Slice = (app, services) => {
  const { db, baseUrl } = services

  app.route({
    ...contract.listFairsToJoin,
    handler: (request) => {
      const { person, acting } = reading(services, request)
      return listFairsToJoin(db, person.employer!.id, request.query, acting.at)
    },
  })

  app.route({
    ...contract.getFairToJoin,
    handler: async (request) => {
      const read = reading(services, request)
      const fair = await findKnownFair(read.db, request.params)
      // What was called off is there for whoever had signed up.
      if (!isPublic(fair) && !(await findOwnEntry(read.db, fair, read.person.employer!.id)))
        throw new Refusal('not-found')
      return presentToJoin(read, fair, baseUrl)
    },
  })

  app.route({
    ...contract.applyForBooth,
    handler: (request) =>
      doing(services, request, async (of) =>
        presentToJoin(readingIn(of), await apply(of, request.params, request.body), baseUrl),
      ),
  })

  app.route({
    ...contract.listEntries,
    handler: async (request) => {
      const { db: from, person } = reading(services, request)
      const { content } = await findFair(from, request.params, person)
      return { ...(await listEntries(from, request.params, request.query)), title: content.title }
    },
  })

  app.route({
    ...contract.getEntry,
    handler: (request) => show(reading(services, request), request.params),
  })

  app.route({
    ...contract.entryActs.change,
    handler: (request) =>
      doing(services, request, async (of) => {
        await change(of, request.params, request.body)
        return show(readingIn(of), request.params)
      }),
  })

  app.route({
    ...contract.entryActs.place,
    handler: (request) =>
      doing(services, request, async (of) => {
        await place(of, request.params, request.body)
        return show(readingIn(of), request.params)
      }),
  })

  app.route({
    ...contract.entryActs['turn-down'],
    handler: (request) =>
      doing(services, request, async (of) => {
        const { entryGround: ground, ...body } = request.body
        await act(of, request.params, { ...body, ground, action: 'turn-down' })
        return show(readingIn(of), request.params)
      }),
  })

  for (const action of ['let-in', 'withdraw'] as const)
    app.route({
      ...contract.entryActs[action],
      handler: (request) =>
        doing(services, request, async (of) => {
          await act(of, request.params, { ...request.body, action })
          return show(readingIn(of), request.params)
        }),
    })
}
