import { findStudentToInvite as findContract } from '../../../contracts/invitations.ts'
import * as contract from '../../../contracts/people.ts'
import { dayInChina } from '../../../domain/day.ts'
import type { App } from '../../app.ts'
import { personOf } from '../../identity.ts'
import type { Services } from '../../services.ts'
import { countAttempt } from '../accounts/attempts.ts'
import { listAgreements } from '../agreements/lists.ts'
import { listTimeline } from '../journal/queries.ts'
import * as students from './queries.ts'

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
      return {
        basics: home,
        employment,
        signingToDo: Number(toDo.signingToDo),
        agreementToDo: Number(toDo.agreementToDo),
      }
    },
  })

  app.route({
    ...contract.listStudents,
    handler: async (request) =>
      students.listStudents(
        db,
        { school: request.params.school, college: personOf(request).collegeId },
        request.query,
      ),
  })

  app.route({
    ...contract.getStudentFile,
    handler: async (request) => {
      const { school, id } = request.params
      await students.refuseOutsideScope(db, school, id, personOf(request).collegeId)
      const [{ file, employment }, agreements] = await Promise.all([
        students.findRosterData(db, school, id, secrets),
        listAgreements(db, { school, studentId: id }, { q: '', page: 1, pageSize: 100 }),
      ])
      const timeline = await listTimeline(db, school, { studentId: id })
      return { ...file, employment, agreements: agreements.items, timeline }
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
