import { type RawBuilder, sql } from 'kysely'
import { CATEGORY, DEREGISTERED, isRegistration, type Topic } from '../../../domain/audit/topics.ts'
import { TO_LOOK_INTO } from '../../../domain/check/life.ts'
import { CHECK_RULE_NAMES, usualSetting } from '../../../domain/check/rules.ts'
import { TO_HELP } from '../../../domain/help/record.ts'
import { SPOKEN_OF } from '../../../domain/objection/answerer.ts'
import type { Db } from '../../db/database.ts'
import { statusIn } from '../../db/status-in.ts'
import { minimumWage } from '../checks/rule-queries.ts'
import { counted, STANDING } from '../figures/queries.ts'

/** A school's graduates of a year, as they are at an instant. */
export type OfYear = { readonly school: string; readonly year: number; readonly at: Date }
/** Behind which key a page begins, and how many graduates or things it has. */
type Page = { readonly after: string; readonly most: number }
/** Rows `key, student_id, sealed, cells`: keys in their order; what is sealed is of hardship alone. */
type TopicQuery = (of: OfYear, page: Page) => RawBuilder<unknown>

/** A page of the graduates `f` of a year by their numbers, read by one index. */
const graduates = ({ school, year }: OfYear, { after, most }: Page, which = sql<boolean>`true`) => sql`(
  select f.*, case when f.agreement_id is not null then 'agreement:' || f.agreement_id
      when f.destination_id is not null then 'destination:' || f.destination_id end as about
  ${counted({ school, college: null, year, filter: {}, kept: null })} and f.student_number > ${after} and ${which}
  order by f.student_number limit ${most}) f
  join students st on st.school_id = ${school} and st.id = f.student_id
  join colleges k on k.school_id = ${school} and k.id = f.college_id`
const holderIn = (
  school: string,
) => sql`left join placements p on p.school_id = ${school} and p.student_id = f.student_id
  and (p.agreement_id = f.agreement_id or p.destination_id = f.destination_id)`
/** Who has last passed, registered or entered what counts of `f`. */
const passedIn = (school: string) => sql`left join lateral (
  select j.entry->'actor'->>'name' as name, j.entry->>'at' as at from journal j
  where j.school_id = ${school} and j.subject = f.about and j.entry->>'action' = any(${[...SPOKEN_OF]}::text[])
  order by j.seq desc limit 1) passed on true`
const confirmedIn = (
  school: string,
) => sql`left join confirmations own on own.school_id = ${school} and own.student_id = f.student_id
  and not own.is_outdated`
/** Who has dealt with the check `c`. */
const handledIn = (school: string) => sql`left join lateral (
  select j.entry->'actor'->>'name' as name, j.entry->>'at' as at from journal j
  where j.school_id = ${school} and j.subject = 'check:' || c.id and j.entry->>'action' in ('check.explain', 'check.close')
  order by j.seq desc limit 1) handled on true`

const iso = (instant: RawBuilder<unknown>) =>
  sql`to_char(${instant} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`
const cells = (...all: RawBuilder<unknown>[]) =>
  sql`array[${sql.join(all.map((cell) => sql`coalesce((${cell})::text, '')`))}]`
const OF_STUDENT = [sql`f.student_number`, sql`st.name`, sql`k.name`]
const helpedIn = (
  school: string,
) => sql<boolean>`(${STANDING} in (${sql.join(TO_HELP.map((one) => sql.lit(one)))}) or exists (
  select from help_records h where h.school_id = ${school} and h.student_id = f.student_id))`

/** Of a deregistered employer with a registration. */
const KEY = sql`concat_ws(' ', e.credit_code, c.student_number, c.id)`

