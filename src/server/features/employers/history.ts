import { type RawBuilder, sql } from 'kysely'
import { EMPLOYER_FIELDS } from '../../../domain/employer-facts.ts'
import type { EventName } from '../../../domain/event.ts'
import type { JournalData } from '../../../domain/outcome.ts'
import * as acrossSchools from '../../db/across-schools.ts'
import type { Db } from '../../db/database.ts'
import { PLATFORM } from '../../db/journal.ts'
import { type Paging, readPage } from '../../db/page.ts'

/** What a school that the employer has asked reads of its history: who it is, and what it has called itself since. */
const ABOUT_ITSELF = ['employer.register', 'employer.change-facts'] as const satisfies EventName[]

type Line = {
  readonly id: string
  readonly at: string
  readonly action: EventName
  readonly actorName: string
  readonly actorRole: string
  readonly reason: string | null
  readonly data: JournalData
  readonly schoolId: string | null
  readonly schoolName: string | null
  readonly schoolNameEn: string | null
}

async function readLines(db: Db, lines: RawBuilder<unknown>, paging: Paging) {
  const { rows, ...page } = await readPage(
    paging,
    async ({ limit, offset }) =>
      (
        await sql<Line>`
          select j.school_id || ' ' || j.subject || ' ' || j.seq as id, entry->>'at' as at, entry->>'action' as action,
            entry->'actor'->>'name' as actor_name, entry->'actor'->>'role' as actor_role, entry->>'reason' as reason,
            entry->'data' as data, s.id as school_id, s.name as school_name, s.name_en as school_name_en
          from (${lines}) j left join schools s on s.id = j.school_id
          order by entry->>'at' desc, j.subject, j.seq desc limit ${limit} offset ${offset}`.execute(db)
      ).rows,
    async () =>
      (await sql<{ total: number }>`select count(*) as total from (${lines}) j`.execute(db)).rows[0]!,
  )
  const items = rows.map(({ data, action, schoolId, schoolName, schoolNameEn, ...line }) => {
    const changed = action === 'employer.change-facts' ? EMPLOYER_FIELDS.filter((field) => field in data) : []
    const school = schoolId && schoolName && schoolNameEn
    return {
      ...line,
      action,
      school: school ? { code: schoolId, name: schoolName, nameEn: schoolNameEn } : null,
      changed,
      name: changed.includes('name') ? String(data.name) : null,
    }
  })
  return { items, ...page }
}

const own = (employerId: string) => sql`
  select * from journal where school_id = ${PLATFORM} and subject = 'employer:' || ${employerId}::text`

/** All that an employer and its members have done with what is its own, and what schools have decided on it; newest first. */
export const listOwnLines = (db: Db, employerId: string, paging: Paging) =>
  readLines(
    db,
    sql`${own(employerId)}
      union all
      select j.* from admissions ad join journal j on j.school_id = ad.school_id and j.subject = 'admission:' || ad.employer_id
      where ad.employer_id = ${employerId} ${acrossSchools.employers}`,
    paging,
  )

/** As a school reads it that decides on the employer: nothing of its members, and nothing of other schools. */
export const listLinesForSchool = (db: Db, employerId: string, paging: Paging) =>
  readLines(db, sql`${own(employerId)} and entry->>'action' = any(${[...ABOUT_ITSELF]}::text[])`, paging)
