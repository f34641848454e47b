import * as contract from '../../../contracts/students.ts'
import { dayInChina } from '../../../domain/day.ts'
import { countStudentToDo } from '../../cases/to-do.ts'
import { personOf } from '../../http/person.ts'
import type { Slice } from '../../http/slice.ts'
import { countUse } from '../accounts/attempts.ts'
import { findSettings } from '../notifications/settings.ts'
import { listColleges } from '../schools/queries.ts'
import * as students from './queries.ts'

export const studentRoutes: Slice = (app, { db, now, secrets }) => {
  app.route({
    ...contract.studentHome,
    handler: async (request) => {
      const { school } = request.params
      const { studentId: id, userId } = personOf(request)
      const studentId = id!
      const [{ home, employment }, toDo, { email }] = await Promise.all([
        students.findRosterData(db, school, studentId, secrets),
        countStudentToDo(db, { school, studentId, today: dayInChina(now()) }),
        findSettings(db, userId),
      ])
      return { basics: { ...home, email }, employment, ...toDo }
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
    ...contract.findStudentToInvite,
    handler: async (request) => {
      // Guessing names against numbers is not browsing: it is counted like guessing a password.
      await countUse({ db, secrets }, 'search', `find:${personOf(request).userId}`, now())
      return students.findStudentToInvite(db, request.params.school, request.body)
    },
  })
}
