import { type Kysely, sql } from 'kysely'

/** What a recommendation said goes with its sealed document (decision 67); that it was issued, when and under which number, stays. */
export const up = (db: Kysely<unknown>) =>
  sql`
  alter table recommendation_editions alter column content drop not null;
  create or replace function recommendation_editions_stay() returns trigger language plpgsql as $$
  begin
    if tg_op = 'DELETE' or new.content is not null or to_jsonb(new) - 'content' <> to_jsonb(old) - 'content'
      or not exists (
        select from documents d where d.school_id = old.school_id and d.recommendation_id = old.recommendation_id
          and d.version = old.version and d.removed_at is not null) then
      raise exception 'an edition that was issued is never changed or removed' using errcode = 'restrict_violation';
    end if;
    return new;
  end $$;

  -- What has gone of documents already. Nothing of these students runs, so no request of theirs is open.
  with gone as (
    update recommendation_editions e set content = null from documents d
    where d.school_id = e.school_id and d.recommendation_id = e.recommendation_id and d.version = e.version
      and d.removed_at is not null
    returning e.school_id, e.recommendation_id)
  update recommendations m
  set facts = '{}', own = '{"wish": "", "strengths": "", "awards": "", "statement": ""}', word = null
  where m.waiting_for is null and (m.school_id, m.id) in (select school_id, recommendation_id from gone)
`.execute(db)
