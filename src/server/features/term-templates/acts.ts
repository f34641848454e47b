import { v7 as uuidv7 } from 'uuid'
import { refuseOneMoreTemplate, refuseUnlessProbationFits } from '../../../domain/term-template.ts'
import { type Line, record } from '../../db/journal.ts'
import type { Doing } from '../../http/doing.ts'
import { employerLine } from '../employers/journal.ts'
import { lockEmployer } from '../employers/queries.ts'
import * as templates from './queries.ts'

/** What is journaled of a template is its name: its terms are nobody's act before they are sent. */
const recordOn = (
  { tx, person, actor, acting: { at } }: Doing,
  action: Parameters<typeof employerLine>[1],
  data: Line['data'],
) => record(tx, [employerLine(person.employer!.id, action, { actor, at, data })])

const savedBy = ({ person, acting }: Doing) => ({ by: person.userId, at: acting.at })

/** The employer is held, so that two members together do not keep more than it may. */
export async function save(of: Doing, { name, ...content }: templates.Content & { name: string }) {
  const employerId = of.person.employer!.id
  refuseUnlessProbationFits(content.terms)
  await lockEmployer(of.tx, employerId)
  refuseOneMoreTemplate(await templates.countTemplates(of.tx, employerId))
  const id = uuidv7()
  await templates.addTemplate(of.tx, { employerId, id, name }, content, savedBy(of))
  await recordOn(of, 'employer.save-template', { template: id, name })
  return { id }
}

export async function replace(of: Doing, id: string, content: templates.Content): Promise<void> {
  const employerId = of.person.employer!.id
  refuseUnlessProbationFits(content.terms)
  const { name } = await templates.lockTemplate(of.tx, employerId, id)
  await templates.saveContent(of.tx, employerId, id, content, savedBy(of))
  await recordOn(of, 'employer.replace-template', { template: id, name })
}

export async function rename(of: Doing, id: string, name: string): Promise<void> {
  const employerId = of.person.employer!.id
  const before = await templates.lockTemplate(of.tx, employerId, id)
  await templates.saveName(of.tx, employerId, id, name)
  await recordOn(of, 'employer.rename-template', { template: id, name, before: before.name })
}

export async function remove(of: Doing, id: string): Promise<void> {
  const employerId = of.person.employer!.id
  const { name } = await templates.lockTemplate(of.tx, employerId, id)
  await templates.removeTemplate(of.tx, employerId, id)
  await recordOn(of, 'employer.remove-template', { template: id, name })
}
