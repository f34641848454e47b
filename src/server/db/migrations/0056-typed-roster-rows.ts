import { type Kysely, sql } from 'kysely'

/** What a row of an import enters stands in columns as those of `students`: as JSON it was read anew at each step (decision 52). */
export const up = (db: Kysely<unknown>) =>
  sql`
  alter table roster_import_rows
    add column short_code text,                      -- from here on: null says nothing, and what is there stays
    add column college_id text,
    add column student_number text,
    add column name text,
    add column name_folded text,
    add column gender text,
    add column document_type text,
    add column id_number_cipher bytea,
    add column id_number_index bytea,
    add column phone_cipher bytea,
    add column exam_number_cipher bytea,
    add column more_cipher bytea,
    add column education_level text,
    add column major_code text,
    add column major_name text,
    add column class_name text,
    add column graduation_year integer,
    add column training_mode text,
    add column designated_employer text,
    add column designated_credit_code text,
    add column own_values jsonb;
  update roster_import_rows r
  set (${ENTERED}) = (select ${ENTERED} from jsonb_populate_record(null::students,
    -- Rows from before there were own fields say none.
    case r.standing when 'new' then '{"own_values": {}}' else '{}' end::jsonb || r.entry))
  where r.entry is not null;
  alter table roster_import_rows
    drop constraint roster_import_rows_enter_something,
    drop column entry,
    add constraint roster_import_rows_enter_something
      check ((standing in ('new', 'changed')) = (num_nonnulls(${ENTERED}) > 0))
`.execute(db)

const ENTERED =
  sql.raw(`short_code, college_id, student_number, name, name_folded, gender, document_type, id_number_cipher,
  id_number_index, phone_cipher, exam_number_cipher, more_cipher, education_level, major_code, major_name, class_name,
  graduation_year, training_mode, designated_employer, designated_credit_code, own_values`)
