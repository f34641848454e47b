import { readReportedAttachment } from '../../../contracts/post-files.ts'
import * as contract from '../../../contracts/post-reports.ts'
import { doing, reading, readingIn } from '../../http/doing.ts'
import type { Slice } from '../../http/slice.ts'
import { sendAttachment } from '../post-files/showing.ts'
import { findStanding } from '../posts/queries.ts'
import { act, report } from './acts.ts'
import { listReports } from './lists.ts'
import { presentReport } from './present.ts'
import { findReport } from './queries.ts'

/** Reports of job posts: by students, to the school. */
export const postReportRoutes: Slice = (app, services) => {
  app.route({
    ...contract.reportPost,
    handler: (request) =>
      doing(services, request, async (of) => {
        const { reportGround: ground, reportText: said } = request.body
        return presentReport(readingIn(of), await report(of, request.params, { ground, said }))
      }),
  })

  app.route({
    ...contract.listMyReports,
    handler: (request) => {
      const { db, person, acting } = reading(services, request)
      return listReports(
        db,
        request.params.school,
        { ...request.query, studentId: person.studentId! },
        acting.at,
      )
    },
  })

  app.route({
    ...contract.listReports,
    handler: (request) => {
      const { db, acting } = reading(services, request)
      return listReports(db, request.params.school, request.query, acting.at)
    },
  })

  app.route({
    ...contract.getReport,
    handler: async (request) => {
      const read = reading(services, request)
      return presentReport(read, await findReport(read.db, request.params, read.person))
    },
  })

  app.route({
    ...readReportedAttachment,
    handler: async (request, reply) => {
      const { db, person, acting } = reading(services, request)
      const { schoolId: school, postId: id, content } = await findReport(db, request.params, person)
      const { employerId } = await findStanding(db, { school, id }, acting.at)
      return sendAttachment(services, reply, employerId, content.attachment, request.query)
    },
  })

  for (const action of Object.keys(contract.reportActs) as (keyof typeof contract.reportActs)[])
    app.route({
      ...contract.reportActs[action],
      handler: (request) =>
        doing(services, request, async (of) =>
          presentReport(readingIn(of), await act(of, request.params, { ...request.body, action })),
        ),
    })
}
