import { z } from 'zod'
import * as contract from '../../../contracts/roster.ts'
import { GRANTED } from '../../../domain/correction/life.ts'
import { isOwnKey, type OwnField, ownNames } from '../../../domain/own-field/field.ts'
import { ROSTER_COLUMNS } from '../../../domain/roster/columns.ts'
import { changesIn, type SaidChange } from '../../../domain/roster/journaled.ts'
import { PURPOSES } from '../../../domain/unmasking.ts'
import { personOf } from '../../http/person.ts'
import type { Slice } from '../../http/slice.ts'
import { listRosterLines, type RosterLine } from '../journal/queries.ts'
import { findOwnFields } from '../own-fields/queries.ts'
import { listColleges } from '../schools/queries.ts'
import { refuseOutsideScope } from '../students/queries.ts'

const data = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).catch({})
const purpose = z.enum(PURPOSES).nullable().catch(null)
type Colleges = ReadonlyMap<string, string>
type Facts = { readonly colleges: Colleges; readonly own: readonly OwnField[] }

/** A move that was journaled before moves said what they change says from where to where. */
function movedBetween({ action, from, to }: RosterLine, colleges: Colleges): SaidChange[] {
  if (action !== 'student.move-college' || from === null || to === null || from === to) return []
  const nameOf = (id: string) => colleges.get(id) ?? id
  return [{ key: 'college', from: nameOf(from), to: nameOf(to) }]
}

/** As it is called now; a field that is gone as it was called then. */
function namesOf({ key, called = '' }: SaidChange, own: readonly OwnField[]) {
  if (isOwnKey(key)) return ownNames(own.find((field) => field.key === key) ?? { name: called, nameEn: '' })
  const { zh: name, en: nameEn } = ROSTER_COLUMNS[key]
  return { name, nameEn }
}

function presentLine(line: RosterLine, { colleges, own }: Facts): contract.RosterLine {
  const kept = data.parse(line.data)
  const said = changesIn(kept)
  const changes = said.length > 0 ? said : movedBetween(line, colleges)
  const { id, at, action, actorName, actorRole, reason } = line
  return {
    ...{ id, at, action, actorName, actorRole, reason, signed: null },
    purpose: purpose.parse(kept.purpose ?? null),
    changes: changes.map((change) => ({ ...namesOf(change, own), from: change.from, to: change.to })),
  }
}

export const historyRoutes: Slice = (app, { db }) => {
  app.route({
    ...contract.listRosterHistory,
    handler: async (request) => {
      const { school, id: studentId } = request.params
      await refuseOutsideScope(db, school, studentId, personOf(request).collegeId)
      const [{ rows, ...page }, colleges, own] = await Promise.all([
        listRosterLines(db, { school, studentId }, GRANTED, request.query),
        listColleges(db, school, null),
        findOwnFields(db, school, 'roster'),
      ])
      const names = new Map(colleges.map(({ id, name }) => [id, name]))
      return { ...page, items: rows.map((line) => presentLine(line, { colleges: names, own })) }
    },
  })
}
