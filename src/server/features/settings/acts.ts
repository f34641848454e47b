import { refuseUnlessNames } from '../../../domain/evidence-archive/names.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { Settings } from '../../../domain/settings.ts'
import { hashOf } from '../../db/journal.ts'
import type { Doing } from '../../http/doing.ts'
import { lockSettings, saveSettings } from '../schools/queries.ts'
import { recordOnSchool } from '../schools/record-on-school.ts'
import { takeUpPattern } from './number-patterns.ts'

/** Changes the settings that were read, and journals them beside what they were. */
export async function changeSettings(
  { tx, actor, acting: { at } }: Doing,
  school: string,
  { version: seen, ...after }: Settings & { readonly version: number },
): Promise<void> {
  const { version, ...before } = await lockSettings(tx, school)
  if (seen !== version) throw new Refusal('content-changed', { version })
  if (after.numberPattern !== before.numberPattern)
    await takeUpPattern(tx, { school, pattern: after.numberPattern, at })
  if (after.archiveNames !== before.archiveNames) refuseUnlessNames(after.archiveNames, 'archiveNames')
  await saveSettings(tx, school, after)
  await recordOnSchool({ tx, actor, at }, school, 'school.save-settings', {
    before: JSON.stringify(before),
    settings: JSON.stringify(after),
    hash: hashOf(after),
  })
}
