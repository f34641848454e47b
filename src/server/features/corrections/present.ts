import type { CorrectionView } from '../../../contracts/corrections.ts'
import { subjectOf } from '../../../domain/case.ts'
import { correctionOffers, type RosterFacts } from '../../../domain/correction/acts.ts'
import { isOutdated, type RosterChange, saidOf } from '../../../domain/correction/asked.ts'
import { type CorrectionCase, correctionRef } from '../../../domain/correction/case.ts'
import { CORRECTABLE, type Correctable } from '../../../domain/correction/correctable.ts'
import { isOpen } from '../../../domain/correction/life.ts'
import { correctionStanding } from '../../../domain/correction/standing.ts'
import { actingOn } from '../../../domain/review.ts'
import { ROSTER_COLUMNS, type RosterValues } from '../../../domain/roster/columns.ts'
import type { RosterTables } from '../../../domain/roster/read-cell.ts'
import type { Reading } from '../../http/doing.ts'
import { listEvidence } from '../evidence/queries.ts'
import { listTimeline } from '../journal/queries.ts'
import { findTables } from './tables.ts'

type Row = Pick<
  CorrectionCase,
  | 'id'
  | 'snapshot'
  | 'status'
  | 'levels'
  | 'level'
  | 'version'
  | 'waitingFor'
  | 'waitingSince'
  | 'submittedAt'
> & { readonly fields: readonly Correctable[] }

export const headed = (key: Correctable) => ({
  key,
  name: ROSTER_COLUMNS[key].zh,
  nameEn: ROSTER_COLUMNS[key].en,
})

/** A correction as lists show it. */
export const rowOf = ({ id, snapshot, fields, status, version, waitingFor, ...row }: Row) => ({
  id,
  student: snapshot,
  fields: fields.map(headed),
  status,
  standing: correctionStanding({ ...row, status }),
  version,
  waitingFor,
  waitingSince: row.waitingSince.toISOString(),
  submittedAt: row.submittedAt.toISOString(),
})

const isMasked = ({ field }: RosterChange) => field === 'documentNumber' || field === 'examineeNumber'

/** The correction's page for this reader: what was and what is asked for, side by side, and what the reader may do now. */
export async function presentCorrection(
  { db, person, acting }: Reading,
  row: CorrectionCase,
  facts: RosterFacts,
): Promise<CorrectionView> {
  const subject = subjectOf(correctionRef(row))
  const timeline = await listTimeline(db, row.schoolId, { subject })
  const outdated = isOpen(row) ? row.changes.filter((change) => isOutdated(change, facts.roster)) : []
  const tables = outdated.length > 0 ? await findTables(db) : null
  const isStaff = person.portal === 'school'
  return {
    ...rowOf({ ...row, fields: row.changes.map(({ field }) => field) }),
    // Only people of the school itself get this far.
    school: person.school!,
    levels: [...row.levels],
    changes: row.changes.map((change) => ({
      ...headed(change.field),
      from: change.from.shown,
      to: change.to.shown,
      now: tables && outdated.includes(change) ? saidOf(change.field, facts.roster, tables).shown : null,
    })),
    reason: row.reason,
    evidence: await listEvidence({ db, person }, row.schoolId, subject),
    holder: isStaff && isOpen(row) ? facts.holder : null,
    masked: isStaff && row.changes.some(isMasked),
    endedAt: row.endedAt?.toISOString() ?? null,
    serverTime: acting.at.toISOString(),
    actions: correctionOffers(row, facts, actingOn(acting, person.collegeId, row)),
    timeline,
  }
}

const typeOf = (key: Correctable) => {
  const { takes } = ROSTER_COLUMNS[key]
  return takes === 'document-type' || takes.startsWith('code:') ? takes : 'line'
}

/** What the roster says of its student, field by field, and what of it the school lets them ask to have corrected. */
export const presentRoster = (roster: RosterValues, tables: RosterTables, asked: readonly Correctable[]) =>
  CORRECTABLE.map((key) => ({
    ...headed(key),
    type: typeOf(key),
    shown: saidOf(key, roster, tables).shown,
    asked: asked.includes(key),
  }))
