import { v7 as uuidv7 } from 'uuid'
import type { SharedColumn } from '../../../contracts/exports.ts'
import type { EventName } from '../../../domain/event.ts'
import { MOST_TEMPLATES, readColumns } from '../../../domain/export/template.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { Key } from '../../db/key.ts'
import type { Doing } from '../../http/doing.ts'
import { lockSchool } from '../schools/queries.ts'
import { recordOnSchool } from '../schools/record-on-school.ts'
import { findCatalogue } from './graduates.ts'
import * as templates from './queries.ts'

type Said = { readonly templateName: string; readonly columns: readonly SharedColumn[] }
type TemplateEvent = Extract<EventName, `school.${'save' | 'end'}-export-template`>

const recordTemplate = (
  { tx, actor, acting: { at } }: Doing,
  { school, id }: Key,
  action: TemplateEvent,
  { name, version }: { readonly name: string; readonly version: number },
) => recordOnSchool({ tx, actor, at }, school, action, { template: id, name, version })

async function save(doing: Doing, key: Key, said: Said, version: number): Promise<void> {
  const { tx, person, acting } = doing
  const columns = readColumns(said.columns, await findCatalogue(tx, key.school))
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
