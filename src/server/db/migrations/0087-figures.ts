import { type Kysely, sql } from 'kysely'

/**
 * Figures (decision 72): what each category counts as; the home region, by which figures are asked, beside what is sealed; and a
 * narrow row of each student, derived from roster, agreements and destinations by the database itself, so that it is never stale
 * and nobody can write it.
 */
export const up = (db: Kysely<unknown>) =>
  sql`
  alter table codes add column part text
    check (part in ('contract', 'flexible', 'own-business', 'further-study', 'waiting', 'not-seeking'));
  update codes set part = case
      when class = 'flexible' or class = 'further-study' then class
      when '75' in (code, parent) then 'own-business'
      when class = 'employment' then 'contract'
      when '70' in (code, parent) then 'waiting'
      else 'not-seeking' end
    where kind = 'destination';
  alter table codes add constraint codes_destinations_have_parts check ((kind = 'destination') = (part is not null));

  -- Null: it is still to be read out of what is sealed.
  alter table students add column home_region text default '';
  update students set home_region = null where more_cipher is not null;
  create index students_home_unread on students (school_id, id) where home_region is null;
  alter table roster_import_rows add column home_region text;

  create function code_answered(form jsonb, details jsonb, asked text) returns text
    language sql immutable parallel safe
    return (select details -> (field ->> 'key') ->> 'value' from jsonb_array_elements(form) field
      where field ->> 'type' = asked limit 1);

  create table figure_rows (
    school_id       text not null,
    student_id      uuid not null,
    student_number  text not null,
    student_version integer not null,
    graduation_year integer not null,
    enrolment       text not null,
    college_id      text not null,
    major_name      text not null,
    education_level text not null,
    gender          text not null,
    home_region     text not null,
    agreement_id    uuid,
    destination_id  uuid,
    case_version    integer,                    -- of the agreement or destination
    category        text not null,              -- empty: nothing counts
    since           timestamptz,                -- when it came into force, was registered or declared
    region          text not null,              -- of the work or the study
    industry        text not null,
    nature          text not null,              -- 单位性质
    pay             integer,                    -- 转正起薪, fen a month
    primary key (school_id, student_id),
    constraint figure_rows_student foreign key (school_id, student_id) references students (school_id, id) on delete cascade,
    constraint figure_rows_of_one_case check (num_nonnulls(agreement_id, destination_id) = (category <> '')::integer),
    constraint figure_rows_whole check (num_nonnulls(case_version, since) = case when category = '' then 0 else 2 end)
  );
  create index figure_rows_of_year on figure_rows (school_id, graduation_year, student_number)
    include (student_id, enrolment, college_id, major_name, education_level, gender, home_region, category, since, region,
      industry, nature, pay);

  -- What of a student counts now: what holds the place once it is certified, before what is declared.
  create function figure_source(of_school text, of_student uuid) returns setof figure_rows language sql stable as $$
    select st.school_id, st.id, st.student_number, st.version, st.graduation_year, st.enrolment, st.college_id, st.major_name,
      st.education_level, st.gender, coalesce(st.home_region, ''), c.agreement_id, c.destination_id, c.version,
      coalesce(c.category, ''), c.since, coalesce(c.region, ''), coalesce(c.industry, ''), coalesce(c.nature, ''), c.pay
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
  create function refresh_figures(schools text[], students uuid[]) returns void
    language plpgsql security definer set search_path = public as $$
    begin
      perform from figure_rows f
        where (f.school_id, f.student_id) in (select * from unnest(schools, students))
        order by f.school_id, f.student_id for update;
      insert into figure_rows select now_so.*
        from (select distinct * from unnest(schools, students) as u (school_id, student_id)) of_whom
        cross join lateral figure_source(of_whom.school_id, of_whom.student_id) now_so
      on conflict (school_id, student_id) do update set (student_number, student_version, graduation_year, enrolment, college_id,
          major_name, education_level, gender, home_region, agreement_id, destination_id, case_version, category, since, region,
          industry, nature, pay)
        = (excluded.student_number, excluded.student_version, excluded.graduation_year, excluded.enrolment, excluded.college_id,
          excluded.major_name, excluded.education_level, excluded.gender, excluded.home_region, excluded.agreement_id,
          excluded.destination_id, excluded.case_version, excluded.category, excluded.since, excluded.region, excluded.industry,
          excluded.nature, excluded.pay)
        where figure_rows is distinct from excluded;
    end $$;

  create function figures_follow_new_students() returns trigger language plpgsql as $$
    begin
      perform refresh_figures(array_agg(n.school_id), array_agg(n.id)) from written n;
      return null;
    end $$;
  create trigger figures_follow_new_students after insert on students
    referencing new table as written for each statement execute function figures_follow_new_students();

  create function figures_follow_changed_students() returns trigger language plpgsql as $$
    begin
      perform refresh_figures(array_agg(n.school_id), array_agg(n.id))
      from written n join replaced o on o.school_id = n.school_id and o.id = n.id
      where (o.version, o.student_number, o.graduation_year, o.enrolment, o.college_id, o.major_name, o.education_level, o.gender,
          o.home_region)
        is distinct from (n.version, n.student_number, n.graduation_year, n.enrolment, n.college_id, n.major_name,
          n.education_level, n.gender, n.home_region)
      having count(*) > 0;
      return null;
    end $$;
  create trigger figures_follow_changed_students after update on students
    referencing old table as replaced new table as written for each statement execute function figures_follow_changed_students();

  -- Before the last review has passed nothing of a case counts.
  create function figures_follow_agreements() returns trigger language plpgsql as $$
    begin
      perform refresh_figures(array_agg(n.school_id), array_agg(n.student_id)) from written n
      where n.effective_at is not null having count(*) > 0;
      return null;
    end $$;
  create trigger figures_follow_new_agreements after insert on agreements
    referencing new table as written for each statement execute function figures_follow_agreements();
  create trigger figures_follow_changed_agreements after update on agreements
    referencing new table as written for each statement execute function figures_follow_agreements();

  create function figures_follow_destinations() returns trigger language plpgsql as $$
    begin
      perform refresh_figures(array_agg(n.school_id), array_agg(n.student_id)) from written n
      where n.registered_at is not null or n.route = 'declaration' having count(*) > 0;
      return null;
    end $$;
  create trigger figures_follow_new_destinations after insert on destinations
    referencing new table as written for each statement execute function figures_follow_destinations();
  create trigger figures_follow_changed_destinations after update on destinations
    referencing new table as written for each statement execute function figures_follow_destinations();

  create function figures_follow_employers() returns trigger language plpgsql as $$
    begin
      perform refresh_figures(array_agg(a.school_id), array_agg(a.student_id))
      from written n join replaced o on o.id = n.id join agreements a on a.employer_id = n.id
      where a.effective_at is not null
        and (o.profile ->> 'industry', o.profile ->> 'nature') is distinct from (n.profile ->> 'industry', n.profile ->> 'nature')
      having count(*) > 0;
      return null;
    end $$;
  create trigger figures_follow_employers after update on employers
    referencing old table as replaced new table as written for each statement execute function figures_follow_employers();

  insert into figure_rows select now_so.* from students st cross join lateral figure_source(st.school_id, st.id) now_so
`.execute(db)