const registrations =
  (category: string): TopicQuery =>
  (of, page) =>
    sql`
  select f.student_number as key, f.student_id, null as sealed, ${cells(
    ...OF_STUDENT,
    sql`a.number`,
    sql`p.holder`,
    sql`coalesce(e.credit_code, code_answered(d.form, d.details, 'credit_code'))`,
    sql`(select name from codes where kind = 'region' and code = f.region)`,
    sql`f.pay`,
    sql`wage.amount`,
    iso(sql`f.since`),
    sql`passed.name`,
    sql`passed.at`,
    sql`(select count(*) from evidence v where v.school_id = ${of.school} and v.subject = f.about
      and v.superseded_at is null and v.state = 'ready')`,
    iso(sql`own.confirmed_at`),
    sql`(select count(*) from check_rows r join check_cases c on c.school_id = ${of.school} and c.id = r.case_id
      where r.school_id = ${of.school} and r.student_id = f.student_id and ${statusIn('c.status', TO_LOOK_INTO)})`,
  )} as cells
  from ${graduates(of, page, sql`f.category = ${category}`)}
  left join agreements a on a.school_id = ${of.school} and a.id = f.agreement_id
  left join employers e on e.id = a.employer_id
  left join destinations d on d.school_id = ${of.school} and d.id = f.destination_id
  ${holderIn(of.school)} ${passedIn(of.school)} ${confirmedIn(of.school)}
  cross join lateral (select coalesce(left(a.terms ->> 'reportBy', 7), to_char(f.since at time zone 'Asia/Shanghai', 'YYYY-MM')) as month) m
  left join lateral ${minimumWage('f.region', 'm.month')} wage on true
  order by key`

const QUERIES: Readonly<Record<Topic, TopicQuery>> = {
  rules: ({ school }, { after, most }) => sql`
    select u.nth as key, null::uuid as student_id, null as sealed, ${cells(
      sql`u.rule`,
      sql`coalesce(s.is_on, true)`,
      sql`coalesce(s.threshold, u.usual)`,
      iso(sql`run.ran_at`),
      sql`count(c.id)`,
      sql`count(c.id) filter (where ${statusIn('c.status', TO_LOOK_INTO)})`,
    )} as cells
    from (select rule, usual, lpad(nth::text, 3, '0') as nth
      from unnest(${CHECK_RULE_NAMES}::text[], ${CHECK_RULE_NAMES.map((rule) => usualSetting(rule).threshold)}::integer[])
        with ordinality as u (rule, usual, nth)) u
    left join check_rules s on s.school_id = ${school} and s.rule = u.rule
    left join check_runs run on run.school_id = ${school} and run.rule = u.rule
    left join check_cases c on c.school_id = ${school} and c.rule = u.rule
    where u.nth > ${after}
    group by u.nth, u.rule, u.usual, s.is_on, s.threshold, run.ran_at order by key limit ${most}`,

  'self-check': (of, page) => sql`
    select f.student_number as key, f.student_id, null as sealed, ${cells(
      ...OF_STUDENT,
      sql`f.category`,
      sql`p.holder`,
      sql`c.rule`,
      iso(sql`c.found_at`),
      sql`c.status`,
      sql`handled.name`,
      sql`handled.at`,
      sql`c.explanation`,
      sql`passed.name`,
      sql`passed.at`,
      iso(sql`own.confirmed_at`),
      // The rule that was run longest ago.
      iso(sql`(select min(run.ran_at) from check_runs run where run.school_id = ${of.school})`),
    )} as cells
    from ${graduates(of, page)}
    left join check_rows r on r.school_id = ${of.school} and r.student_id = f.student_id
    left join check_cases c on c.school_id = ${of.school} and c.id = r.case_id
    ${holderIn(of.school)} ${passedIn(of.school)} ${confirmedIn(of.school)} ${handledIn(of.school)}
    order by key, c.rule, c.id`,

  feedback: ({ school, year, at }, { after, most }) => sql`
    select o.receipt as key, o.student_id, null as sealed, ${cells(
      sql`o.receipt`,
      sql`st.student_number`,
      sql`st.name`,
      sql`k.name`,
      iso(sql`o.raised_at`),
      sql`floor(extract(epoch from coalesce(o.ended_at, ${at}::timestamptz) - o.raised_at) / 86400)`,
      sql`o.answer_by`,
      sql`o.status`,
      iso(sql`o.ended_at`),
      sql`u.name`,
      sql`o.said`,
      sql`o.answer`,
    )} as cells
    from objections o
    join students st on st.school_id = ${school} and st.id = o.student_id and st.graduation_year = ${year}
    join colleges k on k.school_id = ${school} and k.id = st.college_id
    left join users u on u.id = o.decided_by
    where o.school_id = ${school} and o.receipt > ${after} order by key limit ${most}`,

  agreement: registrations(CATEGORY.agreement),
  contract: registrations(CATEGORY.contract),
  other: registrations(CATEGORY.other),
  freelance: registrations(CATEGORY.freelance),

  help: (of, page) => sql`
    select f.student_number as key, f.student_id, encode(st.more_cipher, 'hex') as sealed, ${cells(
      ...OF_STUDENT,
      sql`''`,
      sql`f.category`,
      sql`(select count(*) from help_records h where h.school_id = ${of.school} and h.student_id = f.student_id)`,
      sql`h.spoke_on`,
      sql`h.offered`,
      sql`h.next_step`,
      sql`h.next_on`,
    )} as cells
    from ${graduates(of, page, helpedIn(of.school))}
    left join help_records h on h.school_id = ${of.school} and h.student_id = f.student_id and h.is_latest
    order by key`,

  // An employer without any registration of this year is one row.
  deregistered: ({ school, year }, { after, most }) => sql`
    select ${KEY} as key, c.student_id, null as sealed, ${cells(
      sql`e.name`,
      sql`e.credit_code`,
      sql`d.deregistered_on`,
      sql`d.read_from`,
      sql`u.name`,
      iso(sql`d.noted_at`),
      sql`c.student_number`,
      sql`c.name`,
      sql`a.number`,
      sql`c.status`,
      sql`handled.name`,
      sql`handled.at`,
      sql`c.explanation`,
    )} as cells
    from deregistrations d
    join employers e on e.id = d.employer_id
    left join users u on u.id = d.noted_by
    left join lateral (
      select c.*, r.student_id, r.about, st.student_number, st.name from check_cases c
      join check_rows r on r.school_id = ${school} and r.case_id = c.id
      join students st on st.school_id = ${school} and st.id = r.student_id and st.graduation_year = ${year}
      where c.school_id = ${school} and c.rule = ${DEREGISTERED} and r.employer_id = d.employer_id) c on true
    left join agreements a on a.school_id = ${school} and c.about = 'agreement:' || a.id
    ${handledIn(school)}
    where d.school_id = ${school} and ${KEY} > ${after}
    order by key limit ${most}`,
}

