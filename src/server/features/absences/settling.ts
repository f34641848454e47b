import type { AbsenceOutcome } from '../../../domain/absence/acts.ts'
import { subjectOf } from '../../../domain/case.ts'
import type { Tx } from '../../db/database.ts'
import { type Actor, record } from '../../db/journal.ts'
import type { Jobs } from '../../services/jobs.ts'
import { tell } from '../notifications/tell.ts'
import { saveAbsences } from './queries.ts'

type By = { readonly tx: Tx; readonly jobs: Jobs; readonly actor: Actor; readonly at: Date }

/** What the rules have decided is done: saved, journaled, told. */
export async function settle({ tx, jobs, actor, at }: By, { changes, told }: AbsenceOutcome): Promise<void> {
  if (changes.length === 0) return
  await saveAbsences(tx, changes)
  await record(
    tx,
    changes.map(({ after, step, data }) => ({
      ...step,
      school: after.schoolId,
      subject: subjectOf({ kind: 'absence', id: after.id }),
      action: `absence.${step.action}` as const,
      actor,
      data,
    })),
  )
  await tell(tx, jobs, told, at)
}
