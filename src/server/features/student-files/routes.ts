import * as contract from '../../../contracts/students.ts'
import { mayMoveStudents } from '../../../domain/college-move.ts'
import { shownCode } from '../../../domain/first-login.ts'
import { accountName } from '../../../domain/login.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { CASES } from '../../cases/all.ts'
import { inTransaction } from '../../db/database.ts'
import type { Key } from '../../db/key.ts'
import { doing, type Reading, reading, readingIn } from '../../http/doing.ts'
import { actorOf, personOf } from '../../http/person.ts'
import type { Slice } from '../../http/slice.ts'
import type { Secrets } from '../../services/secrets.ts'
import { settle } from '../accounts/attempts.ts'
import { listAgreements } from '../agreements/lists.ts'
import { listDestinations } from '../destinations/lists.ts'
import { listDissolutions } from '../dissolutions/lists.ts'
import { listHistoryOfStudent } from '../journal/queries.ts'
import { listColleges } from '../schools/queries.ts'
import { recordOnStudent } from '../students/acts.ts'
import * as firstLogins from '../students/first-login.ts'
import * as students from '../students/queries.ts'
import { moveStudent } from './acts.ts'

/** A file shows the whole history: nobody has more than a page of anything. */
const WHOLE = { q: '', page: 1, pageSize: 100 }

const TABLES = Object.fromEntries(Object.entries(CASES).map(([kind, { table }]) => [kind, table]))

/** A student's file, within the reader's scope. */
async function presentFile({ db, person, acting }: Reading, { school, id }: Key, secrets: Secrets) {
  await students.refuseOutsideScope(db, school, id, person.collegeId)
  const of = { school, studentId: id }
  const { at } = acting
  const [{ file, employment }, agreements, dissolutions, destinations, colleges] = await Promise.all([
    students.findRosterData(db, school, id, secrets, at),
    listAgreements(db, of, WHOLE, at),
    listDissolutions(db, of, WHOLE, at),
    listDestinations(db, of, WHOLE),
    mayMoveStudents(acting) ? listColleges(db, school, null) : [],
  ])
  const timeline = await listHistoryOfStudent(db, school, id, TABLES)
  return {
    ...file,
    employment,
    agreements: agreements.items,
    dissolutions: dissolutions.items,
    destinations: destinations.items,
    timeline,
    moveTo: colleges.filter((college) => college.id !== file.collegeId),
  }
}

export const studentFileRoutes: Slice = (app, services) => {
  const { db, now, secrets } = services

  app.route({
    ...contract.getStudentFile,
    handler: (request) => presentFile(reading(services, request), request.params, secrets),
  })

  app.route({
    ...contract.moveStudent,
    handler: (request) =>
      doing(services, request, async (of) => {
        await moveStudent(of, request.params, request.body)
        return presentFile(readingIn(of), request.params, secrets)
      }),
  })

  app.route({
    ...contract.openFirstLogin,
    handler: async (request) => {
      const { school, id } = request.params
      await students.refuseOutsideScope(db, school, id, personOf(request).collegeId)
      return doing(services, request, async ({ tx, actor, acting: { at } }) => {
        const opened = await firstLogins.openFirstLogin(tx, request.params)
        if (!opened) throw new Refusal('already-moved-on')
        const account = accountName('student', school, opened.studentNumber)
        await settle({ db: tx, secrets }, { forget: { first: account }, takeOff: {} })
        await recordOnStudent(tx, request.params, { action: 'student.open-first-login', at, actor })
        return { done: true as const }
      })
    },
  })

  app.route({
    ...contract.makeActivationCode,
    handler: async (request) => {
      const { school, id } = request.params
      await students.refuseOutsideScope(db, school, id, personOf(request).collegeId)
      const at = now()
      // Not `doing`, which keeps its answer: the code is kept nowhere. Asked again there is another code.
      return inTransaction(db, async (tx) => {
        const { code, until } = await firstLogins.makeActivationCode(tx, secrets, request.params, at)
        const actor = actorOf(request)
        await recordOnStudent(tx, request.params, { action: 'student.make-activation-code', at, actor })
        return { code: shownCode(code), until: until.toISOString() }
      })
    },
  })
}
