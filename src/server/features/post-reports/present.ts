import type { ReportView } from '../../../contracts/post-reports.ts'
import { subjectOf } from '../../../domain/case.ts'
import { asApplicantsRead } from '../../../domain/post/content.ts'
import { isToTakeDown, type ReportCase, reportOffers } from '../../../domain/post-report/acts.ts'
import { hashOf } from '../../db/journal.ts'
import type { Reading } from '../../http/doing.ts'
import { listTimeline } from '../journal/queries.ts'
import { namesOf } from '../posts/names.ts'
import { shownContent } from '../posts/present.ts'
import { findStanding } from '../posts/queries.ts'
import { rowOf } from './lists.ts'

/** A report's page, for who has reported or for who decides. */
export async function presentReport({ db, person, acting }: Reading, of: ReportCase): Promise<ReportView> {
  const subject = subjectOf({ kind: 'post-report', id: of.id })
  const isStudent = person.portal === 'student'
  const [post, names, timeline] = await Promise.all([
    findStanding(db, { school: of.schoolId, id: of.postId }, acting.at),
    namesOf(db, [of.content]),
    listTimeline(db, of.schoolId, { subject }),
  ])
  return {
    ...rowOf({ ...of, title: of.content.title }, acting.at),
    // Only people of the school itself get this far.
    school: person.school!,
    said: of.said,
    answer: of.answer,
    endedAt: of.endedAt?.toISOString() ?? null,
    content: shownContent(isStudent ? asApplicantsRead(of.content) : of.content),
    contentHash: isStudent ? null : of.contentHash,
    names,
    post: {
      id: of.postId,
      status: post.status,
      isChanged: hashOf(post.content) !== hashOf(of.content),
      isToTakeDown: isToTakeDown(post),
    },
    actions: reportOffers(of, acting),
    timeline,
  }
}
