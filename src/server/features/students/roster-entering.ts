import { type RawBuilder, sql } from 'kysely'
import { Refusal } from '../../../domain/refusal.ts'
import type { RowStanding } from '../../../domain/roster/import.ts'
import type { Tx } from '../../db/database.ts'
import type { Key } from '../../db/key.ts'
import { ENTERED_COLUMNS, type Entry, enteredValues } from './roster-columns.ts'
import { hasCases } from './roster-comparing.ts'

/**
 * These columns of the rows of an import of these standings, found once: nobody has counted a table that was just filled, and
 * a plan that looks through it for each student of a school would never end.
 */
const staged = ({ school, id }: Key, standings: readonly RowStanding[], columns: RawBuilder<unknown>) => sql`
  r as materialized (select ${columns} from roster_import_rows
    where school_id = ${school} and import_id = ${id} and standing in (${sql.join(standings.map((one) => sql.lit(one)))})
    order by row)`
const SEEN = sql.raw(
  'school_id, standing, number_key, student_id, seen_version, seen_verified, document_type, id_number_index, graduation_year, college_id',
)

/**
 * Refuses `roster-changed` where any student that an import was compared with is another one by now, has come, or has gone;
 * those whom it changes are locked.
 */
async function refuseIfChangedSince(tx: Tx, of: Key): Promise<void> {
  await sql`
    with ${staged(of, ['changed'], SEEN)}
    select from r join students st on st.school_id = ${of.school} and st.id = r.student_id for update of st
  `.execute(tx)
  const { rows } = await sql`
    with ${staged(of, ['new', 'changed', 'unchanged'], SEEN)}
    select from r left join students st on st.school_id = ${of.school} and lower(st.student_number) = r.number_key
    where case when r.standing = 'new' then st.id is not null
      else st.id is distinct from r.student_id or st.version <> r.seen_version
        or (st.verified_at is not null) <> r.seen_verified end
    union all
    select from r join students st on st.school_id = ${of.school}
      and st.id_number_index = r.id_number_index
      and st.graduation_year = r.graduation_year
    where r.standing = 'new' and st.document_type = r.document_type
    union all
    select from r where r.standing = 'changed' and r.college_id is not null
      and ${hasCases(sql`${of.school}`, sql`r.student_id`)}
    limit 1
  `.execute(tx)
  if (rows.length > 0) throw new Refusal('roster-changed')
}

const COLUMNS = sql.raw(ENTERED_COLUMNS.join(', '))
/** What a row does not say stays as it is: nothing is emptied. */
const CHANGED = sql.raw(ENTERED_COLUMNS.map((one) => `${one} = coalesce(r.${one}, st.${one})`).join(', '))

/** One student whom nobody has staged; the account is the caller's to make. The school is locked. */
export const enterOne = (tx: Tx, { school, id }: Key, entry: Entry) =>
  sql`
    insert into students (school_id, id, ${COLUMNS}) values (${school}, ${id}, ${enteredValues(entry)})
  `.execute(tx)

/** Enters what an import has staged, exactly so, or refuses; its accounts are the caller's to make. The school is locked. */
export async function enterStaged(tx: Tx, of: Key): Promise<void> {
  await refuseIfChangedSince(tx, of)
  await sql`
    insert into students (school_id, id, ${COLUMNS})
    select school_id, student_id, ${COLUMNS} from roster_import_rows
    where school_id = ${of.school} and import_id = ${of.id} and standing = 'new' order by row
  `.execute(tx)
  await sql`
    with ${staged(of, ['changed'], sql`student_id, ${COLUMNS}`)}
    update students st
    set ${CHANGED}, version = st.version + 1
    from r where st.school_id = ${of.school} and r.student_id = st.id
  `.execute(tx)
}

/** Students as they were seen, locked in the order of their ids; one who is another by now, or gone, refuses all. */
export async function lockAsSeen(
  tx: Tx,
  school: string,
  seen: readonly { readonly id: string; readonly version: number }[],
): Promise<void> {
  const { rows } = await sql`
    select from students st
    join unnest(${seen.map(({ id }) => id)}::uuid[], ${seen.map(({ version }) => version)}::integer[]) s (id, version)
      on s.id = st.id and s.version = st.version
    where st.school_id = ${school} order by st.id for update of st
  `.execute(tx)
  if (rows.length < seen.length) throw new Refusal('roster-changed')
}

/** What these entries say of students who are locked; the caller journals it. */
export const enterCorrections = (
  tx: Tx,
  school: string,
  corrected: readonly { readonly id: string; readonly entry: Entry }[],
) =>
  sql`
    update students st set ${CHANGED}, version = st.version + 1
    from (values ${sql.join(corrected.map(({ id, entry }) => sql`(${id}::uuid, ${enteredValues(entry)})`))})
      as r (id, ${COLUMNS})
    where st.school_id = ${school} and st.id = r.id
  `.execute(tx)