export type TopicRow = {
  readonly studentId: string | null
  /** Hex, where hardship is to be opened. */
  readonly sealed: string | null
  readonly cells: readonly string[]
}

/** A page of a topic's rows; `next`: behind which the next begins, null at the end. All rows of one graduate are on one page. */
export async function listTopicRows(
  db: Db,
  topic: Topic,
  of: OfYear,
  page: Page,
): Promise<{ readonly rows: readonly TopicRow[]; readonly next: string | null }> {
  const { rows } = await sql<TopicRow & { key: string }>`${QUERIES[topic](of, page)}`.execute(db)
  const keys = new Set(rows.map(({ key }) => key))
  return { rows, next: keys.size < page.most ? null : (rows[rows.length - 1]?.key ?? null) }
}

/** How much each topic has, in graduates or things. */
export async function countTopics(db: Db, of: OfYear): Promise<Readonly<Record<Topic, number>>> {
  const { school, year } = of
  const { rows } = await sql<{ total: number; helped: number; byCategory: Record<string, number> | null }>`
    select sum(n)::integer as total, sum(helped)::integer as helped, jsonb_object_agg(category, n) as "byCategory" from (
      select f.category, count(*) as n, count(*) filter (where ${helpedIn(school)}) as helped
      ${counted({ school, college: null, year, filter: {}, kept: null })} group by 1) f`.execute(db)
  const { rows: others } = await sql<{ feedback: number; deregistered: number }>`
    select (select count(*) from objections o join students st on st.school_id = ${school} and st.id = o.student_id
        and st.graduation_year = ${year} where o.school_id = ${school}) as feedback,
      (select count(*) from deregistrations where school_id = ${school}) as deregistered`.execute(db)
  const [found, other] = [rows[0], others[0]]
  const ofCategory = (topic: Topic) =>
    isRegistration(topic) ? (found?.byCategory?.[CATEGORY[topic]] ?? 0) : 0
  return {
    rules: CHECK_RULE_NAMES.length,
    'self-check': found?.total ?? 0,
    feedback: other?.feedback ?? 0,
    agreement: ofCategory('agreement'),
    contract: ofCategory('contract'),
    other: ofCategory('other'),
    freelance: ofCategory('freelance'),
    help: found?.helped ?? 0,
    deregistered: other?.deregistered ?? 0,
  }
}
