import { dayInChina } from '../../../domain/day.ts'
import {
  evidenceKeptSince,
  lastYearToGo,
  RETENTION_KINDS,
  type RetentionKind,
  type RetentionRules,
} from '../../../domain/retention.ts'
import { type Db, inTransaction, type Tx } from '../../db/database.ts'
import { CLOCK, record } from '../../db/journal.ts'
import type { Jobs } from '../../services/jobs.ts'
import type { Services } from '../../services/services.ts'
import { closeUnused, countUnused, forgetAccounts } from '../accounts/forgetting.ts'
import { countKept, letGoOfDocuments } from '../documents/forgetting.ts'
import { countEnded, letGoOfEnded } from '../evidence/forgetting.ts'
import { forgetConsents } from '../messages/consents.ts'
import { forgetInboxes } from '../notifications/queries.ts'
import { forgetRecommendations } from '../recommendations/forgetting.ts'
import { countOldResumes, forgetOldResumes, letResumesGo, tellOfOldResumes } from '../resumes/forgetting.ts'
import { forgetPictures } from '../seals/forgetting.ts'
import { forgetDrawings } from '../signing/forgetting.ts'
import { countUnsigned, forgetStudents, holdUnsigned } from '../students/forgetting.ts'
import { forgetGuests } from '../visits/guests.ts'
import { lockDue, markCarriedOut, schoolsDue } from './queries.ts'

const AT_ONCE = 100
type Storage = Pick<Services, 'db' | 'jobs'>
type Of = { readonly school: string; readonly lastYear: number; readonly at: Date }
export type Counts = Record<RetentionKind, number>

/** Evidence before the roster, which it holds, and accounts before documents, which they hold; how many there are, and how some of them go. */
const LETS_GO: Record<
  RetentionKind,
  { readonly count: (db: Db, of: Of) => Promise<number>; readonly go: (tx: Tx, of: Of) => Promise<number> }
> = {
  evidence: {
    count: (db, of) => countEnded(db, { ...of, keptSince: evidenceKeptSince(of.at) }),
    go: (tx, of) => letGoOfEnded(tx, { ...of, keptSince: evidenceKeptSince(of.at) }, AT_ONCE),
  },
  account: {
    count: countUnused,
    go: async (tx, of) => {
      const closed = await closeUnused(tx, of, AT_ONCE)
      await forgetInboxes(tx, closed)
      await forgetConsents(tx, of.school, closed)
      return closed.length
    },
  },
  document: {
    count: countKept,
    go: async (tx, of) => {
      const students = await letGoOfDocuments(tx, of, AT_ONCE)
      if (students.length === 0) return 0
      const { school, at } = of
      await forgetRecommendations(tx, { school, students })
      await forgetDrawings(tx, { school, students, at })
      await forgetPictures(tx, { school, students, at })
      return students.length
    },
  },
  resume: { count: countOldResumes, go: (tx, of) => forgetOldResumes(tx, of, AT_ONCE) },
  roster: {
    count: countUnsigned,
    go: async (tx, of) => {
      const { school } = of
      const students = await holdUnsigned(tx, of, AT_ONCE)
      if (students.length === 0) return 0
      await forgetAccounts(tx, school, students)
      await forgetGuests(tx, school, students)
      await forgetStudents(tx, school, students)
      return students.length
    },
  },
}

/** What must be before some of them go, and of how many that is done at once: whose résumés go is told, and no file in one holds anybody. */
const BEFORE: Partial<Record<RetentionKind, (tx: Tx, jobs: Jobs, of: Of) => Promise<number>>> = {
  resume: (tx, jobs, of) => tellOfOldResumes(tx, jobs, of, AT_ONCE),
  roster: (tx, _jobs, of) => letResumesGo(tx, of, AT_ONCE),
}

const NOTHING: Counts = { roster: 0, resume: 0, evidence: 0, account: 0, document: 0 }

/** How many rows of each kind would go now. */
export async function countToGo(db: Db, school: string, rules: RetentionRules, at: Date): Promise<Counts> {
  const counts = { ...NOTHING }
  await Promise.all(
    RETENTION_KINDS.map(async (kind) => {
      const years = rules[kind]
      if (years !== null)
        counts[kind] = await LETS_GO[kind].count(db, { school, lastYear: lastYearToGo(years, at), at })
    }),
  )
  return counts
}

/** Some of what a school keeps no longer, journaled by how many of what kind; null where it has nothing to do today any more. */
export async function letSomeGo({ db, jobs }: Storage, school: string, at: Date): Promise<number | null> {
  const today = dayInChina(at)
  return inTransaction(db, async (tx) => {
    const rules = await lockDue(tx, school, today)
    if (!rules) return null
    const gone = { ...NOTHING }
    let prepared = 0
    for (const kind of Object.keys(LETS_GO) as RetentionKind[]) {
      const years = rules[kind]
      if (years === null) continue
      const of = { school, lastYear: lastYearToGo(years, at), at }
      prepared = Math.max(prepared, (await BEFORE[kind]?.(tx, jobs, of)) ?? 0)
      gone[kind] = await LETS_GO[kind].go(tx, of)
    }
    const most = Math.max(prepared, ...Object.values(gone))
    if (most < AT_ONCE) await markCarriedOut(tx, school, today)
    const all = Object.values(gone).reduce((sum, one) => sum + one, 0)
    if (all > 0)
      await record(tx, [
        {
          school,
          subject: `school:${school}`,
          action: 'school.let-go',
          at,
          actor: CLOCK,
          from: null,
          to: null,
          reason: null,
          data: gone,
        },
      ])
    return all
  })
}

/** Lets go of what schools keep no longer, each school once a day until nothing is left; answers how much. */
export async function sweepRetention(storage: Storage, at: Date): Promise<number> {
  let all = 0
  for (const school of await schoolsDue(storage.db, dayInChina(at)))
    for (let gone: number | null = 0; gone !== null; all += gone ?? 0)
      gone = await letSomeGo(storage, school, at)
  return all
}
