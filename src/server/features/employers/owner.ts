import type { EventName } from '../../../domain/event.ts'
import type { Tx } from '../../db/database.ts'
import { type Actor, type Line, record } from '../../db/journal.ts'
import type { Owner } from '../../db/owner.ts'
import { lockSchool } from '../schools/queries.ts'
import { recordOnSchool } from '../schools/record-on-school.ts'
import { employerLine } from './journal.ts'
import { lockEmployer } from './queries.ts'

/** Held against every other act on what it has. */
export const lockOwner = (tx: Tx, owner: Owner): Promise<unknown> =>
  'employerId' in owner ? lockEmployer(tx, owner.employerId) : lockSchool(tx, owner.schoolId)

type Verb<Event, Of extends string> = Event extends `${Of}.${infer Verb}` ? Verb : never
/** What both a school and an employer do with what is their own. */
export type OwnerAct = Verb<EventName, 'employer'> & Verb<EventName, 'school'>

/** What was decided for an owner, in its own chain of the journal. */
export const recordOnOwner = (
  of: { readonly tx: Tx; readonly actor: Actor; readonly at: Date },
  owner: Owner,
  act: OwnerAct,
  data: Line['data'],
): Promise<void> =>
  'employerId' in owner
    ? record(of.tx, [employerLine(owner.employerId, `employer.${act}`, { ...of, data })])
    : recordOnSchool(of, owner.schoolId, `school.${act}`, data)
