import { dayInChina } from '../../../domain/day.ts'
import type { ResumeSnapshot } from '../../../domain/resume/snapshot.ts'
import type { Tx } from '../../db/database.ts'

/** A member of an employer that reads a résumé. */
export type Viewer = { readonly userId: string; readonly employerId: string }

/** 谁看过我: the student reads who has looked at which version; once per viewer and day in China. */
export const recordLook = (
  tx: Tx,
  school: string,
  { student, resumeName, version }: Pick<ResumeSnapshot, 'student' | 'resumeName' | 'version'>,
  { userId, employerId }: Viewer,
  at: Date,
) =>
  tx
    .insertInto('resumeLooks')
    .values({
      schoolId: school,
      studentId: student.id,
      userId,
      day: dayInChina(at),
      employerId,
      resumeName,
      version,
      lookedAt: at,
    })
    .onConflict((same) => same.doNothing())
    .execute()
