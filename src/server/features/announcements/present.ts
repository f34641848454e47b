import type { z } from 'zod'
import type { announcement } from '../../../contracts/announcements.ts'
import { announcementLife, isToCome } from '../../../domain/announcement/life.ts'
import { doubtsIn } from '../../../domain/announcement/wording.ts'
import { subjectOf } from '../../../domain/case.ts'
import type { Reading } from '../../http/doing.ts'
import { listEvidence } from '../evidence/queries.ts'
import { listTimeline } from '../journal/queries.ts'
import { findSchool } from '../schools/queries.ts'
import { wholeAddress } from '../schools/site-addresses.ts'
import { findWording } from '../wordings/queries.ts'
import type { AnnouncementRow } from './queries.ts'

/** As its school's staff see it: what it says, its files, and what may be done with it. */
export async function presentAnnouncement(
  { db, person, acting }: Reading,
  of: AnnouncementRow,
  baseUrl: string,
): Promise<z.infer<typeof announcement>> {
  const { school: code, shortId, shownFrom, changedAt, ...row } = of
  const subject = subjectOf({ kind: 'announcement', id: of.id })
  const [{ name, nameEn, host }, evidence, timeline, wording] = await Promise.all([
    findSchool(db, code),
    listEvidence({ db, person }, code, subject),
    listTimeline(db, code, { subject }),
    findWording(db, code),
  ])
  return {
    ...row,
    school: { code, name, nameEn },
    shownFrom: shownFrom?.toISOString() ?? null,
    changedAt: changedAt.toISOString(),
    toCome: isToCome(of, acting.at),
    evidence,
    address: wholeAddress(baseUrl, { code, host }, `/announcements/${shortId}`),
    findings: doubtsIn(of, wording),
    actions: announcementLife.actionsFor(of, acting.role, acting.at),
    timeline,
  }
}
