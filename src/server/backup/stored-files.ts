import type pg from 'pg'
import { documentKey } from '../features/documents/keys.ts'
import { COPIES, copyKey, storageKey } from '../features/evidence/storage-keys.ts'
import { postFileKey } from '../features/post-files/queries.ts'

type Row = {
  readonly kind: 'evidence' | 'document' | 'post'
  readonly owner: string
  readonly id: string
  readonly copied: boolean
}
const KEYS: Readonly<Record<Row['kind'], (owner: string, id: string) => string>> = {
  evidence: (school, id) => storageKey({ school, id }),
  document: documentKey,
  post: (employer, id) => postFileKey({ employer, id }),
}
const FETCHED = 1000

/** Every file that the rows name, as the open transaction sees them. */
export async function* storedFiles(client: Pick<pg.Client, 'query'>): AsyncGenerator<string> {
  await client.query(`
    declare stored no scroll cursor for
      select 'evidence' as kind, school_id as owner, id::text, view_size is not null as copied from evidence where state = 'ready'
      union all
      select 'document', school_id, file::text, false from documents where sealed_at is not null and removed_at is null
      union all
      select 'post', employer_id::text, id::text, view_size is not null from post_files where state = 'ready'`)
  for (;;) {
    const { rows } = await client.query<Row>(`fetch ${FETCHED} from stored`)
    for (const { kind, owner, id, copied } of rows) {
      const key = KEYS[kind](owner, id)
      yield key
      if (copied) for (const copy of COPIES) yield copyKey(key, copy)
    }
    if (rows.length < FETCHED) return
  }
}
