import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type DocumentKey, listUnsealed } from '../features/documents/queries.ts'
import { sealDocument } from '../features/documents/sealing.ts'
import type { Scenario } from './scenario.ts'

/** What is ordered and not sealed: in parts of one, which every list of several then comes in. */
export async function unsealedOf(s: Scenario): Promise<DocumentKey[]> {
  const keys: DocumentKey[] = []
  for await (const part of listUnsealed(s.db, 1)) keys.push(...part)
  return keys
}

/** What the job does, now. */
export async function sealNow(s: Scenario): Promise<void> {
  for (const key of await unsealedOf(s)) await sealDocument(s.services, key)
}

export const sealedFilesOf = async (s: Scenario, school: string) =>
  (await readdir(join(s.folder, 'documents', school)).catch(() => [])).sort()
