import { type RawBuilder, sql } from 'kysely'
import { REFUSED, VERIFIABLE } from '../../../domain/admission/life.ts'
import { UNDONE } from '../../../domain/agreement/life.ts'
import { type CheckRule, SIZES_BOUNDED } from '../../../domain/check/rules.ts'
import { DECLARED } from '../../../domain/destination/life.ts'
import { COUNTED, WORKING } from '../../../domain/figures/parts.ts'
import { statusIn } from '../../db/status-in.ts'

/** What a rule is asked of: one school, the graduates of these years on, and how far it measures. */
export type RuleAsked = {
  readonly school: string
  readonly fromYear: number
  /** From when acts are looked at. */
  readonly since: Date
  readonly threshold: number
}
/**
 * Rows `subject, student_id, employer_id, about, note`: those with one subject are one hit. Every part of each is narrowed to
 * the school. A note is codes or figures, which the page words.
 */
type RuleQuery = (of: RuleAsked) => RawBuilder<unknown>

const list = (codes: readonly string[]) => sql.join(codes.map((code) => sql.lit(code)))
/** The graduates, with what they count as, as the figures have it (decision 72). */
const graduates = ({ school, fromYear }: RuleAsked) => sql`(
  select f.*, k.part, case when f.agreement_id is not null then 'agreement:' || f.agreement_id
      when f.destination_id is not null then 'destination:' || f.destination_id end as about
  from figure_rows f left join codes k on k.kind = 'destination' and k.code = f.category
  where f.school_id = ${school} and f.graduation_year >= ${fromYear} and ${statusIn('f.enrolment', COUNTED)})`
/** Certified agreements of those. */
const certified = (of: RuleAsked) => sql`(
  select a.*, f.major_name from ${graduates(of)} f
  join agreements a on a.school_id = ${of.school} and a.id = f.agreement_id)`
/** Employers that the school has admitted. */
const admitted = ({ school }: RuleAsked) => sql`(
  select e.* from admissions d join employers e on e.id = d.employer_id
  where d.school_id = ${school} and ${statusIn('d.status', VERIFIABLE)})`
const studentOf = (column: string) => sql`'student:' || ${sql.ref(column)}`

/** 月最低工资标准 of a region in a month: the county's, else its city's or province's; no row where the table knows none. */
export const minimumWage = (region: string, month: string) => sql`(
  select x.amount from place_facts x
  where x.kind = 'minimum-wage' and x.since <= ${sql.ref(month)} and coalesce(x.until >= ${sql.ref(month)}, true)
    and x.region in (${sql.ref(region)}, left(${sql.ref(region)}, 4) || '00', left(${sql.ref(region)}, 2) || '0000')
  order by x.region desc, x.since desc limit 1)`

/** What counts of a graduate `f` is with a deregistered employer `d`: by the agreement, or by the credit code that a form names. */
const ofDeregistered = ({ school }: RuleAsked) => sql`(
  select d.employer_id, d.deregistered_on from deregistrations d join employers e on e.id = d.employer_id
  left join agreements a on a.school_id = ${school} and a.id = f.agreement_id
  left join destinations t on t.school_id = ${school} and t.id = f.destination_id
  where d.school_id = ${school}
    and (a.employer_id = d.employer_id or code_answered(t.form, t.details, 'credit_code') = e.credit_code))`

/** Employers that share what an employer's profile says in this field, folded as it is compared. */
const sharing =
  (field: 'contactPhone' | 'address'): RuleQuery =>
  (of) =>
    sql`
  select s.key as subject, null::uuid as student_id, s.id as employer_id, null as about, s.value as note
  from (select e.id, e.profile ->> ${sql.lit(field)} as value, encode(sha256(convert_to(v.folded, 'UTF8')), 'hex') as key,
      count(*) over (partition by v.folded) as n
    from ${admitted(of)} e
    cross join lateral (select lower(regexp_replace(e.profile ->> ${sql.lit(field)}, '[[:space:]-]', '', 'g')) as folded) v
    where v.folded <> '') s
  where s.n >= ${of.threshold}`

