import type { BroughtMajor, Major } from '../../../contracts/majors.ts'
import { dayInChina } from '../../../domain/day.ts'
import { type ListedMajor, standingOfMajor } from '../../../domain/major/listed.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { Tx } from '../../db/database.ts'
import type { Doing } from '../../http/doing.ts'
import { findCodeTables, listColleges } from '../schools/queries.ts'
import { recordOnSchool } from '../schools/record-on-school.ts'
import * as majors from './queries.ts'
import { LEVELS } from './tables.ts'

/** Refuses a level that no table offers, and a college that the school has not. */
async function refuseUnknown(
  tx: Tx,
  school: string,
  { levels, colleges }: { readonly levels: readonly string[]; readonly colleges: readonly string[] },
  at: Date,
): Promise<void> {
  const year = Number(dayInChina(at).slice(0, 4))
  const [tables, known] = await Promise.all([
    findCodeTables(tx, [LEVELS], year),
    listColleges(tx, school, null),
  ])
  if (levels.some((level) => !tables[LEVELS]?.of(level)))
    throw new Refusal('invalid-input', { field: 'educationLevel' })
  const ids = new Set(known.map(({ id }) => id))
  if (colleges.some((id) => !ids.has(id))) throw new Refusal('no-such-college', { field: 'colleges' })
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
  await refuseUnknown(tx, key.school, { levels: [given.educationLevel], colleges: given.colleges }, at)
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
  await refuseUnknown(tx, key.school, { levels: [said.educationLevel], colleges: said.colleges }, at)
  const was = saidOf(before)
  if (standingOfMajor({ code: key.code, ...said }, { code: key.code, ...was }) === 'same')
    throw new Refusal('nothing-changed')
  await majors.saveMajor(tx, key, said)
  const data = { major: key.code, before: journaled(was), after: journaled(said) }
  await recordOnSchool({ tx, actor, at }, key.school, 'school.change-major', data)
  return majors.findMajor(tx, key)
}

const placed = ({
  majorCode: code,
  majorName: name,
  educationLevel,
  colleges,
  inUse,
}: BroughtMajor): ListedMajor => ({
  code,
  name,
  educationLevel,
  colleges,
  inUse,
})

/**
 * What a sheet was found to say, whole or not at all. Refuses `content-changed` where the list is no longer as it was when the
 * sheet was checked, and `nothing-changed`.
 */
export async function enter(
  { tx, actor, acting: { at } }: Doing,
  school: string,
  brought: readonly BroughtMajor[],
): Promise<{ added: number; changed: number }> {
  const codes = brought.map(({ majorCode }) => majorCode)
  if (new Set(codes).size < codes.length) throw new Refusal('invalid-input', { field: 'majorCode' })
  const held = new Map((await majors.lockKept(tx, school, codes)).map((one) => [one.code, one]))
  const there = (code: string) => held.get(code) ?? null
  if (brought.some(({ majorCode, seenVersion }) => (there(majorCode)?.version ?? null) !== seenVersion))
    throw new Refusal('content-changed', { field: 'majorCode' })
  const all = brought.map(placed)
  const levels = all.filter(({ code, educationLevel }) => educationLevel !== there(code)?.educationLevel)
  await refuseUnknown(
    tx,
    school,
    {
      // A level that is chosen no more stays where it stood.
      levels: levels.map(({ educationLevel }) => educationLevel),
      colleges: all.flatMap(({ colleges }) => colleges),
    },
    at,
  )

  const standing = Map.groupBy(all, (one) => standingOfMajor(one, there(one.code)))
  const [added, changed] = [standing.get('new') ?? [], standing.get('changed') ?? []]
  if (added.length + changed.length === 0) throw new Refusal('nothing-changed', { field: 'majorCode' })
  await majors.saveAll(tx, school, { added, changed })
  await recordOnSchool({ tx, actor, at }, school, 'school.enter-majors', {
    added: JSON.stringify(added),
    'changed.before': JSON.stringify(changed.map(({ code }) => there(code))),
    'changed.after': JSON.stringify(changed),
  })
  return { added: added.length, changed: changed.length }
}
