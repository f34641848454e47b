import * as contract from '../../../contracts/posts.ts'
import { doing, reading, readingIn } from '../../http/doing.ts'
import type { Slice } from '../../http/slice.ts'
import { close, copy, edit, extend, submit, writeTyped } from './acts.ts'
import { listOwnPosts } from './lists.ts'
import { presentOwnPost } from './present.ts'
import { findOwnPost } from './queries.ts'

/** 招聘信息 as their employer has them: written, submitted to schools, changed, extended, closed. */
export const ownPostRoutes: Slice = (app, services) => {
  const { baseUrl } = services

  app.route({
    ...contract.listOwnPosts,
    handler: (request) => {
      const { db, person, acting } = reading(services, request)
      return listOwnPosts(db, person.employer!.id, request.query, acting.at)
    },
  })

  app.route({
    ...contract.getOwnPost,
    handler: async (request) => {
      const read = reading(services, request)
      const found = await findOwnPost(read.db, read.person.employer!.id, request.params.id)
      return presentOwnPost(read, found, baseUrl)
    },
  })

  app.route({
    ...contract.writePost,
    handler: (request) =>
      doing(services, request, async (of) =>
        presentOwnPost(readingIn(of), await writeTyped(of, request.body), baseUrl),
      ),
  })

  app.route({
    ...contract.copyPost,
    handler: (request) =>
      doing(services, request, async (of) =>
        presentOwnPost(readingIn(of), await copy(of, request.params.id), baseUrl),
      ),
  })

  app.route({
    ...contract.ownPostActs.edit,
    handler: (request) =>
      doing(services, request, async (of) =>
        presentOwnPost(readingIn(of), await edit(of, request.params.id, request.body), baseUrl),
      ),
  })

  app.route({
    ...contract.ownPostActs.submit,
    handler: (request) =>
      doing(services, request, async (of) =>
        presentOwnPost(readingIn(of), await submit(of, request.params.id, request.body), baseUrl),
      ),
  })

  app.route({
    ...contract.ownPostActs.extend,
    handler: (request) =>
      doing(services, request, async (of) =>
        presentOwnPost(readingIn(of), await extend(of, request.params.id, request.body), baseUrl),
      ),
  })

  app.route({
    ...contract.ownPostActs.close,
    handler: (request) =>
      doing(services, request, async (of) =>
        presentOwnPost(readingIn(of), await close(of, request.params.id, request.body), baseUrl),
      ),
  })
}
