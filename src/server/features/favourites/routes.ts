import * as contract from '../../../contracts/jobs.ts'
import { markFrom, markText } from '../../db/mark.ts'
import { doing, reading } from '../../http/doing.ts'
import type { Slice } from '../../http/slice.ts'
import { namesOf } from '../posts/names.ts'
import { findOpenPost } from '../posts/search.ts'
import { keepPost, letPostGo, listKept } from './queries.ts'

const A_PAGE = 20

/** 收藏: the posts that a student keeps. */
export const favouriteRoutes: Slice = (app, services) => {
  app.route({
    ...contract.keepJob,
    handler: (request) =>
      doing(services, request, async ({ tx, person, acting: { at } }) => {
        const { school, shortId } = request.params
        const post = await findOpenPost(tx, { school, shortId, reader: 'student' }, at)
        await keepPost(tx, { school, id: person.studentId! }, post, at)
        return { done: true as const }
      }),
  })

  app.route({
    ...contract.letJobGo,
    handler: (request) =>
      doing(services, request, async ({ tx, person }) => {
        const { school, shortId } = request.params
        await letPostGo(tx, { school, id: person.studentId! }, shortId)
        return { done: true as const }
      }),
  })

  app.route({
    ...contract.listFavourites,
    handler: async (request) => {
      const { db, person, acting } = reading(services, request)
      const student = { school: request.params.school, id: person.studentId! }
      const after = markFrom(request.query.after)
      const { items, next } = await listKept(db, student, after, A_PAGE, acting.at)
      const names = await namesOf(
        db,
        items.map(({ content }) => content),
      )
      return {
        items: items.map(({ content, ...post }) => ({
          id: post.id,
          shortId: post.shortId,
          employer: post.employer,
          status: post.status,
          lastDay: post.lastDay,
          keptAt: post.keptAt.toISOString(),
          title: content.title,
          work: content.work,
          // What is submitted says how many (L1).
          headcount: content.headcount!,
          pay: content.pay,
          regions: [...content.regions],
          education: content.education,
          audience: content.audience,
        })),
        next: next && markText(next),
        names,
      }
    },
  })
}
