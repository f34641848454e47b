import { getStudentFile } from '../../../contracts/students.ts'
import { CASES } from '../../cases/all.ts'
import { personOf } from '../../http/person.ts'
import type { Slice } from '../../http/slice.ts'
import { listAgreements } from '../agreements/lists.ts'
import { listDestinations } from '../destinations/lists.ts'
import { listDissolutions } from '../dissolutions/lists.ts'
import { listHistoryOfStudent } from '../journal/queries.ts'
import * as students from '../students/queries.ts'

/** A file shows the whole history: nobody has more than a page of anything. */
const WHOLE = { q: '', page: 1, pageSize: 100 }

const TABLES = Object.fromEntries(Object.entries(CASES).map(([kind, { table }]) => [kind, table]))

export const studentFileRoutes: Slice = (app, { db, now, secrets }) => {
  app.route({
    ...getStudentFile,
    handler: async (request) => {
      const { school, id } = request.params
      await students.refuseOutsideScope(db, school, id, personOf(request).collegeId)
      const of = { school, studentId: id }
      const at = now()
      const [{ file, employment }, agreements, dissolutions, destinations] = await Promise.all([
        students.findRosterData(db, school, id, secrets),
        listAgreements(db, of, WHOLE, at),
        listDissolutions(db, of, WHOLE, at),
        listDestinations(db, of, WHOLE),
      ])
      const timeline = await listHistoryOfStudent(db, school, id, TABLES)
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
}