/** Fewer than so many signed of a major tell nothing of what is usual. */
const LEAST_OF_A_GROUP = 10

export const RULE_QUERIES: Readonly<Record<CheckRule, RuleQuery>> = {
  'missing-fields': (of) => sql`
    select ${studentOf('f.student_id')} as subject, f.student_id, null::uuid as employer_id, f.about, m.note
    from ${graduates(of)} f
    left join destinations d on d.school_id = ${of.school} and d.id = f.destination_id
    cross join lateral (select concat_ws(',',
      case when f.region = '' and (d.id is null or d.form @> '[{"type": "code:region"}]') then 'region' end,
      case when f.industry = '' and (d.id is null or d.form @> '[{"type": "code:industry"}]') then 'industry' end,
      case when f.nature = '' and (d.id is null or d.form @> '[{"type": "code:employer_nature"}]') then 'nature' end) as note) m
    where f.part in (${list(WORKING)}) and m.note <> ''`,

  contradictory: (of) => sql`
    select ${studentOf('f.student_id')} as subject, f.student_id, null::uuid as employer_id, c.about, c.note
    from ${graduates(of)} f
    cross join lateral (
      select 'destination:' || d.id as about, 'declared' as note from destinations d
      where d.school_id = ${of.school} and d.student_id = f.student_id and ${statusIn('d.status', DECLARED)}
        and f.category <> '' and f.destination_id is distinct from d.id
      union all
      select f.about, 'reports-before-signing' from agreements a
      where a.school_id = ${of.school} and a.id = f.agreement_id
        and (a.terms ->> 'reportBy') < to_char(a.formed_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD')) c`,

  'employer-too-small': (of) => sql`
    select 'employer:' || s.employer_id as subject, s.student_id, s.employer_id, 'agreement:' || s.id as about,
      s.n || '/' || s.most as note
    from (select a.id, a.student_id, a.employer_id, m.most::integer as most,
        count(*) over (partition by a.employer_id) as n
      from ${certified(of)} a join employers e on e.id = a.employer_id
      join (values ${sql.join(SIZES_BOUNDED.map(([size, most]) => sql`(${sql.lit(size)}, ${sql.lit(most)})`))}) m (size, most)
        on m.size = e.profile ->> 'size') s
    where s.n * 100 > s.most * ${of.threshold}::bigint`,

  'shared-phone': sharing('contactPhone'),
  'shared-address': sharing('address'),

  // Within an hour of the clock; the first act of it names the hit, and no address is written anywhere.
  'burst-of-acts': (of) => sql`
    select s.first as subject, s.student_id, null::uuid as employer_id, null as about,
      to_char(s.at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as note
    from (select u.student_id, j.at, min(j.subject) over w as first, j.nth,
        count(*) filter (where j.nth = 1) over w as n
      from (select (entry->'actor'->>'id')::uuid as account, subject, (entry->>'at')::timestamptz as at,
          origin->>'ip' as ip, date_trunc('hour', (entry->>'at')::timestamptz) as hour,
          row_number() over (partition by origin->>'ip', date_trunc('hour', (entry->>'at')::timestamptz),
            entry->'actor'->>'id' order by subject) as nth
        from journal
        where school_id = ${of.school} and origin is not null and entry->>'at' >= ${of.since.toISOString()}
          and entry->>'action' in ('invitation.accept', 'agreement.register', 'destination.declare')) j
      join users u on u.id = j.account and u.school_id = ${of.school} and u.student_id is not null
      window w as (partition by j.ip, j.hour)) s
    where s.nth = 1 and s.n >= ${of.threshold}`,

  'same-evidence': (of) => sql`
    select 'file:' || s.sha256 as subject, s.student_id, null::uuid as employer_id, s.about, s.name as note
    from (select v.sha256, v.name, c.student_id, v.subject as about,
        min(c.student_id::text) over w <> max(c.student_id::text) over w as is_shared
      from evidence v
      join (select 'agreement:' || id as subject, student_id from agreements where school_id = ${of.school}
        union all select 'destination:' || id, student_id from destinations where school_id = ${of.school}) c
        on c.subject = v.subject
      where v.school_id = ${of.school} and v.sha256 <> '' and v.superseded_at is null
      window w as (partition by v.sha256)) s
    join ${graduates(of)} f on f.student_id = s.student_id
    where s.is_shared`,

  // Half of them earn what lies within one deviation of the median; where all earn much the same, a twentieth of it counts as one.
  'pay-far-off': (of) => sql`
    with paid as (select f.student_id, f.about, f.pay, f.major_name from ${graduates(of)} f
      where f.pay > 0 and f.agreement_id is not null),
    middle as (select major_name, percentile_cont(0.5) within group (order by pay) as median
      from paid group by 1 having count(*) >= ${LEAST_OF_A_GROUP}),
    spread as (select p.major_name, m.median,
        greatest(percentile_cont(0.5) within group (order by abs(p.pay - m.median)), m.median / 20) as deviation
      from paid p join middle m on m.major_name = p.major_name group by 1, 2)
    select ${studentOf('p.student_id')} as subject, p.student_id, null::uuid as employer_id, p.about,
      p.pay || '/' || round(s.median) as note
    from paid p join spread s on s.major_name = p.major_name
    where abs(p.pay - s.median) > s.deviation * ${of.threshold}`,

  'flexible-lacking': (of) => sql`
    select ${studentOf('f.student_id')} as subject, f.student_id, null::uuid as employer_id, f.about, m.note
    from ${graduates(of)} f
    cross join lateral (select concat_ws(',',
      case when f.region = '' then 'region' end,
      case when not exists (select from evidence v where v.school_id = ${of.school} and v.subject = f.about
        and v.superseded_at is null) then 'evidence' end,
      case when f.pay is null then 'pay' end) as note) m
    where f.part = 'flexible' and m.note <> ''`,

  'below-minimum-wage': (of) => sql`
    select case when w.amount is null then 'wage-unknown' else ${studentOf('p.student_id')} end as subject, p.student_id,
      null::uuid as employer_id, p.about, case when w.amount is null then p.month else p.pay || '/' || w.amount end as note
    from (
      select a.student_id, 'agreement:' || a.id as about, a.region_code as region, left(a.terms ->> 'reportBy', 7) as month,
        case when (a.terms ->> 'probationDays')::integer > 0
          then least((a.terms ->> 'probationPay')::bigint, (a.terms ->> 'regularPay')::bigint)
          else (a.terms ->> 'regularPay')::bigint end as pay
      from ${certified(of)} a
      union all
      select f.student_id, f.about, f.region, to_char(f.since at time zone 'Asia/Shanghai', 'YYYY-MM'), f.pay
      from ${graduates(of)} f where f.part = 'flexible' and f.pay is not null) p
    left join lateral ${minimumWage('p.region', 'p.month')} w on true
    where coalesce(p.pay < w.amount, true)`,

  'dissolved-soon': (of) => sql`
    select 'agreement:' || a.id as subject, a.student_id, a.employer_id, 'agreement:' || a.id as about,
      (a.ended_at::date - a.effective_at::date)::text as note
    from agreements a join students st on st.school_id = a.school_id and st.id = a.student_id
      and st.graduation_year >= ${of.fromYear}
    where a.school_id = ${of.school} and ${statusIn('a.status', UNDONE)} and a.effective_at is not null
      and a.ended_at < a.effective_at + ${of.threshold} * interval '1 day'`,

  'employer-refused': (of) => sql`
    select 'employer:' || a.employer_id as subject, a.student_id, a.employer_id, 'agreement:' || a.id as about, d.status as note
    from ${certified(of)} a
    join admissions d on d.school_id = a.school_id and d.employer_id = a.employer_id and ${statusIn('d.status', REFUSED)}`,

  'employer-deregistered': (of) => sql`
    select f.about as subject, f.student_id, d.employer_id, f.about, d.deregistered_on::text as note
    from ${graduates(of)} f cross join lateral ${ofDeregistered(of)} d`,
}
