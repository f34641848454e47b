import { findStudentToInvite as findContract } from '../../../contracts/invitations.ts'
import * as contract from '../../../contracts/students.ts'
import { dayInChina } from '../../../domain/day.ts'
import type { App } from '../../http/app.ts'
import { personOf } from '../../http/person.ts'
import type { Services } from '../../services/services.ts'
import { countAttempt } from '../accounts/attempts.ts'
import { listAgreements } from '../agreements/lists.ts'
import { listDestinations } from '../destinations/lists.ts'
import { listDissolutions } from '../dissolutions/lists.ts'
import { listTimeline } from '../journal/queries.ts'
import { listColleges } from '../schools/queries.ts'
import * as students from '../students/queries.ts'

/** A file shows the whole history: nobody has more than a page of anything. */
const WHOLE = { q: '', page: 1, pageSize: 100 }

export function studentRoutes(app: App, { db, now, secrets }: Services) {
  app.route({
    ...contract.studentHome,
    handler: async (request) => {
      const { school } = request.params
      const studentId = personOf(request).studentId!
      const [{ home, employment }, toDo] = await Promise.all([
        students.findRosterData(db, school, studentId, secrets),
        students.countToDo(db, school, studentId, dayInChina(now())),
      ])
      return { basics: home, employment, ...toDo }
    },
  })

  app.route({
    ...contract.listStudents,
    handler: async (request) => {
      const { school } = request.params
      const { collegeId } = personOf(request)
      const [page, colleges] = await Promise.all([
        students.listStudents(db, { school, college: collegeId }, request.query),
        listColleges(db, school, collegeId),
      ])
      return { ...page, colleges }
    },
  })

  app.route({
    ...contract.getStudentFile,
    handler: async (request) => {
      const { school, id } = request.params
      await students.refuseOutsideScope(db, school, id, personOf(request).collegeId)
      const of = { school, studentId: id }
      const [{ file, employment }, agreements, dissolutions, destinations] = await Promise.all([
        students.findRosterData(db, school, id, secrets),
        listAgreements(db, of, WHOLE, now()),
        listDissolutions(db, of, WHOLE, now()),
        listDestinations(db, of, WHOLE),
      ])
      const timeline = await listTimeline(db, school, { studentId: id })
      return {
        ...file,
        employment,
        agreements: agreements.items,
        dissolutions: dissolutions.items,
        destinations: destinations.items,
        timeline,
      }
    },
  })

  app.route({
    ...findContract,
    handler: async (request) => {
      // Guessing names against numbers is not browsing: it is counted like guessing a password.
      await countAttempt(db, 'address', `find:${personOf(request).userId}`, now())
      return students.findStudentToInvite(db, request.params.school, request.body)
    },
  })
}
