import { sql } from 'kysely'
import type { CheckCase, CheckChange, Hit } from '../../../domain/check/acts.ts'
import { CHECK_STATUSES } from '../../../domain/check/life.ts'
import {
  CHECK_RULE_NAMES,
  type CheckRule,
  type RuleSetting,
  usualSetting,
} from '../../../domain/check/rules.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { Db, Tx } from '../../db/database.ts'
import type { ColumnsOf } from '../../db/differing.ts'
import { hashOf } from '../../db/journal.ts'
import { type Key, schoolOf } from '../../db/key.ts'
import { oneOf } from '../posts/queries.ts'
import type { RosterScope } from '../students/roster-list.ts'
import { RULE_QUERIES, type RuleAsked } from './rule-queries.ts'

export type RuleStanding = RuleSetting & { readonly rule: CheckRule; readonly version: number }
/** Every rule as a school has it: its own setting, else the usual one, whose version is 0. */
export async function listRules(db: Db, school: string): Promise<RuleStanding[]> {
  const rows = await db
    .selectFrom('checkRules')
    .where('schoolId', '=', school)
    .select(['rule', 'isOn', 'threshold', 'version'])
    .execute()
  const own = new Map(rows.map((row) => [row.rule, row]))
  return CHECK_RULE_NAMES.map((rule) => {
    const { isOn, threshold, version } = own.get(rule) ?? { ...usualSetting(rule), version: 0 }
    return { rule, isOn, threshold, version }
  })
}

/** Refused where somebody has changed it since it was read. The caller journals it. */
export async function saveRule(
  tx: Tx,
  school: string,
  { rule, isOn, threshold, version: seenVersion }: RuleStanding,
): Promise<void> {
  const { rows } = await sql<{ version: number }>`
    insert into check_rules as r (school_id, rule, is_on, threshold) values (${school}, ${rule}, ${isOn}, ${threshold})
    on conflict (school_id, rule) do update set is_on = excluded.is_on, threshold = excluded.threshold,
      version = r.version + 1 where r.version = ${seenVersion}
    returning version`.execute(tx)
  if (rows[0]?.version !== seenVersion + 1) throw new Refusal('content-changed')
}

const select = (db: Db, school: string) =>
  db.selectFrom('checkCases').where('schoolId', '=', school).selectAll()
type Found = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>
const parse = (row: Found): CheckCase => ({
  ...row,
  rule: oneOf(CHECK_RULE_NAMES, row.rule),
  status: oneOf(CHECK_STATUSES, row.status),
})
function one(row: Found | undefined): CheckCase {
  if (!row) throw new Refusal('not-found')
  return parse(row)
}
/** Reads take the scope: what is with another college, or with several, does not exist for a college. */
const selectFor = (db: Db, { school, college }: RosterScope, id: string) =>
  select(db, school)
    .where('id', '=', id)
    .$if(college !== null, (of) => of.where('collegeId', '=', college))
export const findCheck = async (db: Db, scope: RosterScope, id: string) =>
  one(await selectFor(db, scope, id).executeTakeFirst())
export const lockCheck = async (tx: Tx, scope: RosterScope, id: string) =>
  one(await selectFor(tx, scope, id).forUpdate().executeTakeFirst())

/** A rule's cases whose subjects lie beyond one, up to another or to the end, locked in one order. */
export async function lockCases(
  tx: Tx,
  { school, rule }: { readonly school: string; readonly rule: CheckRule },
  beyond: string,
  upTo: string | null,
): Promise<CheckCase[]> {
  const rows = await select(tx, school)
    .where('rule', '=', rule)
    .where('subject', '>', beyond)
    .$if(upTo !== null, (of) => of.where('subject', '<=', upTo!))
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map(parse)
}

