import { type Kysely, sql } from 'kysely'

/**
 * What the database does by itself it does for one school after the other, each named as a value, so that it does the same where
 * schools lie on several machines (decision 91): a trigger there runs beside the rows that it is told of, and reaches no others.
 * What is one of its kind is so within its school.
 */
export const up = (db: Kysely<unknown>) =>
  sql`
  drop index outgoing_messages_once_by_channel, invitation_batches_one_open, paper_forms_one_per_number,
    verification_codes_one_agreement_each, privacy_requests_one_open_of_user;
  create unique index outgoing_messages_once_by_channel on outgoing_messages (school_id, user_id, notification_id, channel);
  create unique index invitation_batches_one_open on invitation_batches (school_id, begun_by) where status in ('reading', 'checked');
  create unique index paper_forms_one_per_number on paper_forms (school_id, number);
  -- Whoever holds a code or an event's address need not know its school: its bits are what makes it one of its kind.
  create unique index verification_codes_one_agreement_each on verification_codes (code_hash, school_id);
  create unique index privacy_requests_one_open_of_user on privacy_requests (school_id, user_id) where status = 'asked';
  alter table guest_quotas drop constraint guest_quotas_one_per_event, add constraint guest_quotas_one_per_event unique (event_id, school_id);

  alter table figure_commits alter number set default nextval('figure_transactions');

  drop trigger figures_follow_employers on employers;
  drop function figures_follow_employers, refresh_figures(text[], uuid[]), figure_source;

  -- What of these students counts now: what holds the place once it is certified, before what is declared. Of two who change the same
  -- student the later waits for the row, and reads only then what the earlier has written.
  create function refresh_figures(of_school text, of_students uuid[]) returns void
    language plpgsql security definer set search_path = public as $$
    declare
      mine bigint := figure_transaction();
      by_agreement text := (select k.code from codes k where k.kind = 'destination' and k.route = 'agreement' order by k.position limit 1);
      profiles jsonb;
    begin
      perform from figure_rows f where f.school_id = of_school and f.student_id = any(of_students) order by f.student_id for update;
      -- Apart from what is written, which is then asked of this school's place alone.
      profiles := (select jsonb_object_agg(e.id, e.profile) from agreements a join employers e on e.id = a.employer_id
        where a.school_id = of_school and a.student_id = any(of_students) and a.status in ('effective', 'fulfilled'));
      insert into figure_rows
      select st.school_id, st.id, st.student_number, st.version, st.graduation_year, st.enrolment, st.college_id, st.major_name,
        st.education_level, st.gender, coalesce(st.home_region, ''), c.agreement_id, c.destination_id, c.version,
        coalesce(c.category, ''), c.since, coalesce(c.region, ''), coalesce(c.industry, ''), coalesce(c.nature, ''),
        (case when c.pay > 2147483647 then 2147483647 else c.pay end)::integer, coalesce(f.written_in, mine)
      from students st
      left join figure_rows f on f.school_id = of_school and f.student_id = st.id
      left join lateral (
        select a.id as agreement_id, null::uuid as destination_id, a.version, a.effective_at as since,
          by_agreement as category, a.region_code as region, profiles -> a.employer_id::text ->> 'industry' as industry,
          profiles -> a.employer_id::text ->> 'nature' as nature, (a.terms ->> 'regularPay')::bigint as pay, 1 as rank
        from agreements a
        where a.school_id = of_school and a.student_id = st.id and a.status in ('effective', 'fulfilled')
        union all
        select null, d.id, d.version, coalesce(d.registered_at, d.declared_at), d.category, d.region_code,
          code_answered(d.form, d.details, 'code:industry'), code_answered(d.form, d.details, 'code:employer_nature'),
          money_answered(d.form, d.details), case when d.status = 'registered' then 2 else 3 end
        from destinations d
        where d.school_id = of_school and d.student_id = st.id and d.status in ('registered', 'declared')
        order by rank limit 1) c on true
      where st.school_id = of_school and st.id = any(of_students)
      on conflict (school_id, student_id) do update set (student_number, student_version, graduation_year, enrolment, college_id,
          major_name, education_level, gender, home_region, agreement_id, destination_id, case_version, category, since, region,
          industry, nature, pay, written_in)
        = (excluded.student_number, excluded.student_version, excluded.graduation_year, excluded.enrolment, excluded.college_id,
          excluded.major_name, excluded.education_level, excluded.gender, excluded.home_region, excluded.agreement_id,
          excluded.destination_id, excluded.case_version, excluded.category, excluded.since, excluded.region, excluded.industry,
          excluded.nature, excluded.pay, mine)
        where figure_rows is distinct from excluded;
    end $$;

  create or replace function reported_source(of_school text, of_student uuid) returns jsonb language plpgsql stable as $$
    begin
      return (select jsonb_build_object('category', f.category, 'holder', coalesce(p.holder, ''),
        'position', coalesce(a.terms ->> 'position', ''), 'region', f.region, 'industry', f.industry, 'nature', f.nature, 'pay', f.pay)
      from figure_rows f
      left join placements p on p.school_id = of_school and p.student_id = f.student_id
        and (p.agreement_id = f.agreement_id or p.destination_id = f.destination_id)
      left join agreements a on a.school_id = of_school and a.id = f.agreement_id
      where f.school_id = of_school and f.student_id = of_student);
    end $$;

  create or replace function figures_follow_new_students() returns trigger language plpgsql as $$
    begin
      perform refresh_figures(n.school_id, array_agg(n.id)) from written n group by n.school_id;
      return null;
    end $$;
  create or replace function figures_follow_changed_students() returns trigger language plpgsql as $$
    begin
      perform refresh_figures(n.school_id, array_agg(n.id))
      from written n join replaced o on o.school_id = n.school_id and o.id = n.id
      where (o.version, o.student_number, o.graduation_year, o.enrolment, o.college_id, o.major_name, o.education_level, o.gender,
          o.home_region)
        is distinct from (n.version, n.student_number, n.graduation_year, n.enrolment, n.college_id, n.major_name,
          n.education_level, n.gender, n.home_region)
      group by n.school_id;
      return null;
    end $$;
  create or replace function figures_follow_agreements() returns trigger language plpgsql as $$
    begin
      perform refresh_figures(n.school_id, array_agg(n.student_id)) from written n where n.effective_at is not null group by n.school_id;
      return null;
    end $$;
  create or replace function figures_follow_destinations() returns trigger language plpgsql as $$
    begin
      perform refresh_figures(n.school_id, array_agg(n.student_id)) from written n
      where n.registered_at is not null or n.route = 'declaration' group by n.school_id;
      return null;
    end $$;
  -- Whoever changes what an employer is says so to this: it has agreements at many schools.
  create function refresh_figures_of_employer(employer uuid) returns void
    language plpgsql security definer set search_path = public as $$
    declare
      at_one record;
    begin
      for at_one in select a.school_id, array_agg(a.student_id) as students from agreements a
        where a.employer_id = employer and a.effective_at is not null group by a.school_id order by a.school_id
      loop
        perform refresh_figures(at_one.school_id, at_one.students);
      end loop;
    end $$;

  create or replace function figures_are_written() returns trigger language plpgsql security definer set search_path = public as $$
    declare
      at_one record;
      before figure_history;
    begin
      for at_one in select distinct school_id, written_in from written loop
        insert into figure_commits values (at_one.school_id, at_one.written_in, 'infinity', pg_current_xact_id()) on conflict do nothing;
        if exists (select from figure_commits c where c.school_id = at_one.school_id and c.number = at_one.written_in
            and c.xact <> pg_current_xact_id()) then
          raise exception 'figures are written in the name of the open transaction' using errcode = 'integrity_constraint_violation';
        end if;
      end loop;
      if tg_op = 'UPDATE' then
        for before in select o.*, n.written_in from replaced o
          join written n on n.school_id = o.school_id and n.student_id = o.student_id where n.written_in <> o.written_in
        loop
          insert into figure_history values (before.*);
        end loop;
      end if;
      return null;
    end $$;
  create or replace function figures_are_forgotten() returns trigger language plpgsql security definer set search_path = public as $$
    declare
      mine bigint := figure_transaction();
      at_one record;
      before figure_history;
    begin
      for at_one in select school_id, array_agg(student_id) as students from gone group by school_id loop
        insert into figure_commits values (at_one.school_id, mine, 'infinity', pg_current_xact_id()) on conflict do nothing;
        update figure_history set student_number = '' where school_id = at_one.school_id and student_id = any(at_one.students);
      end loop;
      for before in select g.*, mine from gone g where g.written_in <> mine loop
        before.student_number := '';
        insert into figure_history values (before.*);
      end loop;
      return null;
    end $$;
  -- What is kept of one school is behind what it commits.
  create or replace function stamp_figure_commit() returns trigger language plpgsql security definer set search_path = public as $$
    declare
      committed timestamptz := nullif(current_setting('qianyue.committed_at', true), '')::timestamptz;
    begin
      if committed is null then
        perform pg_advisory_xact_lock_shared(730090);
        committed := clock_timestamp();
      end if;
      committed := greatest(committed, (select max(m.at) from figure_moments m
        where m.school_id = new.school_id and m.status = 'kept') + interval '1 microsecond');
      perform set_config('qianyue.committed_at', committed::text, true);
      update figure_commits set at = committed where school_id = new.school_id and number = new.number;
      return null;
    end $$;

  create or replace function confirmations_follow_figures() returns trigger language plpgsql security definer set search_path = public as $$
    declare
      at_one record;
      of_student uuid;
      source jsonb;
    begin
      for at_one in select school_id, array_agg(student_id) as students from written group by school_id loop
        for of_student in select c.student_id from confirmations c
          where c.school_id = at_one.school_id and c.student_id = any(at_one.students) order by c.student_id
        loop
          source := reported_source(at_one.school_id, of_student);
          update confirmations set is_outdated = not is_outdated, is_told = false
          where school_id = at_one.school_id and student_id = of_student and is_outdated is distinct from (seen is distinct from source);
        end loop;
      end loop;
      return null;
    end $$;

  drop function majors_of_students;
  create or replace function majors_follow_students() returns trigger language plpgsql as $$
    declare
      fresh record;
    begin
      for fresh in select distinct n.school_id, n.major_code as code from written n where n.major_code <> '' order by 1, 2 loop
        continue when exists (select from majors m where m.school_id = fresh.school_id and m.code = fresh.code);
        insert into majors (school_id, code, name, education_level)
          select distinct on (st.school_id, st.major_code) st.school_id, st.major_code, st.major_name, st.education_level
          from students st
          where st.school_id = fresh.school_id and st.major_code = fresh.code and st.major_name <> ''
          order by st.school_id, st.major_code, st.graduation_year desc, st.student_number
          on conflict do nothing;
        continue when not found;
        insert into major_colleges (school_id, code, college_id)
          select distinct st.school_id, st.major_code, st.college_id from students st
          where st.school_id = fresh.school_id and st.major_code = fresh.code
          on conflict do nothing;
      end loop;
      return null;
    end $$;

  create or replace function events_follow_sign_ups() returns trigger language plpgsql as $$
    declare
      counted record;
    begin
      for counted in select w.school_id, w.talk_id, w.fair_id, case tg_op when 'INSERT' then count(*) else -count(*) end as n
        from written w group by 1, 2, 3 order by 1, 2, 3
      loop
        update talks t set signed_up = t.signed_up + counted.n where t.school_id = counted.school_id and t.id = counted.talk_id;
        update fairs f set signed_up = f.signed_up + counted.n where f.school_id = counted.school_id and f.id = counted.fair_id;
      end loop;
      return null;
    end $$;
`.execute(db)
