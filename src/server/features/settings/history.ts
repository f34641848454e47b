import { type RawBuilder, sql } from 'kysely'
import type { SettingValue } from '../../../contracts/settings.ts'
import type { EventName } from '../../../domain/event.ts'
import {
  SETTING_NAMES,
  SETTING_SECTIONS,
  type SettingName,
  type SettingSection,
} from '../../../domain/settings.ts'
import type { Db } from '../../db/database.ts'
import { type Paging, readPage } from '../../db/page.ts'

/**
 * Every change of one setting of a school as the journal has it. Lines from before what was there was journaled too are
 * compared with the line before them; a setting that did not exist then has not changed.
 */
const changesOf = (school: string, names: readonly SettingName[]): RawBuilder<unknown> => sql`
  select s.seq, s.at, s.by, e.key as name, s.before->e.key as before, e.value as after
  from (
    select seq, entry->>'at' as at, entry->'actor'->>'name' as by, (entry->'data'->>'settings')::jsonb as after,
      coalesce((entry->'data'->>'before')::jsonb, lag((entry->'data'->>'settings')::jsonb) over (order by seq)) as before
    from journal where school_id = ${school} and subject = ${`school:${school}`}
      and entry->>'action' = ${'school.save-settings' satisfies EventName}
  ) s, jsonb_each(s.after) e
  where s.before ? e.key and s.before->e.key <> e.value and e.key = any(${names}::text[])`

const SECTIONS = Object.keys(SETTING_SECTIONS) as SettingSection[]

/** Each section with its latest change; null where the school has left it as it began. */
export async function listSections(db: Db, school: string) {
  const { rows } = await sql<{ name: SettingName; seq: number; at: string; by: string }>`
    select distinct on (name) name, seq, at, by from (${changesOf(school, SETTING_NAMES)}) change order by name, seq desc
  `.execute(db)
  return SECTIONS.map((section) => {
    const names: readonly SettingName[] = SETTING_SECTIONS[section]
    const [latest] = rows.filter(({ name }) => names.includes(name)).sort((a, b) => b.seq - a.seq)
    return { section, changed: latest ? { at: latest.at, by: latest.by } : null }
  })
}

type Changed = {
  readonly seq: number
  readonly at: string
  readonly by: string
  readonly changes: {
    readonly name: SettingName
    readonly before: SettingValue
    readonly after: SettingValue
  }[]
}

/** What was changed at once, newest first; of one section where one is asked for. */
export async function listChanges(
  db: Db,
  school: string,
  { section, ...paging }: Paging & { readonly section?: SettingSection | undefined },
) {
  const changes = changesOf(school, section ? SETTING_SECTIONS[section] : SETTING_NAMES)
  const { rows: items, ...page } = await readPage(
    paging,
    async ({ limit, offset }) => {
      const found = await sql<Changed>`
        select seq, at, by, jsonb_agg(jsonb_build_object('name', name, 'before', before, 'after', after) order by name) as changes
        from (${changes}) change group by seq, at, by order by seq desc limit ${limit} offset ${offset}`.execute(
        db,
      )
      return found.rows
    },
    async () => {
      const { rows } = await sql<{ total: number }>`
        select count(distinct seq) as total from (${changes}) change`.execute(db)
      return rows[0]!
    },
  )
  return { items, ...page }
}
