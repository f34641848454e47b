import { getTrackRecord } from '../../../contracts/track-records.ts'
import { markFrom, markText } from '../../db/mark.ts'
import { reading } from '../../http/doing.ts'
import type { Slice } from '../../http/slice.ts'
import { findOneAdmission } from '../admissions/queries.ts'
import { findAnswerRate } from '../applications/answer-rate.ts'
import { findEmployer } from '../employers/queries.ts'
import { countFacts, countPostsOf, listFacts } from './facts.ts'

const A_PAGE = 20

/** What a school knows of an employer, on one page. */
export const trackRecordRoutes: Slice = (app, services) => {
  app.route({
    ...getTrackRecord,
    handler: async (request) => {
      const { db, person, acting } = reading(services, request)
      const { params, query } = request
      const { at } = acting
      const { status } = await findOneAdmission(db, params, person)
      const [{ creditCode, inEffect }, posts, counts, rate, { items, next }] = await Promise.all([
        findEmployer(db, params.id),
        countPostsOf(db, params),
        countFacts(db, params, at),
        findAnswerRate(db, params.school, params.id, at),
        listFacts(db, params, { at, after: markFrom(query.after), most: A_PAGE }),
      ])
      return {
        id: params.id,
        employer: { name: inEffect.name, creditCode },
        status,
        posts,
        answerRate: rate,
        counts,
        facts: items,
        next: next && markText(next),
      }
    },
  })
}
