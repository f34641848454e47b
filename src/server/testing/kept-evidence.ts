import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Scenario } from './scenario.ts'

/** The ids of evidence that the school's table has, and those that have a file. */
export async function keptEvidence(s: Scenario, school: string) {
  const rows = await s.db.selectFrom('evidence').where('schoolId', '=', school).select('id').execute()
  const files = await readdir(join(s.folder, 'evidence', school)).catch(() => [])
  return { rows: rows.map(({ id }) => id).sort(), files: files.sort() }
}
/** What that is where these are kept, none of them a picture. */
export const just = (...ids: string[]) => ({ rows: ids.sort(), files: ids })
