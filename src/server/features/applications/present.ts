import { sql } from 'kysely'
import type { ApplicationView } from '../../../contracts/applications.ts'
import { applicationOffers } from '../../../domain/application/acts.ts'
import { isUnansweredAt } from '../../../domain/application/life.ts'
import { subjectOf } from '../../../domain/case.ts'
import type { Names } from '../../../domain/form.ts'
import { isOpenInterview } from '../../../domain/interview/life.ts'
import { INVITATION_STATUSES, invitationStatusAt } from '../../../domain/invitation/life.ts'
import { postStandingAt } from '../../../domain/post/life.ts'
import type { Db } from '../../db/database.ts'
import type { Reading } from '../../http/doing.ts'
import type { Secrets } from '../../services/secrets.ts'
import { presentInterviews } from '../interviews/present.ts'
import { listOfApplication } from '../interviews/queries.ts'
import { listTimeline } from '../journal/queries.ts'
import { oneOf } from '../posts/queries.ts'
import { presentSnapshot } from '../resumes/present.ts'
import { findSchool } from '../schools/queries.ts'
import { findAssessment } from './assessments.ts'
import type { ApplicationRecord } from './queries.ts'
import { findSent } from './sent.ts'

const levelOf = async (db: Db, code: string): Promise<Names> => {
  const { name, nameEn } = await db
    .selectFrom('codes')
    .where('kind', '=', 'education_level')
    .where('code', '=', code)
    .select(['name', 'nameEn'])
    .executeTakeFirstOrThrow()
  return { name, nameEn: nameEn ?? name }
}

/** The latest invitation that has come of it, and the agreement that has come of that. */
async function findInvitationOf(db: Db, { schoolId, id }: ApplicationRecord, at: Date) {
  const { rows } = await sql<{ id: string; status: string; respondBy: string; agreementId: string | null }>`
    select i.id, i.status, i.respond_by, g.id as agreement_id
    from application_invitations l
    join invitations i on i.school_id = l.school_id and i.id = l.invitation_id
    left join agreements g on g.school_id = i.school_id and g.invitation_id = i.id
    where l.school_id = ${schoolId} and l.application_id = ${id} order by i.sent_at desc limit 1`.execute(db)
  const [found] = rows
  if (!found) return null
  const status = oneOf(INVITATION_STATUSES, found.status)
  return {
    id: found.id,
    status: invitationStatusAt({ ...found, status }, at),
    agreementId: found.agreementId,
  }
}

type Shown = { readonly secrets: Secrets; readonly isLookedAt: boolean }
/** The student reads the résumé that was sent whole; the employer by looking alone, and by the student's rule on being called. */
async function resumeOf(
  { db, person }: Reading,
  of: ApplicationRecord,
  { secrets, isLookedAt }: Shown,
): Promise<Pick<ApplicationView, 'resume' | 'resumeName'>> {
  const isStudent = person.portal === 'student'
  if (of.resumeId === null || !(isStudent || isLookedAt)) return { resume: null, resumeName: null }
  const sent = (await findSent(db, person, of, of.resumeId, secrets)).of
  return { resume: await presentSnapshot(db, sent), resumeName: isStudent ? sent.resumeName : null }
}

/** An application's page, for its student or a member of its employer. */
export async function presentApplication(
  read: Reading,
  of: ApplicationRecord,
  shown: Shown,
): Promise<ApplicationView> {
  const { db, person, acting } = read
  const { at } = acting
  const key = { school: of.schoolId, id: of.id }
  const [school, level, invitation, resume, interviews, assessment, timeline] = await Promise.all([
    findSchool(db, of.schoolId),
    levelOf(db, of.education),
    findInvitationOf(db, of, at),
    resumeOf(read, of, shown),
    listOfApplication(db, key).then((those) => presentInterviews(read, those)),
    person.portal === 'employer' ? findAssessment(db, key) : null,
    listTimeline(db, of.schoolId, { subject: subjectOf({ kind: 'application', id: of.id }) }),
  ])
  const { name, college, major } = of.snapshot
  return {
    id: of.id,
    school: { code: school.id, name: school.name, nameEn: school.nameEn },
    status: of.status,
    version: of.version,
    appliedAt: of.appliedAt.toISOString(),
    answerBy: of.answerBy,
    noAnswerYet: isUnansweredAt(of, at),
    serverTime: at.toISOString(),
    post: {
      id: of.postId,
      shortId: of.shortId,
      title: of.title,
      status: postStandingAt({ ...of, status: of.postStatus }, at),
    },
    employer: { id: of.employerId, name: of.employerName },
    applicant: { name, college, major, education: level },
    note: of.note,
    ...resume,
    reason: of.reason,
    endedAt: of.endedAt?.toISOString() ?? null,
    invitation,
    interviews,
    assessment,
    actions: applicationOffers(
      { ...of, hasInterview: interviews.some(({ status }) => isOpenInterview(status)) },
      acting,
    ),
    timeline,
  }
}
