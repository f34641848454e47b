import { type Kysely, sql } from 'kysely'

/**
 * A moment kept 定格 (decision 73): every version of every row of figures with the instant at which it was committed, and the
 * moments by which a school looks back at them. Neither changes once it is kept, whoever asks for it.
 */
export const up = (db: Kysely<unknown>) =>
  sql`
  create table figure_moments (
    school_id  text not null references schools,
    id         uuid not null,
    name       text not null,
    status     text not null check (status in ('planned', 'kept', 'cancelled')),
    version    integer not null default 1,
    at         timestamptz not null,     -- by the database's clock, which orders what is committed
    planned_by uuid not null,
    planner    text not null,            -- the name of who planned it
    planned_at timestamptz not null,
    kept_at    timestamptz,
    tables     jsonb,                    -- what the codes meant and were called
    primary key (school_id, id),
    constraint figure_moments_kept_whole check (num_nonnulls(kept_at, tables) = case status when 'kept' then 2 else 0 end),
    constraint figure_moments_kept_in_time check (kept_at >= at)
  );
  create unique index figure_moments_one_at_a_time on figure_moments (school_id, at) where status <> 'cancelled';
  create index figure_moments_listed on figure_moments (school_id, at desc, id);
  create index figure_moments_due on figure_moments (at) where status = 'planned';
  create index figure_moments_kept on figure_moments (at) where status = 'kept';

  create function refuse_change_of_moments() returns trigger language plpgsql as $$
    begin
      if tg_op = 'UPDATE' and old.status = 'planned' then return new; end if;
      raise exception 'a moment that is kept or cancelled never changes' using errcode = 'integrity_constraint_violation';
    end $$;
  create trigger figure_moments_stay before update or delete on figure_moments
    for each row execute function refuse_change_of_moments();
  create trigger figure_moments_are_not_emptied before truncate on figure_moments
    for each statement execute function refuse_change_of_moments();

  create table figure_history (
    like figure_rows including constraints,
    valid_from timestamptz not null,     -- infinity: its transaction has not been committed yet
    valid_to   timestamptz not null,     -- infinity: it is so now
    primary key (school_id, student_id, valid_from),
    constraint figure_history_forwards check (valid_from < valid_to or valid_from = 'infinity')
  );
  insert into figure_history select f.*, clock_timestamp(), 'infinity' from figure_rows f;
  create unique index figure_history_one_open on figure_history (school_id, student_id)
    where valid_to = 'infinity' and valid_from <> 'infinity';
  create index figure_history_of_year on figure_history (school_id, graduation_year, valid_to);

  create function figure_history_follows() returns trigger
    language plpgsql security definer set search_path = public as $$
    begin
      insert into figure_history select w.*, 'infinity', 'infinity' from written w
      on conflict (school_id, student_id, valid_from) do update set (student_number, student_version, graduation_year, enrolment,
          college_id, major_name, education_level, gender, home_region, agreement_id, destination_id, case_version, category, since,
          region, industry, nature, pay)
        = (excluded.student_number, excluded.student_version, excluded.graduation_year, excluded.enrolment, excluded.college_id,
          excluded.major_name, excluded.education_level, excluded.gender, excluded.home_region, excluded.agreement_id,
          excluded.destination_id, excluded.case_version, excluded.category, excluded.since, excluded.region, excluded.industry,
          excluded.nature, excluded.pay);
      return null;
    end $$;
  create trigger figure_history_follows_new after insert on figure_rows
    referencing new table as written for each statement execute function figure_history_follows();
  create trigger figure_history_follows_changed after update on figure_rows
    referencing new table as written for each statement execute function figure_history_follows();

  -- Whoever is forgotten (retention) counts on in what was kept, without a number that leads to them; from now on nowhere.
  create function figure_history_forgets() returns trigger
    language plpgsql security definer set search_path = public as $$
    begin
      update figure_history h set student_number = '' from gone g where h.school_id = g.school_id and h.student_id = g.student_id;
      insert into figure_history (school_id, student_id, student_number, student_version, graduation_year, enrolment, college_id,
        major_name, education_level, gender, home_region, category, region, industry, nature, valid_from, valid_to)
      select g.school_id, g.student_id, '', g.student_version, g.graduation_year, 'forgotten', '', '', '', '', '', '', '', '', '',
        'infinity', 'infinity' from gone g
      on conflict (school_id, student_id, valid_from) do update set enrolment = excluded.enrolment;
      return null;
    end $$;
  create trigger figure_history_forgets after delete on figure_rows
    referencing old table as gone for each statement execute function figure_history_forgets();

  create index figure_history_pending on figure_history (school_id, student_id) where valid_from = 'infinity';

  -- One instant for all that a transaction has changed, taken as its last deed, and given to all its rows at once. Whoever keeps a
  -- moment waits for those that have taken theirs and are not through yet (settle_figures), so that nothing comes in behind a
  -- moment that is kept.
  create function stamp_figure_history() returns trigger
    language plpgsql security definer set search_path = public as $$
    declare
      committed timestamptz := nullif(current_setting('qianyue.committed_at', true), '')::timestamptz;
    begin
      if not exists (select from figure_history h where h.school_id = new.school_id and h.student_id = new.student_id
          and h.valid_from = 'infinity') then
        return null;
      end if;
      if committed is null then
        perform pg_advisory_xact_lock_shared(730090);
        committed := greatest(clock_timestamp(),
          (select max(at) from figure_moments where status = 'kept') + interval '1 microsecond');
        perform set_config('qianyue.committed_at', committed::text, true);
      end if;
      update figure_history h set valid_to = committed from figure_history n
        where n.school_id = new.school_id and n.valid_from = 'infinity'
          and h.school_id = new.school_id and h.student_id = n.student_id
          and h.valid_to = 'infinity' and h.valid_from <> 'infinity';
      update figure_history set valid_from = committed where school_id = new.school_id and valid_from = 'infinity';
      return null;
    end $$;
  create constraint trigger figure_history_is_stamped after insert on figure_history
    deferrable initially deferred for each row execute function stamp_figure_history();

  -- Answers an instant until when everything is settled: what counts until then has been committed, and nothing comes after.
  create function settle_figures() returns timestamptz language plpgsql as $$
    begin
      perform pg_advisory_xact_lock(730090);
      return clock_timestamp();
    end $$;

  create function refuse_change_of_figure_history() returns trigger language plpgsql as $$
    declare
      allowed figure_history := new;
    begin
      if tg_op = 'UPDATE' and old.valid_from = 'infinity' then return new; end if;
      if tg_op = 'UPDATE' then
        allowed.valid_to := old.valid_to;
        allowed.student_number := old.student_number;
        if allowed is not distinct from old and new.student_number in (old.student_number, '')
          and (new.valid_to = old.valid_to or old.valid_to = 'infinity'
            and new.valid_to > coalesce((select max(at) from figure_moments where status = 'kept'), '-infinity'))
        then return new; end if;
      end if;
      if tg_op = 'INSERT' and new.valid_from = 'infinity' then return new; end if;
      raise exception 'what was counted once never changes' using errcode = 'integrity_constraint_violation';
    end $$;
  create trigger figure_history_stays before insert or update or delete on figure_history
    for each row execute function refuse_change_of_figure_history();
  create trigger figure_history_is_not_emptied before truncate on figure_history
    for each statement execute function refuse_change_of_figure_history()
`.execute(db)
