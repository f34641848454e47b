import { type Kysely, sql } from 'kysely'

/**
 * Lists of a school with many students (decision 52): an order's index has what is filtered by and picked, so that no row is read for
 * what is not shown; and the place of each case is a column, which an index answers alone.
 */
export const up = (db: Kysely<unknown>) =>
  sql`
  drop index students_in_order_of_name;
  drop index students_in_order_of_class;
  drop index students_in_order_of_year;
  drop index students_of_year;
  create index students_in_order_of_name on students (school_id, name_folded, student_number) include (college_id, id);
  create index students_in_order_of_class on students (school_id, class_name, student_number) include (college_id, id);
  create index students_in_order_of_year on students (school_id, graduation_year, student_number) include (college_id, id);

  drop index agreements_by_region;
  alter table agreements add column region_code text generated always as (terms->>'regionCode') stored;
  create index agreements_by_region on agreements (school_id, region_code, formed_at desc);

  drop index destinations_by_region;
  alter table destinations add column region_code text generated always as (region_answered(form, details)) stored;
  create index destinations_by_region on destinations (school_id, region_code, declared_at desc)
`.execute(db)
