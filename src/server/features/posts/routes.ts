import { readPostAttachment } from '../../../contracts/post-files.ts'
import * as contract from '../../../contracts/posts.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { record } from '../../db/journal.ts'
import { doing, reading, readingIn } from '../../http/doing.ts'
import type { Slice } from '../../http/slice.ts'
import { sendAttachment } from '../post-files/showing.ts'
import { eachAlone } from '../reviews/each-alone.ts'
import { placeOf } from '../reviews/neighbours.ts'
import { lockSchool } from '../schools/queries.ts'
import { listWording, saveWording, versionOfWording } from '../wordings/queries.ts'
import { act } from './acts.ts'
import { countPosts, findPostNeighbours, listPosts } from './lists.ts'
import { presentPost } from './present.ts'
import { findPost } from './queries.ts'

/** 招聘信息 at a school: its queue, its decisions, and what posts are checked for. */
export const postRoutes: Slice = (app, services) => {
  const { db, now, baseUrl } = services

  app.route({
    ...contract.listPosts,
    handler: async ({ params: { school }, query }) => {
      const at = now()
      const [page, counts] = await Promise.all([listPosts(db, school, query, at), countPosts(db, school, at)])
      return { ...page, counts }
    },
  })

  app.route({
    ...contract.getPostNeighbours,
    handler: (request) => {
      const { at, ...filter } = request.query
      return findPostNeighbours(reading(services, request), placeOf(request.params, at), filter)
    },
  })

  app.route({
    ...contract.getPost,
    handler: async (request) => {
      const read = reading(services, request)
      return presentPost(read, await findPost(read.db, request.params, read.person), baseUrl)
    },
  })

  app.route({
    ...readPostAttachment,
    handler: async (request, reply) => {
      const { db, person } = reading(services, request)
      const { employerId, content, proposed } = await findPost(db, request.params, person)
      const said = request.query.of === 'proposed' ? proposed : content
      return sendAttachment(services, reply, employerId, said?.attachment ?? null, request.query)
    },
  })

  for (const action of Object.keys(contract.postActs) as (keyof typeof contract.postActs)[])
    app.route({
      ...contract.postActs[action],
      handler: (request) =>
        doing(services, request, async (of) => {
          const after = await act(of, request.params, { ...request.body, action })
          return presentPost(readingIn(of), after, baseUrl)
        }),
    })

  app.route({
    ...contract.publishPosts,
    handler: (request) => {
      const { school } = request.params
      return eachAlone(services, request, request.body.items, (of, { id, seenVersion }) =>
        act(of, { school, id }, { action: 'publish', seenVersion }),
      )
    },
  })

  app.route({
    ...contract.getPostWording,
    handler: async ({ params: { school } }) => ({ items: await listWording(db, school) }),
  })

  app.route({
    ...contract.savePostWording,
    handler: (request) =>
      doing(services, request, async ({ tx, person, actor, acting: { at } }) => {
        const { school } = request.params
        const { seenVersion, wording: ground, ...phrases } = request.body
        const list = { ...phrases, ground }
        await lockSchool(tx, school)
        const version = await versionOfWording(tx, school, list.ground)
        if (version !== seenVersion) throw new Refusal('content-changed', { version })
        await saveWording(tx, school, list, { version: version + 1, at, by: person.userId })
        const { blocking, doubtful, exceptions } = list
        const said = {
          blocking: blocking.join(' '),
          doubtful: doubtful.join(' '),
          exceptions: exceptions.join(' '),
        }
        await record(tx, [
          {
            school,
            subject: `school:${school}`,
            action: 'school.save-post-wording',
            at,
            actor,
            from: null,
            to: null,
            reason: null,
            data: { ground, version: version + 1, ...said },
          },
        ])
        return { items: await listWording(tx, school) }
      }),
  })
}
