import type { AdmissionView } from '../../../contracts/admissions.ts'
import { admissionOffers } from '../../../domain/admission/acts.ts'
import type { AdmissionCase } from '../../../domain/admission/case.ts'
import { admissionTurn } from '../../../domain/admission/life.ts'
import { subjectOf } from '../../../domain/case.ts'
import type { Reading } from '../../http/doing.ts'
import type { Employer } from '../employers/queries.ts'
import { listEvidence } from '../evidence/queries.ts'
import { listTimeline } from '../journal/queries.ts'
import { listDecisionsElsewhere, verificationOf } from './lists.ts'

/** An admission's page, for the employer or for who decides at the school. */
export async function presentAdmission(
  { db, person, acting }: Reading,
  of: AdmissionCase,
  employer: Employer,
): Promise<AdmissionView> {
  const subject = subjectOf({ kind: 'admission', id: of.employerId })
  const isSchools = person.portal === 'school'
  const elsewhere = isSchools ? await listDecisionsElsewhere(db, of.schoolId, of.employerId) : null
  return {
    id: of.employerId,
    school: { code: of.schoolId, name: of.schoolName },
    employer: { name: employer.inEffect.name, creditCode: employer.creditCode },
    status: of.status,
    version: of.version,
    turn: admissionTurn({ status: of.status, isConfirmed: of.confirmedAt !== null }),
    ...verificationOf(of, acting.at),
    appliedAt: of.appliedAt.toISOString(),
    waitingSince: of.waitingSince.toISOString(),
    admittedAt: of.admittedAt?.toISOString() ?? null,
    reason: of.reason,
    inEffect: employer.inEffect,
    declared: employer.declared,
    evidence: await listEvidence({ db, person }, of.schoolId, subject),
    timeline: await listTimeline(db, of.schoolId, { subject }),
    elsewhere: elsewhere?.map((one) => ({ ...one, decision: one.decision as Decision })) ?? null,
    actions: admissionOffers(of, acting),
    serverTime: acting.at.toISOString(),
  }
}
type Decision = NonNullable<AdmissionView['elsewhere']>[number]['decision']
