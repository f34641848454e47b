import { sql } from 'kysely'
import { z } from 'zod'
import type { EventName } from '../../../domain/event.ts'
import { OWN_LISTS, type OwnList } from '../../../domain/own-field/field.ts'
import { changesBetween } from '../../../domain/own-field/list.ts'
import type { Db } from '../../db/database.ts'
import { type Paging, readPage } from '../../db/page.ts'
import { storedField } from './queries.ts'

export const SAVED: EventName = 'school.save-own-fields'

const lines = (db: Db, school: string) =>
  db
    .selectFrom('journal')
    .where('schoolId', '=', school)
    .where('subject', '=', `school:${school}`)
    .where(sql<boolean>`entry ->> 'action' = ${SAVED}`)

const of = {
  list: sql<string>`entry #>> '{data,list}'`,
  at: sql<string>`entry ->> 'at'`,
  by: sql<string>`entry #>> '{actor,name}'`,
}

/** By whom and when each list was changed last; null where the school has left it as it began. */
export async function findLastChanges(
  db: Db,
  school: string,
): Promise<Readonly<Record<OwnList, { at: string; by: string } | null>>> {
  const rows = await lines(db, school)
    .distinctOn(of.list)
    .select([of.list.as('list'), of.at.as('at'), of.by.as('by')])
    .orderBy(of.list)
    .orderBy('seq', 'desc')
    .execute()
  const changed = (list: OwnList) => {
    const found = rows.find((row) => row.list === list)
    return found ? { at: found.at, by: found.by } : null
  }
  const [roster, destination] = OWN_LISTS
  return { roster: changed(roster), destination: changed(destination) }
}

const fields = z.array(storedField)

/** What was changed at once, newest first. */
export async function listChanges(db: Db, school: string, paging: Paging) {
  const { rows, ...page } = await readPage(
    paging,
    ({ limit, offset }) =>
      lines(db, school)
        .select(['seq', of.list.as('list'), of.at.as('at'), of.by.as('by')])
        .select(sql<string>`entry #>> '{data,before}'`.as('before'))
        .select(sql<string>`entry #>> '{data,after}'`.as('after'))
        .orderBy('seq', 'desc')
        .limit(limit)
        .offset(offset)
        .execute(),
    () => lines(db, school).select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow(),
  )
  return {
    ...page,
    items: rows.map(({ seq, list, before, after, ...line }) => ({
      ...line,
      id: String(seq),
      list: z.enum(OWN_LISTS).parse(list),
      changes: changesBetween(fields.parse(JSON.parse(before)), fields.parse(JSON.parse(after))),
    })),
  }
}
