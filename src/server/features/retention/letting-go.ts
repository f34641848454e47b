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
import { closeUnused, countUnused } from '../accounts/forgetting.ts'
import { countKept, letGoOfDocuments } from '../documents/forgetting.ts'
import { countEnded, letGoOfEnded } from '../evidence/forgetting.ts'
import { forgetConsents } from '../messages/consents.ts'
import { forgetInboxes } from '../notifications/queries.ts'
import { forgetRecommendations } from '../recommendations/forgetting.ts'
import { forgetPictures } from '../seals/forgetting.ts'
import { forgetDrawings } from '../signing/forgetting.ts'
import { countUnsigned, forgetUnsigned } from '../students/forgetting.ts'
import { lockDue, markCarriedOut } from './queries.ts'

const AT_ONCE = 100
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
      await forgetConsents(tx, closed)
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
  roster: { count: countUnsigned, go: (tx, of) => forgetUnsigned(tx, of, AT_ONCE) },
}

const NOTHING: Counts = { roster: 0, evidence: 0, account: 0, document: 0 }

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

/** Some of what one school keeps no longer, journaled by how many of what kind; null where no school has anything to do today. */
export async function letSomeGo(db: Db, at: Date): Promise<number | null> {
  const today = dayInChina(at)
  return inTransaction(db, async (tx) => {
    const due = await lockDue(tx, today)
    if (!due) return null
    const { school, ...rules } = due
    const gone = { ...NOTHING }
    for (const kind of Object.keys(LETS_GO) as RetentionKind[]) {
      const years = rules[kind]
      if (years !== null)
        gone[kind] = await LETS_GO[kind].go(tx, { school, lastYear: lastYearToGo(years, at), at })
    }
    const most = Math.max(...Object.values(gone))
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
export async function sweepRetention(db: Db, at: Date): Promise<number> {
  let all = 0
  for (;;) {
    const gone = await letSomeGo(db, at)
    if (gone === null) return all
    all += gone
  }
}
