import type { Db } from '../../db/database.ts'
import type { KeptFiles } from '../../db/stored.ts'
import { listFiles } from './queries.ts'

/** The files of a case as a revision keeps them: by id and name, as JSON. */
export async function keptFiles(db: Db, school: string, subject: string): Promise<string> {
  return JSON.stringify((await listFiles(db, school, subject)) satisfies KeptFiles)
}

/** The names before and after, a line each; null where the files are the same. Others under the same names are not. */
export function changedFiles(before: KeptFiles, after: KeptFiles): { before: string; after: string } | null {
  const idsOf = (files: KeptFiles) => files.map(({ id }) => id).join()
  if (idsOf(before) === idsOf(after)) return null
  const namesOf = (files: KeptFiles) => files.map(({ name }) => name).join('\n')
  return { before: namesOf(before), after: namesOf(after) }
}
