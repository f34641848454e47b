import { type Kysely, sql } from 'kysely'

/**
 * Forms of flexible work (12, 76) ask what it pays, in yuan a month, so that it is held against the minimum wage and counted by
 * bands of pay (decision 89). Amounts beyond the column are its greatest: all are of the highest band.
 */
export const up = (db: Kysely<unknown>) =>
  sql`
  update codes set form = form || '[{"key": "monthlyPay", "name": "月收入（元）", "nameEn": "Monthly pay (CNY)", "type": "money", "required": true}]'
    where kind = 'destination' and code in ('12', '76') and form <> '[]' and not form @> '[{"type": "money"}]';

  create function money_answered(form jsonb, details jsonb) returns bigint
    language sql immutable parallel safe
    return (nullif(code_answered(form, details, 'money'), '')::numeric * 100)::bigint;

  create or replace function figure_source(of_school text, of_student uuid, in_transaction bigint) returns setof figure_rows language sql stable as $$
    select st.school_id, st.id, st.student_number, st.version, st.graduation_year, st.enrolment, st.college_id, st.major_name,
      st.education_level, st.gender, coalesce(st.home_region, ''), c.agreement_id, c.destination_id, c.version,
      coalesce(c.category, ''), c.since, coalesce(c.region, ''), coalesce(c.industry, ''), coalesce(c.nature, ''),
      (case when c.pay > 2147483647 then 2147483647 else c.pay end)::integer, in_transaction
    from students st left join lateral (
      select a.id as agreement_id, null::uuid as destination_id, a.version, a.effective_at as since,
        (select k.code from codes k where k.kind = 'destination' and k.route = 'agreement' order by k.position limit 1) as category,
        a.region_code as region, e.profile ->> 'industry' as industry, e.profile ->> 'nature' as nature,
        (a.terms ->> 'regularPay')::bigint as pay, 1 as rank
      from agreements a left join employers e on e.id = a.employer_id
      where a.school_id = st.school_id and a.student_id = st.id and a.status in ('effective', 'fulfilled')
      union all
      select null, d.id, d.version, coalesce(d.registered_at, d.declared_at), d.category, d.region_code,
        code_answered(d.form, d.details, 'code:industry'), code_answered(d.form, d.details, 'code:employer_nature'),
        money_answered(d.form, d.details), case when d.status = 'registered' then 2 else 3 end
      from destinations d
      where d.school_id = st.school_id and d.student_id = st.id and d.status in ('registered', 'declared')
      order by rank limit 1) c on true
    where st.school_id = of_school and st.id = of_student
  $$
`.execute(db)
