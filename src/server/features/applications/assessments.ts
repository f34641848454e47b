import { type Assessment, MARKS } from '../../../domain/application/assessment.ts'
import type { Db, Tx } from '../../db/database.ts'
import type { Key } from '../../db/key.ts'
import { oneOf } from '../posts/queries.ts'

const NONE: Assessment = { mark: null, note: '', version: 0 }

/** What the employer of an application has noted of it; whose that is, is for the caller to say. */
export async function findAssessment(db: Db, { school, id }: Key): Promise<Assessment> {
  const row = await db
    .selectFrom('applicationAssessments')
    .where('schoolId', '=', school)
    .where('applicationId', '=', id)
    .select(['mark', 'note', 'version'])
    .executeTakeFirst()
  return row ? { ...row, mark: row.mark === null ? null : oneOf(MARKS, row.mark) } : NONE
}

/** As it is now, or anew. The caller holds the application, and journals it. */
export async function saveAssessment(
  tx: Tx,
  { school, id }: Key,
  of: Assessment,
  { by, at }: { readonly by: string; readonly at: Date },
): Promise<void> {
  const row = { ...of, changedAt: at, changedBy: by }
  await tx
    .insertInto('applicationAssessments')
    .values({ schoolId: school, applicationId: id, ...row })
    .onConflict((same) => same.columns(['schoolId', 'applicationId']).doUpdateSet(row))
    .execute()
}
