const MS_PER_HOUR = 3_600_000

/** Hours before an interview at which both sides are reminded, the nearest first. */
export const INTERVIEW_HOURS = [1, 24] as const
export type InterviewHours = (typeof INTERVIEW_HOURS)[number]

/**
 * Interviews of which one is reminded at this instant: those that begin after `from` and not after `until`, and were fixed
 * before the step began: who has just picked a time knows it. Each lies in one step alone, so that what did not run costs no
 * more than the step that is over.
 */
export const interviewsDue = (
  at: Date,
): readonly { readonly hours: InterviewHours; readonly from: Date; readonly until: Date }[] =>
  INTERVIEW_HOURS.map((hours, index) => ({
    hours,
    from: new Date(at.getTime() + (INTERVIEW_HOURS[index - 1] ?? 0) * MS_PER_HOUR),
    until: new Date(at.getTime() + hours * MS_PER_HOUR),
  }))
