import { type Kysely, sql } from 'kysely'

/** Which page of a paper form a picture shows, as the codes in its corners say (decision 50). */
export const up = (db: Kysely<unknown>) =>
  sql`
  alter table evidence
    add column form_number text,
    add column form_copy   text check (form_copy in ('employer', 'student', 'school')),
    add column form_page   integer check (form_page between 1 and 2),
    add constraint evidence_form_whole check (num_nulls(form_number, form_copy, form_page) in (0, 3))
`.execute(db)
