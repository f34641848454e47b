import type { Major } from '../../../contracts/majors.ts'
import { dayInChina } from '../../../domain/day.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { Tx } from '../../db/database.ts'
import type { Doing } from '../../http/doing.ts'
import { findCodeTables, listColleges } from '../schools/queries.ts'
import { recordOnSchool } from '../schools/record-on-school.ts'
import * as majors from './queries.ts'

const LEVELS = 'education_level'

/** Refuses a level that no table has, and a college that the school has not. */
async function refuseUnknown(
  tx: Tx,
  school: string,
  { educationLevel, colleges }: Pick<majors.MajorSaid, 'educationLevel' | 'colleges'>,
  at: Date,
): Promise<void> {
  const year = Number(dayInChina(at).slice(0, 4))
  const [tables, known] = await Promise.all([
    findCodeTables(tx, [LEVELS], year),
    listColleges(tx, school, null),
  ])
  if (tables[LEVELS]?.rows.every(({ code }) => code !== educationLevel) ?? true)
    throw new Refusal('invalid-input', { field: 'educationLevel' })
  if (colleges.some((id) => known.every((college) => college.id !== id)))
    throw new Refusal('no-such-college', { field: 'colleges' })
}

const journaled = ({ name, educationLevel, colleges, inUse }: majors.MajorSaid) =>
  JSON.stringify({ name, educationLevel, colleges: colleges.toSorted(), inUse })
const saidOf = ({ name, educationLevel, colleges, inUse }: Major): majors.MajorSaid => ({
  name,
  educationLevel,
  colleges: colleges.map(({ id }) => id),
  inUse,
})

export async function add(
  { tx, actor, acting: { at } }: Doing,
  key: majors.MajorKey,
  given: Omit<majors.MajorSaid, 'inUse'>,
): Promise<Major> {
  await refuseUnknown(tx, key.school, given, at)
  const said = { ...given, inUse: true }
  await majors.addMajor(tx, key, said)
  await recordOnSchool({ tx, actor, at }, key.school, 'school.add-major', {
    major: key.code,
    after: journaled(said),
  })
  return majors.findMajor(tx, key)
}

/** Refuses `content-changed` where somebody else has changed it since it was read, and `nothing-changed`. */
export async function change(
  { tx, actor, acting: { at } }: Doing,
  key: majors.MajorKey,
  { seenVersion, ...said }: majors.MajorSaid & { readonly seenVersion: number },
): Promise<Major> {
  const before = await majors.lockMajor(tx, key)
  if (before.version !== seenVersion) throw new Refusal('content-changed', { version: before.version })
  await refuseUnknown(tx, key.school, said, at)
  const [was, is] = [journaled(saidOf(before)), journaled(said)]
  if (was === is) throw new Refusal('nothing-changed')
  await majors.saveMajor(tx, key, said)
  const data = { major: key.code, before: was, after: is }
  await recordOnSchool({ tx, actor, at }, key.school, 'school.change-major', data)
  return majors.findMajor(tx, key)
}
