import { type SqlBool, sql } from 'kysely'
import { CHECK_STATUSES, type CheckStatus, TO_CLOSE, TO_LOOK_INTO } from '../../../domain/check/life.ts'
import { CHECK_RULE_NAMES, type CheckRule } from '../../../domain/check/rules.ts'
import type { ReviewLevel } from '../../../domain/review.ts'
import type { Db } from '../../db/database.ts'
import { type Paging, readPage } from '../../db/page.ts'
import { contains } from '../../db/search-pattern.ts'
import { statusIn } from '../../db/status-in.ts'
import { oneOf } from '../posts/queries.ts'
import { type RosterScope, studentMatches } from '../students/roster-list.ts'

export type CheckFilter = Paging & {
  readonly q?: string
  readonly queue?: 'mine' | 'all'
  readonly checkRule?: CheckRule | undefined
  readonly status?: CheckStatus | undefined
  readonly college?: string | undefined
}

/** What waits for this level: a college looks into things, the school closes them too. */
export const waitsFor = (level: ReviewLevel) =>
  statusIn('c.status', level === 'school' ? [...TO_LOOK_INTO, ...TO_CLOSE] : TO_LOOK_INTO)

/** The first row's student or employer names a case. */
const whoOf = (school: string) => sql<string>`coalesce((select coalesce(e.name, st.name)
  from check_rows r left join students st on st.school_id = ${school} and st.id = r.student_id
  left join employers e on e.id = r.employer_id
  where r.school_id = ${school} and r.case_id = c.id order by r.position limit 1), '')`
const isAbout = (school: string, q: string) => sql<SqlBool>`exists (
  select from check_rows r left join students st on st.school_id = ${school} and st.id = r.student_id
  left join employers e on e.id = r.employer_id
  where r.school_id = ${school} and r.case_id = c.id and (${studentMatches(q)} or e.name_folded like ${contains(q)}))`

/** Cases within a scope as lists show them; what waits the oldest first, else the newest. */
const selectRows = (db: Db, { school, college }: RosterScope) =>
  db
    .selectFrom('checkCases as c')
    .leftJoin('colleges as k', (on) =>
      on.onRef('k.schoolId', '=', 'c.schoolId').onRef('k.id', '=', 'c.collegeId'),
    )
    .leftJoin('users as u', 'u.id', 'c.assignedTo')
    .where('c.schoolId', '=', school)
    .$if(college !== null, (of) => of.where('c.collegeId', '=', college))

const COLUMNS = [
  ...(['c.id', 'c.rule', 'c.status', 'c.version', 'c.count', 'c.foundAt', 'c.waitingSince'] as const),
  ...(['k.name as college', 'u.name as assignee'] as const),
] as const

export async function listChecks(
  db: Db,
  scope: RosterScope,
  level: ReviewLevel,
  { q, queue = 'mine', checkRule, status, college, ...paging }: CheckFilter,
) {
  const waits = queue === 'mine'
  const { school } = scope
  const query = selectRows(db, scope)
    .$if(waits, (of) => of.where(waitsFor(level)))
    .$if(checkRule !== undefined, (of) => of.where('c.rule', '=', checkRule!))
    .$if(status !== undefined, (of) => of.where('c.status', '=', status!))
    .$if(Boolean(college), (of) => of.where('c.collegeId', '=', college!))
    .$if(Boolean(q), (of) => of.where(isAbout(school, q!)))
  const { rows, ...page } = await readPage(
    paging,
    ({ limit, offset }) =>
      query
        .select([...COLUMNS, whoOf(school).as('who')])
        .orderBy(waits ? 'c.waitingSince' : 'c.foundAt', waits ? 'asc' : 'desc')
        .orderBy('c.id', waits ? 'asc' : 'desc')
        .limit(limit)
        .offset(offset)
        .execute(),
    () => query.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow(),
  )
  return { items: rows.map(shown), ...page }
}

type Row = {
  id: string
  rule: string
  status: string
  version: number
  count: number
  foundAt: Date
  waitingSince: Date
  college: string | null
  assignee: string | null
  who: string
}
const shown = ({ rule, status, foundAt, waitingSince, ...of }: Row) => ({
  ...of,
  checkRule: oneOf(CHECK_RULE_NAMES, rule),
  status: oneOf(CHECK_STATUSES, status),
  foundAt: foundAt.toISOString(),
  waitingSince: waitingSince.toISOString(),
})

/** One case as lists show it. */
export const showCheck = async (db: Db, scope: RosterScope, id: string) =>
  shown(
    await selectRows(db, scope)
      .where('c.id', '=', id)
      .select([...COLUMNS, whoOf(scope.school).as('who')])
      .executeTakeFirstOrThrow(),
  )

/** By rule, how many wait for the school, when it was last run, and whether it is to be run. */
export async function listRuns(db: Db, school: string, at: Date) {
  const { rows } = await sql<{ rule: string; waiting: number; ranAt: Date | null; isDue: boolean }>`
    select u.rule, r.ran_at, coalesce(r.due_at <= ${at}, false) as is_due,
      (select count(*) from check_cases c where c.school_id = ${school} and c.rule = u.rule and ${waitsFor('school')}) as waiting
    from unnest(${CHECK_RULE_NAMES}::text[]) as u (rule)
    left join check_runs r on r.school_id = ${school} and r.rule = u.rule`.execute(db)
  return new Map(rows.map(({ rule, ...run }) => [rule, run]))
}

/** How many wait within a scope. */
export async function countChecks(db: Db, scope: RosterScope, level: ReviewLevel): Promise<number> {
  const { total } = await selectRows(db, scope)
    .where(waitsFor(level))
    .select(sql<number>`count(*)`.as('total'))
    .executeTakeFirstOrThrow()
  return total
}
