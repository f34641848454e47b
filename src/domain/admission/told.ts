import type { Audience, Message, NotificationKind } from '../notification.ts'
import type { AdmissionCase } from './case.ts'
import type { AdmissionAction, AdmissionStep } from './life.ts'

/** What is said of each step, and to which side. */
const SAID = {
  apply: ['admission.to-review', 'school'],
  'apply-again': ['admission.to-review', 'school'],
  ask: ['admission.asked', 'employer'],
  answer: ['admission.answered', 'school'],
  approve: ['admission.approved', 'employer'],
  return: ['admission.returned', 'employer'],
  reject: ['admission.rejected', 'employer'],
  suspend: ['admission.suspended', 'employer'],
  readmit: ['admission.readmitted', 'employer'],
  confirm: ['admission.confirmed', 'school'],
  verify: ['admission.verified', 'employer'],
  bar: ['admission.barred', 'employer'],
  appeal: ['admission.appealed', 'school'],
  uphold: ['admission.upheld', 'employer'],
  lift: ['admission.lifted', 'employer'],
  change: ['admission.changed', 'school'],
} as const satisfies Record<AdmissionAction, readonly [NotificationKind, 'school' | 'employer']>

/** Who is told of a step (`domain.md` §7): all members of the employer, or who decides at the school. */
export function admissionTold(after: AdmissionCase, step: AdmissionStep): Message[] {
  const [kind, side] = SAID[step.action]
  const { schoolId: school, employerId, employerName: employer, schoolName } = after
  const to: Audience = side === 'employer' ? { employerId } : { level: 'school' }
  const params = { employer, school: schoolName, reason: step.reason ?? '' }
  const about = { kind: 'admission', id: employerId } as const
  // Admitted at once: there is nothing to review, and the employer sees it on the page.
  if (step.action === 'apply' && step.to === 'approved')
    return [{ kind: 'admission.approved', school, to: { employerId }, about, params }]
  return [{ kind, school, to, about, params }]
}
