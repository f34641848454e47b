import { sql } from 'kysely'
import { VERIFIABLE } from '../../../domain/admission/life.ts'
import { duesToRemind } from '../../../domain/admission/verification.ts'
import { type Batch, batchOf } from '../../cases/reminding.ts'
import { statusIn } from '../../db/status-in.ts'

/** Employers whose verification falls due, who have confirmed nothing yet: told once at each step. */
export const verificationsDue = (at: Date): Batch[] =>
  duesToRemind(at).map(({ days, from, until }) =>
    batchOf(
      { table: 'ad', key: 'employer_id' },
      (db) =>
        db
          .selectFrom('admissions as ad')
          .where(statusIn('ad.status', VERIFIABLE))
          .where('ad.confirmedAt', 'is', null)
          .where('ad.verifyDue', '>=', from)
          .where('ad.verifyDue', '<=', until),
      (rows) =>
        rows
          .innerJoin('schools as s', 's.id', 'ad.schoolId')
          .innerJoin('employers as e', 'e.id', 'ad.employerId')
          .select(['ad.employerId as id', 'ad.verifyDue', 's.name as school', 'e.name as employer'])
          .select(
            sql<string>`${`verify-due-${days}:`} || ad.school_id || ':' || ad.employer_id || ':' || ad.verify_due`.as(
              'dedupe',
            ),
          ),
      ({ id, verifyDue, school, employer, dedupe }) => ({
        kind: 'admission.verify-due',
        to: { employerId: id },
        about: { kind: 'admission', id },
        params: { employer, school, day: verifyDue ?? '' },
        dedupe,
      }),
    ),
  )
