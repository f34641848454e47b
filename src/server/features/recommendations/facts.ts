import { saidOf } from '../../../domain/correction/asked.ts'
import { SHEET_FACTS, type SheetFacts } from '../../../domain/recommendation/case.ts'
import type { RosterValues } from '../../../domain/roster/columns.ts'
import type { RosterTables } from '../../../domain/roster/read-cell.ts'
import type { StudentSnapshot } from '../../../domain/snapshot.ts'
import type { Db } from '../../db/database.ts'
import type { Key } from '../../db/key.ts'
import type { Secrets } from '../../services/secrets.ts'
import { findTables } from '../corrections/tables.ts'
import { findRoster, lockRoster } from '../students/roster-values.ts'

type Found = { readonly roster: RosterValues; readonly snapshot: StudentSnapshot }

/** What of a student's row stands on the sheet; a number, a name and a college are the same in both languages. */
function factsOf({ roster, snapshot }: Found, tables: RosterTables): SheetFacts {
  const named = (name: string) => ({ name, nameEn: name })
  const shown = SHEET_FACTS.map((fact) => {
    if (fact === 'college') return [fact, named(snapshot.college)] as const
    if (fact === 'studentNumber') return [fact, named(snapshot.studentNumber)] as const
    return [fact, saidOf(fact, roster, tables).shown] as const
  })
  return Object.fromEntries(shown.filter(([, { name }]) => name !== ''))
}

/** What the roster says of a student now, as a sheet says it. */
export async function findSheetFacts(db: Db, student: Key, secrets: Secrets): Promise<SheetFacts> {
  const [found, tables] = await Promise.all([findRoster(db, student, secrets), findTables(db)])
  return factsOf(found, tables)
}

/** The same with the student's row held, and what else a recommendation is begun with. */
export async function lockSheetFacts(tx: Parameters<typeof lockRoster>[0], student: Key, secrets: Secrets) {
  const found = await lockRoster(tx, student, secrets)
  const { collegeId, snapshot, settings } = found
  const roster = factsOf(found, await findTables(tx))
  return { roster, collegeId, snapshot, levels: settings.recommendationLevels }
}
