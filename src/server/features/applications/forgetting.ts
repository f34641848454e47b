import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import type { Key } from '../../db/key.ts'
import { forgetOfApplications } from '../interviews/queries.ts'
import { forgetSnapshots } from '../resumes/queries.ts'

const OF_NOBODY = JSON.stringify({ name: '', studentNumber: '', college: '', major: '' })

/**
 * What has ended of a student's applications says nothing of them any more, with the résumés that were sent and what the
 * employers noted; that there were some is still counted. What goes on the student takes back first.
 */
export async function forgetEnded(tx: Tx, student: Key, at: Date): Promise<void> {
  const { rows } = await sql<{ id: string; resumeId: string | null }>`
    with going as (select id, resume_id from applications
      where school_id = ${student.school} and student_id = ${student.id} and ended_at is not null and forgotten_at is null
      order by id for update)
    update applications a set forgotten_at = ${at}, resume_id = null, reason = null, note = '', student_folded = '',
      snapshot = ${OF_NOBODY}::jsonb
    from going where a.school_id = ${student.school} and a.id = going.id
    returning a.id, going.resume_id`.execute(tx)
  if (rows.length === 0) return
  const sent = rows.flatMap(({ resumeId }) => resumeId ?? [])
  await forgetSnapshots(tx, student.school, sent)
  const ids = rows.map(({ id }) => id)
  await forgetOfApplications(tx, student.school, ids)
  await tx
    .deleteFrom('applicationAssessments')
    .where('schoolId', '=', student.school)
    .where(sql<boolean>`application_id = any(${ids}::uuid[])`)
    .execute()
}
