import { sql } from 'kysely'
import type { Day } from '../../../domain/day.ts'
import { KEEPS_ALL, type RetentionRules } from '../../../domain/retention.ts'
import type { Db, Tx } from '../../db/database.ts'
import { schoolsWith } from '../../db/school-by-school.ts'

/** What the school has decided; version 0 before it has. */
export async function findRules(db: Db, school: string) {
  const row = await db
    .selectFrom('retentionRules')
    .where('schoolId', '=', school)
    .select([
      'rosterYears as roster',
      'resumeYears as resume',
      'evidenceYears as evidence',
      'accountYears as account',
      'documentYears as document',
      'version',
    ])
    .executeTakeFirst()
  if (!row) return { rules: KEEPS_ALL, version: 0 }
  const { version, ...rules } = row
  return { rules, version }
}

/** The caller has held the school's row, and journals it. */
export const saveRules = (
  tx: Tx,
  school: string,
  { roster, resume, evidence, account, document }: RetentionRules,
  version: number,
) => {
  const row = {
    rosterYears: roster,
    resumeYears: resume,
    evidenceYears: evidence,
    accountYears: account,
    documentYears: document,
    version,
    carriedOutOn: null,
  }
  return tx
    .insertInto('retentionRules')
    .values({ schoolId: school, ...row })
    .onConflict((on) => on.column('schoolId').doUpdateSet(row))
    .execute()
}

const due = (db: Db, today: Day) =>
  db
    .selectFrom('retentionRules')
    .where(sql<boolean>`carried_out_on is distinct from ${today}::date`)
    .where(
      sql<boolean>`coalesce(roster_years, resume_years, evidence_years, account_years, document_years) is not null`,
    )

/** The schools with something to do today. */
export const schoolsDue = (db: Db, today: Day) => schoolsWith(due(db, today))

/** What a school has to do today, held: what another instance has it leaves. */
export const lockDue = (tx: Tx, school: string, today: Day) =>
  due(tx, today)
    .where('schoolId', '=', school)
    .select([
      'rosterYears as roster',
      'resumeYears as resume',
      'evidenceYears as evidence',
      'accountYears as account',
      'documentYears as document',
    ])
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()

export const markCarriedOut = (tx: Tx, school: string, today: Day) =>
  tx.updateTable('retentionRules').set({ carriedOutOn: today }).where('schoolId', '=', school).execute()
