import {
  type ConfirmationPeriod,
  refuseReversed,
  refuseUnlessConfirmable,
  refuseUnlessSeen,
  roundAsked,
} from '../../../domain/confirmation/period.ts'
import type { EventName } from '../../../domain/event.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { record } from '../../db/journal.ts'
import type { Key } from '../../db/key.ts'
import type { Doing } from '../../http/doing.ts'
import { lockRoster } from '../students/roster-values.ts'
import { findMyStanding, findPeriod, saveConfirmation, savePeriod } from './queries.ts'
import { holdReported } from './reported.ts'
import { beginRounds } from './telling.ts'

/** The student is locked, so that of a confirmation and an objection at once one is the first. */
export async function confirm(of: Doing, student: Key, seenHash: string): Promise<void> {
  const { tx, acting, actor, secrets } = of
  await lockRoster(tx, student, secrets)
  const { period, isObjecting } = await findMyStanding(tx, student)
  refuseUnlessConfirmable(period, { isObjecting }, acting.at)
  const now = await holdReported(tx, student)
  refuseUnlessSeen(seenHash, now.seenHash)
  await saveConfirmation(tx, student, now, acting.at)
  const line = {
    school: student.school,
    subject: `student:${student.id}`,
    from: null,
    to: null,
    reason: null,
  }
  const action: EventName = 'student.confirm-destination'
  const data = { hash: now.seenHash, category: now.seen.category, holder: now.seen.holder }
  await record(tx, [{ ...line, action, at: acting.at, actor, data }])
}

const recordOfSchool = (
  { tx, acting: { at }, actor }: Doing,
  school: string,
  action: EventName,
  data: object,
) =>
  record(tx, [
    {
      school,
      subject: `school:${school}`,
      action,
      at,
      actor,
      from: null,
      to: null,
      reason: null,
      data: { ...data },
    },
  ])

export async function setPeriod(of: Doing, school: string, period: ConfirmationPeriod): Promise<void> {
  refuseReversed(period)
  await savePeriod(of.tx, school, period)
  const { graduationYear: year, opensOn, closesOn, words } = period
  await recordOfSchool(of, school, 'school.save-confirmation-period', { year, opensOn, closesOn, words })
}

/** Once a day; the clock then tells them, some hundreds at a time. */
export async function remind(of: Doing, school: string, year: number): Promise<void> {
  const period = await findPeriod(of.tx, school, year)
  if (!period) throw new Refusal('confirmation-not-open')
  const round = roundAsked(period, of.acting.at)
  const begun = await beginRounds(of.tx, [{ ...round, schoolId: school, graduationYear: year }])
  if (begun === 0) throw new Refusal('reminded-today')
  await recordOfSchool(of, school, 'school.remind-of-confirmation', { year })
}
