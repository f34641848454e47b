import { type Kysely, sql } from 'kysely'

/**
 * Versions of figures name the transactions that wrote and replaced them (decision 82): `figure_commits` alone bears instants, so
 * that a hundred thousand rows of an import are written once and one row is given its instant. What is so now stands in
 * `figure_rows` alone, what was so in `figure_history`; `figure_versions` reads both.
 */
export const up = (db: Kysely<unknown>) =>
  sql`
  drop trigger figure_history_follows_new on figure_rows;
  drop trigger figure_history_follows_changed on figure_rows;
  drop trigger figure_history_forgets on figure_rows;
  drop function figure_history_follows, figure_history_forgets;

  create sequence figure_transactions;
  create table figure_commits (
    school_id text not null references schools,
    number    bigint not null,           -- of a transaction, the same at each school whose figures it has changed
    at        timestamptz not null,      -- of its commit; infinity: it has not been committed yet
    xact      xid8 not null,             -- which may write in its name
    primary key (school_id, number)
  );
  insert into figure_commits
    select school_id, nextval('figure_transactions'), at, '0' from (
      select school_id, valid_from as at from figure_history
      union select school_id, valid_to from figure_history where valid_to <> 'infinity' order by at) instants;

  alter table figure_rows add column written_in bigint;
  update figure_rows f set written_in = c.number
    from figure_history h join figure_commits c on c.school_id = h.school_id and c.at = h.valid_from
    where h.school_id = f.school_id and h.student_id = f.student_id and h.valid_to = 'infinity';
  alter table figure_rows alter written_in set not null;

  alter table figure_history rename to figure_history_before;
  alter table figure_history_before drop constraint figure_history_pkey;
  create table figure_history (
    like figure_rows including constraints,
    replaced_in bigint not null,
    constraint figure_history_pkey primary key (school_id, student_id, written_in)
  );
  insert into figure_history
    select h.school_id, h.student_id, h.student_number, h.student_version, h.graduation_year, h.enrolment, h.college_id, h.major_name,
      h.education_level, h.gender, h.home_region, h.agreement_id, h.destination_id, h.case_version, h.category, h.since, h.region,
      h.industry, h.nature, h.pay, w.number, r.number
    from figure_history_before h
    join figure_commits w on w.school_id = h.school_id and w.at = h.valid_from
    join figure_commits r on r.school_id = h.school_id and r.at = h.valid_to;
  drop table figure_history_before;
  drop function stamp_figure_history, refuse_change_of_figure_history;
  create index figure_history_of_year on figure_history (school_id, graduation_year, replaced_in);

  create view figure_versions as
    select f.*, w.at as valid_from, 'infinity'::timestamptz as valid_to
    from figure_rows f join figure_commits w on w.school_id = f.school_id and w.number = f.written_in
    union all
    select h.school_id, h.student_id, h.student_number, h.student_version, h.graduation_year, h.enrolment, h.college_id, h.major_name,
      h.education_level, h.gender, h.home_region, h.agreement_id, h.destination_id, h.case_version, h.category, h.since, h.region,
      h.industry, h.nature, h.pay, h.written_in, w.at, r.at
    from figure_history h
    join figure_commits w on w.school_id = h.school_id and w.number = h.written_in
    join figure_commits r on r.school_id = h.school_id and r.number = h.replaced_in;

  -- The number in whose name the open transaction writes figures.
  create function figure_transaction() returns bigint language plpgsql security definer set search_path = public as $$
    declare
      mine bigint := nullif(current_setting('qianyue.figures_written_in', true), '')::bigint;
    begin
      if mine is null then
        mine := nextval('figure_transactions');
        perform set_config('qianyue.figures_written_in', mine::text, true);
      end if;
      return mine;
    end $$;

  drop function figure_source;
  -- What of a student counts now: what holds the place once it is certified, before what is declared.
  create function figure_source(of_school text, of_student uuid, in_transaction bigint) returns setof figure_rows language sql stable as $$
    select st.school_id, st.id, st.student_number, st.version, st.graduation_year, st.enrolment, st.college_id, st.major_name,
      st.education_level, st.gender, coalesce(st.home_region, ''), c.agreement_id, c.destination_id, c.version,
      coalesce(c.category, ''), c.since, coalesce(c.region, ''), coalesce(c.industry, ''), coalesce(c.nature, ''), c.pay, in_transaction
    from students st left join lateral (
      select a.id as agreement_id, null::uuid as destination_id, a.version, a.effective_at as since,
        (select k.code from codes k where k.kind = 'destination' and k.route = 'agreement' order by k.position limit 1) as category,
        a.region_code as region, e.profile ->> 'industry' as industry, e.profile ->> 'nature' as nature,
        (a.terms ->> 'regularPay')::integer as pay, 1 as rank
      from agreements a left join employers e on e.id = a.employer_id
      where a.school_id = st.school_id and a.student_id = st.id and a.status in ('effective', 'fulfilled')
      union all
      select null, d.id, d.version, coalesce(d.registered_at, d.declared_at), d.category, d.region_code,
        code_answered(d.form, d.details, 'code:industry'), code_answered(d.form, d.details, 'code:employer_nature'), null,
        case when d.status = 'registered' then 2 else 3 end
      from destinations d
      where d.school_id = st.school_id and d.student_id = st.id and d.status in ('registered', 'declared')
      order by rank limit 1) c on true
    where st.school_id = of_school and st.id = of_student
  $$;

  -- Of two who change the same student the later waits for the row, and reads only then what the earlier has written.
  create or replace function refresh_figures(schools text[], students uuid[]) returns void
    language plpgsql security definer set search_path = public as $$
    declare
      mine bigint := figure_transaction();
    begin
      perform from figure_rows f
        where (f.school_id, f.student_id) in (select * from unnest(schools, students))
        order by f.school_id, f.student_id for update;
      insert into figure_rows select now_so.*
        from (select distinct * from unnest(schools, students) as u (school_id, student_id)) of_whom
        left join figure_rows f on f.school_id = of_whom.school_id and f.student_id = of_whom.student_id
        cross join lateral figure_source(of_whom.school_id, of_whom.student_id, coalesce(f.written_in, mine)) now_so
      on conflict (school_id, student_id) do update set (student_number, student_version, graduation_year, enrolment, college_id,
          major_name, education_level, gender, home_region, agreement_id, destination_id, case_version, category, since, region,
          industry, nature, pay, written_in)
        = (excluded.student_number, excluded.student_version, excluded.graduation_year, excluded.enrolment, excluded.college_id,
          excluded.major_name, excluded.education_level, excluded.gender, excluded.home_region, excluded.agreement_id,
          excluded.destination_id, excluded.case_version, excluded.category, excluded.since, excluded.region, excluded.industry,
          excluded.nature, excluded.pay, mine)
        where figure_rows is distinct from excluded;
    end $$;

  create function figures_are_written() returns trigger language plpgsql security definer set search_path = public as $$
    begin
      insert into figure_commits
        select distinct school_id, written_in, 'infinity'::timestamptz, pg_current_xact_id() from written on conflict do nothing;
      if exists (select from (select distinct school_id, written_in from written) w
          join figure_commits c on c.school_id = w.school_id and c.number = w.written_in where c.xact <> pg_current_xact_id()) then
        raise exception 'figures are written in the name of the open transaction' using errcode = 'integrity_constraint_violation';
      end if;
      if tg_op = 'UPDATE' then
        insert into figure_history select o.*, n.written_in from replaced o
          join written n on n.school_id = o.school_id and n.student_id = o.student_id where n.written_in <> o.written_in;
      end if;
      return null;
    end $$;
  create trigger figures_are_written_new after insert on figure_rows
    referencing new table as written for each statement execute function figures_are_written();
  create trigger figures_are_written_changed after update on figure_rows
    referencing old table as replaced new table as written for each statement execute function figures_are_written();

  -- Whoever is forgotten (retention) counts on in what was kept, without a number that leads to them; from now on nowhere.
  create function figures_are_forgotten() returns trigger language plpgsql security definer set search_path = public as $$
    declare
      mine bigint := figure_transaction();
    begin
      insert into figure_commits
        select distinct school_id, mine, 'infinity'::timestamptz, pg_current_xact_id() from gone on conflict do nothing;
      insert into figure_history select g.*, mine from gone g where g.written_in <> mine;
      update figure_history h set student_number = '' from gone g where h.school_id = g.school_id and h.student_id = g.student_id;
      return null;
    end $$;

  create trigger figures_are_forgotten after delete on figure_rows
    referencing old table as gone for each statement execute function figures_are_forgotten();

  -- One instant for all that a transaction has changed, taken as its last deed. Whoever keeps a moment waits for those that have
  -- taken theirs and are not through yet (settle_figures), so that nothing comes in behind a moment that is kept.
  create function stamp_figure_commit() returns trigger language plpgsql security definer set search_path = public as $$
    declare
      committed timestamptz := nullif(current_setting('qianyue.committed_at', true), '')::timestamptz;
    begin
      if committed is null then
        perform pg_advisory_xact_lock_shared(730090);
        committed := greatest(clock_timestamp(),
          (select max(at) from figure_moments where status = 'kept') + interval '1 microsecond');
        perform set_config('qianyue.committed_at', committed::text, true);
      end if;
      update figure_commits set at = committed where school_id = new.school_id and number = new.number;
      return null;
    end $$;
  create constraint trigger figure_commits_are_stamped after insert on figure_commits
    deferrable initially deferred for each row execute function stamp_figure_commit();

  create function refuse_change_of_figures() returns trigger language plpgsql as $$
    begin
      raise exception 'what was counted once never changes' using errcode = 'integrity_constraint_violation';
    end $$;
  create trigger figure_rows_are_not_emptied before truncate on figure_rows
    for each statement execute function refuse_change_of_figures();
  create trigger figure_history_is_not_emptied before truncate on figure_history
    for each statement execute function refuse_change_of_figures();
  create trigger figure_commits_are_not_emptied before truncate on figure_commits
    for each statement execute function refuse_change_of_figures();
  create trigger figure_history_stays before delete on figure_history
    for each row execute function refuse_change_of_figures();
  create function refuse_change_of_figure_history() returns trigger language plpgsql as $$
    declare
      allowed figure_history := new;
    begin
      allowed.student_number := old.student_number;
      if allowed is not distinct from old and new.student_number in (old.student_number, '') then return new; end if;
      raise exception 'what was counted once never changes' using errcode = 'integrity_constraint_violation';
    end $$;
  create trigger figure_history_stays_as_it_was before update on figure_history
    for each row execute function refuse_change_of_figure_history();
  -- Of triggers alone: what was replaced, at the moment in which it is.
  create trigger figure_history_is_written_by_triggers before insert on figure_history for each statement
    when (pg_trigger_depth() < 1) execute function refuse_change_of_figures();
  create trigger figure_commits_stay before delete on figure_commits
    for each row execute function refuse_change_of_figures();
  create trigger figure_commits_are_open before insert on figure_commits for each row
    when (new.at <> 'infinity' or new.xact <> pg_current_xact_id()) execute function refuse_change_of_figures();
  create trigger figure_commits_are_closed_once before update on figure_commits for each row
    when (old.at <> 'infinity' or old.xact <> pg_current_xact_id()
      or (old.school_id, old.number, old.xact) is distinct from (new.school_id, new.number, new.xact))
    execute function refuse_change_of_figures()
`.execute(db)
