import { sql } from 'kysely'
import { VERIFIABLE } from '../../../domain/admission/life.ts'
import { duesToRemind } from '../../../domain/admission/verification.ts'
import type { Batch } from '../../cases/reminding.ts'
import { statusIn } from '../../db/status-in.ts'

/** Employers whose verification falls due, who have confirmed nothing yet: told once at each step. */
export const verificationsDue = (at: Date): Batch[] =>
  duesToRemind(at).map(({ days, from, until }) => async (tx, after, limit) => {
    const dedupe = sql<string>`${`verify-due-${days}:`} || ad.school_id || ':' || ad.employer_id || ':' || ad.verify_due`
    const rows = await tx
      .selectFrom('admissions as ad')
      .innerJoin('schools as s', 's.id', 'ad.schoolId')
      .innerJoin('employers as e', 'e.id', 'ad.employerId')
      .where(statusIn('ad.status', VERIFIABLE))
      .where('ad.confirmedAt', 'is', null)
      .where('ad.verifyDue', '>=', from)
      .where('ad.verifyDue', '<=', until)
      .where(
        after
          ? sql<boolean>`(ad.school_id, ad.employer_id) > (${after.schoolId}, ${after.id}::uuid)`
          : sql.lit(true),
      )
      .select(['ad.schoolId', 'ad.employerId', 'ad.verifyDue', 's.name as school', 'e.name as employer'])
      .select(dedupe.as('dedupe'))
      .orderBy('ad.schoolId')
      .orderBy('ad.employerId')
      .limit(limit)
      .execute()
    return rows.map(({ schoolId, employerId, verifyDue, school, employer, dedupe: once }) => ({
      schoolId,
      id: employerId,
      message: {
        kind: 'admission.verify-due' as const,
        school: schoolId,
        to: { employerId },
        about: { kind: 'admission' as const, id: employerId },
        params: { employer, school, day: verifyDue ?? '' },
        dedupe: once,
      },
    }))
  })
