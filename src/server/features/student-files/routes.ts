import { getStudentFile, makeActivationCode, openFirstLogin } from '../../../contracts/students.ts'
import { shownCode } from '../../../domain/first-login.ts'
import { accountName } from '../../../domain/login.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { CASES } from '../../cases/all.ts'
import { doing } from '../../http/doing.ts'
import { personOf } from '../../http/person.ts'
import type { Slice } from '../../http/slice.ts'
import { settle } from '../accounts/attempts.ts'
import { listAgreements } from '../agreements/lists.ts'
import { listDestinations } from '../destinations/lists.ts'
import { listDissolutions } from '../dissolutions/lists.ts'
import { listHistoryOfStudent } from '../journal/queries.ts'
import { recordOnStudent } from '../students/acts.ts'
import * as firstLogins from '../students/first-login.ts'
import * as students from '../students/queries.ts'

/** A file shows the whole history: nobody has more than a page of anything. */
const WHOLE = { q: '', page: 1, pageSize: 100 }

const TABLES = Object.fromEntries(Object.entries(CASES).map(([kind, { table }]) => [kind, table]))

export const studentFileRoutes: Slice = (app, services) => {
  const { db, now, secrets } = services
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

  app.route({
    ...openFirstLogin,
    handler: async (request) => {
      const { school, id } = request.params
      await students.refuseOutsideScope(db, school, id, personOf(request).collegeId)
      const login = await doing(services, request, async ({ tx, actor, acting: { at } }) => {
        const opened = await firstLogins.openFirstLogin(tx, request.params)
        if (!opened) throw new Refusal('already-moved-on')
        await recordOnStudent(tx, request.params, { action: 'student.open-first-login', at, actor })
        return opened.studentNumber
      })
      await settle(services, { forget: { first: accountName('student', school, login) }, takeOff: {} })
      return { done: true as const }
    },
  })

  app.route({
    ...makeActivationCode,
    handler: async (request) => {
      const { school, id } = request.params
      await students.refuseOutsideScope(db, school, id, personOf(request).collegeId)
      return doing(services, request, async ({ tx, actor, acting: { at } }) => {
        const made = await firstLogins.makeActivationCode(tx, secrets, request.params, at)
        await recordOnStudent(tx, request.params, { action: 'student.make-activation-code', at, actor })
        return { code: shownCode(made.code), until: made.until.toISOString() }
      })
    },
  })
}
