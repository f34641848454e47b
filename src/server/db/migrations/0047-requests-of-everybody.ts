import { type Kysely, sql } from 'kysely'

/** Staff and members of employers ask for correction and erasure as students do (decision 55). */
export const up = (db: Kysely<unknown>) =>
  sql`
  alter table privacy_requests
    add column asker_side text not null default 'student' check (asker_side in ('student', 'staff', 'member')),
    add column user_id uuid references users on delete cascade,   -- of whoever is no student
    add column asker_name text,                                          -- how the asker was called when it was asked
    add column asker_folded text,
    add column asker_number text,                                        -- the student number, or the log-in
    add column asker_unit text,                                          -- the college, or the employer; '' is the whole school
    add column answered_by uuid,                                   -- the account whose words the answer is
    alter column student_id drop not null;
  update privacy_requests set asker_name = snapshot->>'name', asker_folded = student_folded,
    asker_number = snapshot->>'studentNumber', asker_unit = snapshot->>'college';
  alter table privacy_requests
    alter column asker_side drop default,
    alter column asker_name set not null,
    alter column asker_folded set not null,
    alter column asker_number set not null,
    alter column asker_unit set not null,
    drop column snapshot,
    drop column student_folded,
    add constraint privacy_requests_of_one check (
      (asker_side = 'student') = (student_id is not null) and (asker_side = 'student') = (user_id is null)),
    add constraint privacy_requests_nobody_answers_themselves check (answered_by is null or user_id is null or answered_by <> user_id);
  update notifications set params = params - 'student' || jsonb_build_object('asker', params->'student')
    where kind = 'privacy-request.asked';
  create unique index privacy_requests_one_open_of_user on privacy_requests (user_id) where status = 'asked';
  create index privacy_requests_of_user on privacy_requests (user_id, asked_at desc, id desc) where user_id is not null
`.execute(db)
