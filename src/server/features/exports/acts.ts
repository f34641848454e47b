import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import type { correctByFile, SharedColumn } from '../../../contracts/exports.ts'
import type { EventName } from '../../../domain/event.ts'
import { correctionOf } from '../../../domain/export/read-back.ts'
import { MOST_TEMPLATES, readColumns } from '../../../domain/export/template.ts'
import { shownFileName } from '../../../domain/file-name.ts'
import type { Printed } from '../../../domain/printed.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { journaledChanges } from '../../../domain/roster/journaled.ts'
import { refuseUnlessInUse } from '../../../domain/roster/own-values.ts'
import { InvalidRosterFields } from '../../../domain/roster/read-values.ts'
import type { Key } from '../../db/key.ts'
import type { Doing } from '../../http/doing.ts'
import { followNames } from '../accounts/roster-accounts.ts'
import { findRosterTables } from '../roster-imports/tables.ts'
import { lockSchool } from '../schools/queries.ts'
import { recordOnSchool } from '../schools/record-on-school.ts'
import { recordOnStudents } from '../students/acts.ts'
import { entryOf } from '../students/roster-columns.ts'
import { findKnownByIds } from '../students/roster-comparing.ts'
import { enterCorrections, lockAsSeen } from '../students/roster-entering.ts'
import { findCatalogue } from './graduates.ts'
import * as templates from './queries.ts'
import { holdersOf } from './reading-back.ts'

type Said = { readonly templateName: string; readonly exportColumns: readonly SharedColumn[] }
type TemplateEvent = Extract<EventName, `school.${'save' | 'end'}-export-template`>

const recordTemplate = (
  { tx, actor, acting: { at } }: Doing,
  { school, id }: Key,
  action: TemplateEvent,
  { name, version }: { readonly name: string; readonly version: number },
) => recordOnSchool({ tx, actor, at }, school, action, { template: id, name, version })

async function save(doing: Doing, key: Key, said: Said, version: number): Promise<void> {
  const { tx, person, acting } = doing
  const columns = readColumns(said.exportColumns, await findCatalogue(tx, key.school))
  const name = said.templateName
  await templates.saveVersion(tx, key, { name, version, columns, by: person.userId, at: acting.at })
  await recordTemplate(doing, key, 'school.save-export-template', { name, version })
}

/** Its id. The school is locked: two who add at once do not pass the bound together. */
export async function addTemplate(doing: Doing, school: string, said: Said): Promise<Key> {
  await lockSchool(doing.tx, school)
  if ((await templates.countTemplates(doing.tx, school)) >= MOST_TEMPLATES)
    throw new Refusal('export-templates-too-many', { limit: MOST_TEMPLATES })
  const key = { school, id: uuidv7() }
  await save(doing, key, said, 1)
  return key
}

async function lockSeen({ tx }: Doing, key: Key, seenVersion: number) {
  const found = await templates.lockTemplate(tx, key)
  if (found.version !== seenVersion) throw new Refusal('content-changed', { version: found.version })
  return found
}

/** A further version, by whoever has seen the last. */
export async function saveTemplate(
  doing: Doing,
  key: Key,
  { seenVersion, ...said }: Said & { readonly seenVersion: number },
): Promise<void> {
  const { version } = await lockSeen(doing, key, seenVersion)
  await save(doing, key, said, version + 1)
}

export async function endTemplate(doing: Doing, key: Key, seenVersion: number): Promise<void> {
  const found = await lockSeen(doing, key, seenVersion)
  await templates.endTemplate(doing.tx, key, doing.acting.at)
  await recordTemplate(doing, key, 'school.end-export-template', found)
}

/**
 * Corrects students on the roster as a file says that came back, judged anew as the roster is now: all of them as they were seen,
 * or none. The school is locked, as whoever else enters many locks it.
 */
export async function correct(
  doing: Doing,
  { school, id: template }: Key,
  { returnedFile, corrections }: z.output<typeof correctByFile.schema.body>,
  printed: Printed,
): Promise<number> {
  const { tx, secrets, actor, acting } = doing
  const { at } = acting
  await templates.findTemplate(tx, { school, id: template })
  await lockSchool(tx, school)
  const ids = corrections.map(({ studentId }) => studentId)
  if (new Set(ids).size < ids.length) throw new Refusal('invalid-input', { field: 'corrections' })
  await lockAsSeen(
    tx,
    school,
    corrections.map(({ studentId: id, seenVersion: version }) => ({ id, version })),
  )
  const [students, tables] = await Promise.all([
    findKnownByIds(tx, secrets, school, ids),
    findRosterTables(tx, school),
  ])
  const asked = corrections.map(({ studentId, values }) => {
    refuseUnlessInUse(values, tables.own, 'corrections')
    const known = students.get(studentId)
    if (!known) throw new Refusal('roster-changed')
    return { known, said: values }
  })
  const heldBy = await holdersOf(tx, secrets, school, asked)
  const corrected = asked.map((one) => {
    const by = { tables: { ...tables, printed }, holders: heldBy(one), at }
    const { changes, faults } = correctionOf(one.known, one.said, by)
    const [fault] = faults
    if (fault) throw new InvalidRosterFields([{ ...fault, field: `corrections.${fault.key}` }])
    if (changes.length === 0) throw new Refusal('roster-changed')
    const after = { ...one.known.values, ...Object.fromEntries(changes.map(({ key, to }) => [key, to])) }
    const keys = changes.map(({ key }) => key)
    return { id: one.known.id, changes, entry: entryOf(after, keys, secrets) }
  })
  await enterCorrections(tx, school, corrected)
  await followNames(tx, school, ids)
  await recordOnStudents(
    tx,
    corrected.map(({ id, changes }) => ({ school, id, data: journaledChanges(changes, tables) })),
    { action: 'student.correct-by-file', at, actor, data: { template, file: shownFileName(returnedFile) } },
  )
  return corrected.length
}
