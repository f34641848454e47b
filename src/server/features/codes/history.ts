import { sql } from 'kysely'
import type { CodeKind, CodeTablePage } from '../../../contracts/code-tables.ts'
import type { JournalData } from '../../../domain/outcome.ts'
import type { Db } from '../../db/database.ts'
import { PLATFORM } from '../../db/journal.ts'

const SHOWN = 20

type Change = CodeTablePage['history'][number]
const FIELDS = ['name', 'nameEn', 'parent', 'validFrom', 'validUntil'] as const
type Kept = string | number | null
const kept = (value: JournalData[string] | undefined): Kept =>
  typeof value === 'string' || typeof value === 'number' ? value : null

/** The subject of a table's line in the journal: each row has a chain of its own. */
export const codeSubject = (kind: CodeKind, code: string) => `code:${kind}/${code}`

/** What was changed last in a table, newest first. */
export async function listLatest(db: Db, kind: CodeKind): Promise<Change[]> {
  const { rows } = await sql<{ at: string; by: string; action: string; subject: string; data: JournalData }>`
    select entry->>'at' as at, entry->'actor'->>'name' as by, entry->>'action' as action, subject, entry->'data' as data
    from journal where school_id = ${PLATFORM} and starts_with(subject, ${codeSubject(kind, '')})
    order by entry->>'at' desc, subject limit ${SHOWN}`.execute(db)
  return rows.map(({ at, by, action, subject, data }) => ({
    at,
    by,
    code: subject.slice(codeSubject(kind, '').length),
    name: String(data.name ?? ''),
    act: ACTS[action] ?? 'change',
    changes: FIELDS.flatMap((field) => {
      const [before, after] = [kept(data[`${field}.before`]), kept(data[`${field}.after`])]
      return before === after ? [] : [{ field, before, after }]
    }),
  }))
}

const ACTS: Readonly<Record<string, Change['act']>> = {
  'code.add': 'add',
  'code.change': 'change',
  'code.take': 'take',
}
