import * as contract from '../../../contracts/students.ts'
import { refuseUnlessVerified } from '../../../domain/admission/verification.ts'
import { dayInChina } from '../../../domain/day.ts'
import { refuseUnlessAdmitted } from '../../../domain/invitation/again.ts'
import { inUse, ownNames, shownToStudents } from '../../../domain/own-field/field.ts'
import { ownSaid, ownShown } from '../../../domain/own-field/read.ts'
import { findStudentToDo } from '../../cases/to-do.ts'
import { personOf } from '../../http/person.ts'
import type { Slice } from '../../http/slice.ts'
import { countUse, settle } from '../accounts/attempts.ts'
import { findAdmission } from '../admissions/standing.ts'
import { findConfirmUntil } from '../confirmations/queries.ts'
import { findOpen } from '../corrections/lists.ts'
import { findReasonsAgainstInviting } from '../invitations/inviting.ts'
import { findSettings } from '../notifications/settings.ts'
import { findOwnFields } from '../own-fields/queries.ts'
import { findOwnValues } from './own-values.ts'
import * as students from './queries.ts'

export const studentRoutes: Slice = (app, { db, now, secrets }) => {
  app.route({
    ...contract.studentHome,
    handler: async (request) => {
      const { school } = request.params
      const { studentId: id, userId } = personOf(request)
      const studentId = id!
      const of = { school, studentId, today: dayInChina(now()) }
      const [{ home, employment }, toDo, { email }, correction, confirmUntil, fields, said] =
        await Promise.all([
          students.findRosterData(db, school, studentId, secrets, now()),
          findStudentToDo(db, of),
          findSettings(db, userId),
          findOpen(db, of, now()),
          findConfirmUntil(db, { school, id: studentId }, now()),
          findOwnFields(db, school, 'roster'),
          findOwnValues(db, { school, id: studentId }),
        ])
      const own = ownSaid(inUse(fields).filter(shownToStudents), said.values)
      return {
        basics: {
          ...home,
          email,
          own: own.map((field) => ({ ...ownNames(field), shown: ownShown(field.takes, field.value) })),
        },
        employment,
        ...toDo,
        confirmUntil,
        correction,
      }
    },
  })

  app.route({
    ...contract.findStudentToInvite,
    handler: async (request) => {
      const person = personOf(request)
      const employer = person.employer!
      const { school } = request.params
      // Who may not invite has nobody to look up.
      const standing = await findAdmission(db, school, employer.id)
      refuseUnlessAdmitted({ ...standing, employer })
      refuseUnlessVerified(standing.verifyDue, now())
      // Guessing names against numbers is not browsing: it is counted like guessing a password.
      const guessing = `find:${person.userId}`
      await countUse({ db, secrets }, 'search', guessing, now())
      const found = await students.findStudentToInvite(db, school, request.body)
      await settle({ db, secrets }, { forget: {}, takeOff: { search: guessing } })
      const of = { school, studentIds: [found.id], employer }
      const reasonsOf = await findReasonsAgainstInviting(db, of, now())
      return { ...found, reasons: reasonsOf(found.id) }
    },
  })
}
