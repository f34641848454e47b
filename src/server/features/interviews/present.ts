import type { InterviewRow, InterviewView, OtherInterview } from '../../../contracts/interviews.ts'
import { interviewOffers } from '../../../domain/interview/acts.ts'
import { interviewStatusAt, isOpenInterview } from '../../../domain/interview/life.ts'
import { isAhead, overlapping, type Span } from '../../../domain/interview/slots.ts'
import { findingsInText } from '../../../domain/post/wording.ts'
import type { Reading } from '../../http/doing.ts'
import { findWording } from '../wordings/queries.ts'
import { type InterviewRecord, listFixed, listSlots } from './queries.ts'

const written = ({ beginsAt, endsAt }: Span) => ({
  beginsAt: beginsAt.toISOString(),
  endsAt: endsAt.toISOString(),
})

/** An interview as a list has it. */
export const rowOf = (of: InterviewRecord, at: Date): InterviewRow => ({
  id: of.id,
  applicationId: of.applicationId,
  school: { code: of.schoolId, name: of.schoolName, nameEn: of.schoolNameEn },
  title: of.title,
  employer: of.employerName,
  student: of.studentName,
  status: interviewStatusAt(of, at),
  version: of.version,
  manner: of.manner,
  place: of.place,
  beginsAt: of.beginsAt?.toISOString() ?? null,
  endsAt: of.endsAt?.toISOString() ?? null,
  changedAt: of.changedAt.toISOString(),
})

/** What else of the student's is fixed; no employer reads of another's. */
async function othersOf({ db, person, acting }: Reading, [one]: readonly InterviewRecord[]) {
  if (!one || person.portal !== 'student') return []
  return listFixed(db, { school: one.schoolId, id: one.studentId }, acting.at)
}

/** What the school's lists find in what the employer says, which it alone is shown. */
async function findingsOf({ db, person }: Reading, those: readonly InterviewRecord[]) {
  const [one] = those
  if (!one || person.portal !== 'employer') return () => []
  const lists = await findWording(db, one.schoolId)
  return ({ note }: InterviewRecord) => findingsInText('note', note, lists)
}

/** Interviews of one application as its page shows them, for its student or a member of its employer. */
export async function presentInterviews(
  read: Reading,
  those: readonly InterviewRecord[],
): Promise<InterviewView[]> {
  const [one] = those
  if (!one) return []
  const { db, acting } = read
  const sets = those.filter(({ status }) => isOpenInterview(status)).map(({ setId }) => setId)
  const [slots, fixed, findings] = await Promise.all([
    listSlots(db, one.schoolId, sets),
    othersOf(read, those),
    findingsOf(read, those),
  ])
  return those.map((of) => {
    const others = fixed
      .filter(({ id }) => id !== of.id)
      .flatMap(({ beginsAt, endsAt, title, employerName }) =>
        beginsAt && endsAt ? [{ beginsAt, endsAt, title, employer: employerName }] : [],
      )
    const within = (span: Span): OtherInterview[] =>
      overlapping(span, others).map((other) => ({ ...other, ...written(other) }))
    const { beginsAt, endsAt } = of
    return {
      ...rowOf(of, acting.at),
      note: of.note,
      reason: of.reason,
      findings: findings(of),
      slots: slots
        .filter(({ setId }) => setId === of.setId)
        .map(({ isTaken, ...slot }) => ({
          id: slot.id,
          ...written(slot),
          isFree: !isTaken && isAhead(slot, acting.at),
          overlaps: within(slot),
        })),
      overlaps: beginsAt && endsAt && isOpenInterview(of.status) ? within({ beginsAt, endsAt }) : [],
      actions: interviewOffers(of, acting),
    }
  })
}
