import * as contract from '../../../contracts/students.ts'
import { mayMoveStudents } from '../../../domain/college-move.ts'
import { enrolmentOffers } from '../../../domain/enrolment/acts.ts'
import type { OwnField } from '../../../domain/own-field/field.ts'
import { ownShown } from '../../../domain/own-field/read.ts'
import { CASES } from '../../cases/all.ts'
import type { Key } from '../../db/key.ts'
import { doing, type Reading, reading, readingIn } from '../../http/doing.ts'
import type { Slice } from '../../http/slice.ts'
import type { Secrets } from '../../services/secrets.ts'
import { listAgreements } from '../agreements/lists.ts'
import { listCorrections } from '../corrections/lists.ts'
import { listDestinations } from '../destinations/lists.ts'
import { listDissolutions } from '../dissolutions/lists.ts'
import { listHistoryOfStudent } from '../journal/queries.ts'
import { presentField } from '../own-fields/present.ts'
import { findOwnFields } from '../own-fields/queries.ts'
import { listColleges } from '../schools/queries.ts'
import { addStudent } from '../students/acts.ts'
import { findOwnValues } from '../students/own-values.ts'
import * as students from '../students/queries.ts'
import { fillIn, mark, moveStudent } from './acts.ts'

/** A file shows the whole history: nobody has more than a page of anything. */
const WHOLE = { q: '', page: 1, pageSize: 100 }

const TABLES = Object.fromEntries(Object.entries(CASES).map(([kind, { table }]) => [kind, table]))

/** A field as the file shows it: one that was ended only where something stands in it. */
const presentOwn = (field: OwnField, value: string) =>
  field.isEnded && value === ''
    ? []
    : [{ ...presentField(field), value, shown: value === '' ? null : ownShown(field.takes, value) }]

/** A student's file, within the reader's scope. */
async function presentFile({ db, person, acting }: Reading, { school, id }: Key, secrets: Secrets) {
  await students.refuseOutsideScope(db, school, id, person.collegeId)
  const of = { school, studentId: id }
  const { at } = acting
  const [{ file, employment }, agreements, dissolutions, destinations, corrections, colleges, fields, own] =
    await Promise.all([
      students.findRosterData(db, school, id, secrets, at),
      listAgreements(db, of, WHOLE, at),
      listDissolutions(db, of, WHOLE, at),
      listDestinations(db, of, WHOLE, at),
      listCorrections(db, of, WHOLE, at),
      mayMoveStudents(acting) ? listColleges(db, school, null) : [],
      findOwnFields(db, school, 'roster'),
      findOwnValues(db, { school, id }),
    ])
  const timeline = await listHistoryOfStudent(db, school, id, TABLES)
  return {
    ...file,
    employment,
    agreements: agreements.items,
    dissolutions: dissolutions.items,
    destinations: destinations.items,
    corrections: corrections.items,
    timeline,
    actions: [
      ...(mayMoveStudents(acting) ? (['move'] as const) : []),
      ...enrolmentOffers({ status: file.enrolment, version: file.version }, acting),
    ],
    own: fields.flatMap((field) => presentOwn(field, own.values[field.key] ?? '')),
    moveTo: colleges.filter((college) => college.id !== file.collegeId),
  }
}

export const studentFileRoutes: Slice = (app, services) => {
  const { secrets } = services

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
    ...contract.fillInStudent,
    handler: (request) =>
      doing(services, request, async (of) => {
        await fillIn(of, request.params, request.body)
        return presentFile(readingIn(of), request.params, secrets)
      }),
  })

  const acts = contract.enrolmentActs
  for (const action of Object.keys(acts) as (keyof typeof acts)[])
    app.route({
      ...acts[action],
      handler: (request) =>
        doing(services, request, async (of) => {
          await mark(of, request.params, { ...request.body, action })
          return presentFile(readingIn(of), request.params, secrets)
        }),
    })

  app.route({
    ...contract.addStudent,
    handler: (request) =>
      doing(services, request, async (of) => ({
        id: await addStudent(of, request.params.school, request.body.values, services.printed),
      })),
  })
}
