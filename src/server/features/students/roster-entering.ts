import { sql } from 'kysely'
import { Refusal } from '../../../domain/refusal.ts'
import type { RowStanding } from '../../../domain/roster/import.ts'
import type { Tx } from '../../db/database.ts'
import type { Key } from '../../db/key.ts'
import type { Entry } from './roster-columns.ts'
import { hasCases } from './roster-comparing.ts'

/**
 * The rows of an import of these standings, found once: nobody has counted a table that was just filled, and a plan that
 * looks through it for each student of a school would never end.
 */
const staged = ({ school, id }: Key, standings: readonly RowStanding[]) => sql`r as materialized (
  select * from roster_import_rows
  where school_id = ${school} and import_id = ${id} and standing in (${sql.join(standings.map((one) => sql.lit(one)))})
  order by row)`

/**
 * Refuses `roster-changed` where any student that an import was compared with is another one by now, has come, or has gone;
 * those whom it changes are locked.
 */
async function refuseIfChangedSince(tx: Tx, of: Key): Promise<void> {
  await sql`
    with ${staged(of, ['changed'])}
    select from r join students st on st.school_id = r.school_id and st.id = r.student_id for update of st
  `.execute(tx)
  const { rows } = await sql`
    with ${staged(of, ['new', 'changed', 'unchanged'])}
    select from r left join students st on st.school_id = r.school_id and lower(st.student_number) = r.number_key
    where case when r.standing = 'new' then st.id is not null
      else st.id is distinct from r.student_id or st.version <> r.seen_version
        or (st.verified_at is not null) <> r.seen_verified end
    union all
    select from r join students st on st.school_id = r.school_id
      and st.id_number_index = (r.entry ->> 'id_number_index')::bytea
      and st.graduation_year = (r.entry ->> 'graduation_year')::integer
    where r.standing = 'new' and st.document_type = r.entry ->> 'document_type'
    union all
    select from r where r.standing = 'changed' and r.entry ? 'college_id'
      and ${hasCases(sql`r.school_id`, sql`r.student_id`)}
    limit 1
  `.execute(tx)
  if (rows.length > 0) throw new Refusal('roster-changed')
}

/** What a row may say; columns that it does not name stay as they are. */
const SAID = sql.raw(
  [
    'college_id',
    'student_number',
    'name',
    'name_folded',
    'gender',
    'document_type',
    'id_number_cipher',
    'id_number_index',
    'phone_cipher',
    'exam_number_cipher',
    'more_cipher',
    'education_level',
    'major_code',
    'major_name',
    'class_name',
    'graduation_year',
    'training_mode',
    'designated_employer',
    'designated_credit_code',
    'own_values',
  ].join(', '),
)

/** One student whom nobody has staged; the account is the caller's to make. The school is locked. */
export const enterOne = (tx: Tx, { school, id }: Key, entry: Entry) =>
  sql`
    insert into students (school_id, id, short_code, ${SAID})
    select ${school}, ${id}, said.short_code, ${SAID}
    from jsonb_populate_record(null::students, ${JSON.stringify(entry)}::jsonb) said
  `.execute(tx)

/** Enters what an import has staged, exactly so, or refuses; its accounts are the caller's to make. The school is locked. */
export async function enterStaged(tx: Tx, of: Key): Promise<void> {
  await refuseIfChangedSince(tx, of)
  await sql`
    with ${staged(of, ['new'])}
    insert into students (school_id, id, short_code, ${SAID})
    select r.school_id, r.student_id, r.entry ->> 'short_code', ${SAID}
    -- A preview from before there were own fields says none.
    from r cross join lateral jsonb_populate_record(null::students, '{"own_values": {}}' || r.entry) said
  `.execute(tx)
  await sql`
    with ${staged(of, ['changed'])}
    update students st
    set (${SAID}) = (select ${SAID} from jsonb_populate_record(st, r.entry) said), version = st.version + 1
    from r where r.school_id = st.school_id and r.student_id = st.id
  `.execute(tx)
}
