import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { subjectOf } from '../../../domain/case.ts'
import { type CheckChange, reconcile } from '../../../domain/check/acts.ts'
import { CHECK_RULE_NAMES, type CheckRule } from '../../../domain/check/rules.ts'
import { dayInChina } from '../../../domain/day.ts'
import * as acrossSchools from '../../db/across-schools.ts'
import { type Db, inTransaction, type Tx } from '../../db/database.ts'
import { type Actor, CLOCK, type Line, record } from '../../db/journal.ts'
import type { Services } from '../../services/services.ts'
import { oneOf } from '../posts/queries.ts'
import { findHits, listRules, lockCases, saveChecks } from './queries.ts'

/** Hits of one piece, which is one transaction. */
const AT_ONCE = 500
/** In one sweep, so that the clock's other work is not held up for long. */
const MOST_PIECES = 60
const DAY_MS = 24 * 60 * 60 * 1000
/** Of acts, as far back as a graduating year reaches. */
const ACTS_DAYS = 400

export const lineOfCheck = ({ after, step, data }: CheckChange, actor: Actor): Line => ({
  ...step,
  school: after.schoolId,
  subject: subjectOf({ kind: 'check', id: after.id }),
  action: `check.${step.action}`,
  actor,
  data: { version: after.version, ...data },
})

/** Every rule of a school, or some, are to be run as soon as can be; from the first time on, every day. */
export const askRuns = (tx: Tx, school: string, at: Date, rules: readonly CheckRule[] = CHECK_RULE_NAMES) =>
  sql`
    insert into check_runs (school_id, rule, due_at) select ${school}, rule, ${at} from unnest(${[...rules]}::text[]) as u (rule)
    on conflict (school_id, rule) do update set due_at = least(check_runs.due_at, excluded.due_at)`.execute(
    tx,
  )

/** The schools with a rule that is due, those first that have waited longest. */
async function schoolsDue(db: Db, at: Date): Promise<string[]> {
  const due = await db
    .selectFrom('checkRuns')
    .where('dueAt', '<=', at)
    .select('schoolId as school')
    .groupBy('schoolId')
    .orderBy((of) => of.fn.min('dueAt'))
    .limit(MOST_PIECES)
    .modifyEnd(acrossSchools.clock)
    .execute()
  return due.map(({ school }) => school)
}

/** The next piece of a school's rule that has been due longest; false where none is. Of two instances the other takes another rule. */
async function runPiece(tx: Tx, school: string, at: Date): Promise<boolean> {
  const run = await tx
    .selectFrom('checkRuns')
    .where('schoolId', '=', school)
    .where('dueAt', '<=', at)
    .select(['rule', 'ranUntil'])
    .orderBy('dueAt')
    .orderBy('rule')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  if (!run) return false
  const beyond = run.ranUntil
  const rule = oneOf(CHECK_RULE_NAMES, run.rule)
  const setting = (await listRules(tx, school)).find((one) => one.rule === rule)
  const asked = {
    school,
    // Last year's, whose audits may still come, and all later ones.
    fromYear: Number(dayInChina(at).slice(0, 4)) - 1,
    since: new Date(at.getTime() - ACTS_DAYS * DAY_MS),
    threshold: setting?.threshold ?? 0,
  }
  const hits = setting?.isOn ? await findHits(tx, rule, asked, { beyond, limit: AT_ONCE }) : []
  const last = hits.length < AT_ONCE ? null : hits[hits.length - 1]!.subject
  const cases = setting?.isOn ? await lockCases(tx, { school, rule }, beyond, last) : []
  const changes = reconcile({ schoolId: school, rule, newId: uuidv7 }, hits, cases, at)
  if (changes.length > 0) {
    await saveChecks(tx, changes)
    await record(
      tx,
      changes.map((change) => lineOfCheck(change, CLOCK)),
    )
  }
  const ended = { ranUntil: '', ranAt: at, dueAt: new Date(at.getTime() + DAY_MS) }
  await tx
    .updateTable('checkRuns')
    .set(last === null ? ended : { ranUntil: last })
    .where('schoolId', '=', school)
    .where('rule', '=', rule)
    .execute()
  return true
}

/** Runs the rules that are due, piece by piece; what is left over the next sweep goes on with. Answers how many pieces. */
export async function runChecks({ db }: Pick<Services, 'db'>, at: Date): Promise<number> {
  let pieces = 0
  for (const school of await schoolsDue(db, at))
    while (pieces < MOST_PIECES && (await inTransaction(db, (tx) => runPiece(tx, school, at)))) pieces++
  return pieces
}
