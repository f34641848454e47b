import { sql } from 'kysely'
import type { AgreementCase } from '../../../domain/agreement/case.ts'
import { AGREEMENT_ENDED, IN_FORCE } from '../../../domain/agreement/life.ts'
import type { Usual } from '../../../domain/agreement/notable.ts'
import { COMPLETED } from '../../../domain/dissolution/life.ts'
import { monthOfPay } from '../../../domain/place/minimum-wage.ts'
import type { Db } from '../../db/database.ts'
import { statusIn } from '../../db/status-in.ts'
import { readPost } from '../../db/stored.ts'
import { findWage } from '../places/queries.ts'

/** So many of the college's latest agreements say what is usual, and with fewer than the second nothing is. */
const LATEST = 100
const FEWEST = 10

/** What the reviewer of this agreement compares it with: two statements. `revisions` is how often its terms were replaced. */
export async function findUsual(db: Db, of: AgreementCase, revisions: number): Promise<Usual> {
  const { regionCode } = of.terms
  const [minimumWage, { rows }] = await Promise.all([
    findWage(db, regionCode, monthOfPay(of.terms)),
    sql<Omit<Usual, 'revisions' | 'minimumWage' | 'post'> & { post: unknown }>`
    select
      (select case when count(*) >= ${FEWEST} then percentile_disc(0.5) within group (order by latest.pay) end
        from (
          select (a.terms->>'regularPay')::bigint as pay from agreements a
          where a.school_id = ${of.schoolId} and a.college_id = ${of.collegeId} and ${statusIn('a.status', IN_FORCE)}
          order by a.formed_at desc limit ${LATEST}
        ) latest) as usual_pay,
      case when ${of.employerId}::uuid is not null then
        (select count(*) from agreements a
          where a.school_id = ${of.schoolId} and a.employer_id = ${of.employerId} and a.effective_at is not null)
      end as certified_of_employer,
      (select count(*) from dissolutions d where d.school_id = ${of.schoolId} and d.employer_id = ${of.employerId}
        and ${statusIn('d.status', COMPLETED)} and d.fault = 'employer') as faults_of_employer,
      (select count(*) from agreements a where a.school_id = ${of.schoolId} and a.student_id = ${of.studentId}
        and a.employer_id = ${of.employerId} and a.id <> ${of.id} and a.effective_at is not null
        and ${statusIn('a.status', AGREEMENT_ENDED)}) as former_of_pair,
      (select count(*) from dissolutions d where d.school_id = ${of.schoolId} and d.student_id = ${of.studentId}
        and ${statusIn('d.status', COMPLETED)}) as dissolved_of_student,
      (select p.content from application_invitations l
        join applications x on x.school_id = l.school_id and x.id = l.application_id
        join posts p on p.school_id = x.school_id and p.id = x.post_id
        where l.school_id = ${of.schoolId} and l.invitation_id = ${of.invitationId}) as post
  `.execute(db),
  ])
  const { post, ...usual } = rows[0]!
  return { ...usual, post: post === null ? null : readPost(post), minimumWage, revisions }
}
