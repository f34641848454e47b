import type { AdmissionView } from '../../../contracts/admissions.ts'
import { admissionOffers, asDeclared } from '../../../domain/admission/acts.ts'
import { identityOf } from '../../../domain/admission/barred.ts'
import type { AdmissionCase } from '../../../domain/admission/case.ts'
import { admissionTurn, isAsked } from '../../../domain/admission/life.ts'
import { subjectOf } from '../../../domain/case.ts'
import type { Reading } from '../../http/doing.ts'
import type { Employer } from '../employers/queries.ts'
import { listEvidence } from '../evidence/queries.ts'
import { listTimeline } from '../journal/queries.ts'
import { findSchool } from '../schools/queries.ts'
import { listBars } from './barrings.ts'
import { listDecisionsElsewhere, verificationOf } from './lists.ts'

/** An admission's page, for the employer or for who decides at the school. */
export async function presentAdmission(
  { db, person, acting }: Reading,
  of: AdmissionCase,
  employer: Employer,
): Promise<AdmissionView> {
  const subject = subjectOf({ kind: 'admission', id: of.employerId })
  const isSchools = person.portal === 'school'
  const { id: code, name, nameEn } = await findSchool(db, of.schoolId)
  const elsewhere = isSchools ? await listDecisionsElsewhere(db, of.schoolId, of.employerId) : null
  return {
    id: of.employerId,
    school: { code, name, nameEn },
    employer: { name: employer.inEffect.name, creditCode: employer.creditCode },
    status: of.status,
    version: of.version,
    turn: admissionTurn({ status: of.status, isAsked: isAsked(of) }),
    ...verificationOf(of, acting.at),
    appliedAt: of.appliedAt.toISOString(),
    waitingSince: of.waitingSince.toISOString(),
    admittedAt: of.admittedAt?.toISOString() ?? null,
    reason: of.reason,
    inEffect: employer.inEffect,
    declared: employer.declared,
    evidence: await listEvidence({ db, person }, of.schoolId, subject),
    timeline: await listTimeline(db, of.schoolId, { subject }),
    barring: of.barring,
    barred: isSchools ? await listBarred({ db, acting }, of, employer) : null,
    elsewhere: elsewhere?.map((one) => ({ ...one, decision: one.decision as Decision })) ?? null,
    actions: admissionOffers(of, acting),
    serverTime: acting.at.toISOString(),
  }
}

/** Other employers' barrings that have something of this one, and this one's own at other schools. */
async function listBarred(
  { db, acting }: Pick<Reading, 'db' | 'acting'>,
  of: AdmissionCase,
  employer: Employer,
) {
  const found = await listBars(db, identityOf(employer.creditCode, asDeclared(employer)), acting.at)
  return found
    .filter(({ school, employerId }) => school !== of.schoolId || employerId !== of.employerId)
    .map(({ school: code, schoolName, schoolNameEn, name, same, ground, barredAt, until }) => ({
      school: { code, name: schoolName, nameEn: schoolNameEn },
      employer: name,
      same: [...same],
      ground,
      at: barredAt.toISOString(),
      until,
    }))
}
type Decision = NonNullable<AdmissionView['elsewhere']>[number]['decision']
