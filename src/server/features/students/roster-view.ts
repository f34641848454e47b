import { sql } from 'kysely'
import { z } from 'zod'
import { ownKey } from '../../../contracts/own-fields.ts'
import { type RosterFilter, rosterFilter } from '../../../contracts/roster.ts'
import { inUse } from '../../../domain/own-field/field.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { LIST_COLUMNS, type ListColumn, MOST_FILTERS } from '../../../domain/roster/filter.ts'
import { foldText } from '../../../domain/text.ts'
import type { Db, Tx } from '../../db/database.ts'
import { asColumn } from '../own-fields/present.ts'
import { findOwnFields } from '../own-fields/queries.ts'

/** Whose it is: what somebody has set up at a school is nobody else's. */
export type Owner = { readonly school: string; readonly userId: string }

const columns = z.array(z.union([z.enum(LIST_COLUMNS), ownKey]).catch('name'))

/** A filter that is older than the list is asked as far as it is still known. */
const readFilter = (json: unknown): RosterFilter => rosterFilter.catch(rosterFilter.parse({})).parse(json)

export async function findRosterView(db: Db, { school, userId }: Owner) {
  const [chosen, kept, own] = await Promise.all([
    db
      .selectFrom('rosterColumns')
      .where('schoolId', '=', school)
      .where('userId', '=', userId)
      .select('columns')
      .executeTakeFirst(),
    db
      .selectFrom('rosterFilters')
      .where('schoolId', '=', school)
      .where('userId', '=', userId)
      .select(['name', 'filter'])
      .orderBy('nameKey')
      .execute(),
    findOwnFields(db, school, 'roster'),
  ])
  return {
    columns: chosen ? columns.parse(chosen.columns) : null,
    own: inUse(own).map(asColumn),
    filters: kept.map(({ name, filter }) => ({ name, filter: readFilter(filter) })),
  }
}

export const saveColumns = (tx: Tx, { school, userId }: Owner, chosen: readonly ListColumn[]) =>
  tx
    .insertInto('rosterColumns')
    .values({ schoolId: school, userId, columns: [...new Set(chosen)] })
    .onConflict((of) => of.columns(['schoolId', 'userId']).doUpdateSet({ columns: [...new Set(chosen)] }))
    .execute()

/** Under its name, in the place of one of that name; else in the first place that is free. Refuses where none is. */
export async function saveFilter(
  tx: Tx,
  { school, userId }: Owner,
  { name, filter }: { readonly name: string; readonly filter: RosterFilter },
): Promise<void> {
  const { rows } = await sql`
    insert into roster_filters (school_id, user_id, place, name, name_key, filter)
    select ${school}, ${userId}, place, ${name}, ${foldText(name)}, ${JSON.stringify(filter)}::jsonb
    from (
      select place from roster_filters where school_id = ${school} and user_id = ${userId} and name_key = ${foldText(name)}
      union all
      (select place from generate_series(1, ${MOST_FILTERS}::integer) place
       where not exists (select from roster_filters f
         where f.school_id = ${school} and f.user_id = ${userId} and f.place = place.place)
       order by place)
      limit 1
    ) free
    on conflict (school_id, user_id, name_key) do update set name = excluded.name, filter = excluded.filter
    returning place
  `.execute(tx)
  if (rows.length === 0) throw new Refusal('filters-too-many', { limit: MOST_FILTERS })
}

export const forgetFilter = (tx: Tx, { school, userId }: Owner, name: string) =>
  tx
    .deleteFrom('rosterFilters')
    .where('schoolId', '=', school)
    .where('userId', '=', userId)
    .where('nameKey', '=', foldText(name))
    .execute()