/** As many rows of a hit as are kept; how many there were is kept too. */
const ROWS_KEPT = 200
/** What a rule finds now, by subject, `limit` at most, of those beyond one. */
export async function findHits(
  db: Db,
  rule: CheckRule,
  of: RuleAsked,
  { beyond, limit }: { readonly beyond: string; readonly limit: number },
): Promise<Hit[]> {
  const { rows } = await sql<Omit<Hit, 'fingerprint'>>`
    select r.subject, count(*)::integer as count,
      case when count(distinct st.college_id) = 1 and count(st.id) = count(*) then min(st.college_id) end as college_id,
      (array_agg(jsonb_build_object('studentId', r.student_id, 'employerId', r.employer_id, 'about', r.about, 'note', r.note)
        order by st.student_number, r.employer_id, r.about, r.note))[1:${sql.lit(ROWS_KEPT)}] as rows
    from (${RULE_QUERIES[rule](of)}) r
    left join students st on st.school_id = ${of.school} and st.id = r.student_id
    where r.subject > ${beyond}
    group by r.subject order by r.subject limit ${limit}`.execute(db)
  return rows.map((hit) => ({ ...hit, fingerprint: hashOf({ count: hit.count, rows: hit.rows }) }))
}

const rowOf = (of: CheckCase) =>
  ({
    schoolId: of.schoolId,
    id: of.id,
    rule: of.rule,
    subject: of.subject,
    collegeId: of.collegeId,
    count: of.count,
    fingerprint: of.fingerprint,
    status: of.status,
    version: of.version,
    foundAt: of.foundAt,
    waitingSince: of.waitingSince,
    assignedTo: of.assignedTo,
    explanation: of.explanation,
    endedAt: of.endedAt,
  }) satisfies ColumnsOf<CheckCase>

/** What becomes of cases of one school, new ones among them, with the rows that were seen. The caller journals it. */
export async function saveChecks(tx: Tx, changes: readonly CheckChange[]): Promise<void> {
  await tx
    .insertInto('checkCases')
    .values(changes.map(({ after }) => rowOf(after)))
    .onConflict((same) =>
      same.columns(['schoolId', 'id']).doUpdateSet((to) => ({
        collegeId: to.ref('excluded.collegeId'),
        count: to.ref('excluded.count'),
        fingerprint: to.ref('excluded.fingerprint'),
        status: to.ref('excluded.status'),
        version: to.ref('excluded.version'),
        waitingSince: to.ref('excluded.waitingSince'),
        assignedTo: to.ref('excluded.assignedTo'),
        explanation: to.ref('excluded.explanation'),
        endedAt: to.ref('excluded.endedAt'),
      })),
    )
    .execute()
  const seen = changes.flatMap(({ after, rows }) => (rows === null ? [] : [{ id: after.id, rows }]))
  if (seen.length === 0) return
  const school = schoolOf(changes.map(({ after }) => after))
  await sql`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(seen)}::jsonb) as g (id uuid, rows jsonb)
    ), gone as (
      delete from check_rows r using given g where r.school_id = ${school} and r.case_id = g.id and r.position > jsonb_array_length(g.rows)
    )
    insert into check_rows (school_id, case_id, position, student_id, employer_id, about, note)
    select ${school}, g.id, n.nth, (n.row ->> 'studentId')::uuid, (n.row ->> 'employerId')::uuid, n.row ->> 'about', n.row ->> 'note'
    from given g cross join lateral jsonb_array_elements(g.rows) with ordinality n (row, nth)
    on conflict (school_id, case_id, position) do update set student_id = excluded.student_id,
      employer_id = excluded.employer_id, about = excluded.about, note = excluded.note`.execute(tx)
}

export type Assignee = { readonly id: string; readonly name: string }
/** The staff who can see a case: the school's own, and those of the college with which it is. */
export const listAssignees = (
  db: Db,
  { school }: Pick<Key, 'school'>,
  college: string | null,
): Promise<Assignee[]> =>
  db
    .selectFrom('users')
    .where('schoolId', '=', school)
    .where('portal', '=', 'school')
    .where('disabledAt', 'is', null)
    .where((or) => or.or([or('collegeId', 'is', null), or('collegeId', '=', college ?? '')]))
    .select(['id', 'name'])
    .orderBy('name')
    .execute()
