import type { ConfirmationProgress, MyConfirmation } from '../../../contracts/confirmations.ts'
import { type ConfirmationPeriod, isOpenOn } from '../../../domain/confirmation/period.ts'
import { dayInChina } from '../../../domain/day.ts'
import type { Db } from '../../db/database.ts'
import type { Key } from '../../db/key.ts'
import { findMyStanding } from './queries.ts'
import { findReported, showReported } from './reported.ts'

export const presentPeriod = (period: ConfirmationPeriod | null, at: Date): ConfirmationProgress['period'] =>
  period && {
    opensOn: period.opensOn,
    closesOn: period.closesOn,
    words: period.words,
    version: period.version,
    isOpen: isOpenOn(period, dayInChina(at)),
  }

/** What would be reported of a student, as their own page shows it. */
export async function presentMine(db: Db, student: Key, at: Date): Promise<MyConfirmation> {
  const [{ graduationYear, period, standing, confirmedAt }, { seen, seenHash }] = await Promise.all([
    findMyStanding(db, student),
    findReported(db, student),
  ])
  return {
    graduationYear,
    period: presentPeriod(period, at),
    reported: await showReported(db, seen),
    seenHash,
    standing,
    confirmedAt: confirmedAt?.toISOString() ?? null,
  }
}
