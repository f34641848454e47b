import type { EntryView, FairToJoin } from '../../../contracts/fair-entries.ts'
import { subjectOf } from '../../../domain/case.ts'
import { fairPhase, isOpenToEmployers } from '../../../domain/fair/life.ts'
import { entryOffers, type Floor } from '../../../domain/fair-entry/acts.ts'
import type { FairEntry } from '../../../domain/fair-entry/case.ts'
import type { EntryContent } from '../../../domain/fair-entry/content.ts'
import type { Reading } from '../../http/doing.ts'
import { isAdmittedBy } from '../admissions/standing.ts'
import { findFloor, findOwnEntry, lineOf, listStands } from '../fairs/entries.ts'
import { shownContent } from '../fairs/present.ts'
import { type FairRecord, isPublic } from '../fairs/queries.ts'
import { placedOf } from '../fairs/venues-of.ts'
import { listTimeline } from '../journal/queries.ts'
import { listOpenOf } from '../posts/search.ts'
import { findSchool } from '../schools/queries.ts'
import { wholeAddress } from '../schools/site-addresses.ts'

type OnFloor = Floor & { readonly fair: FairRecord }
type Found = { readonly entry: FairEntry; readonly content: EntryContent }

/** An employer's part in a fair, for both sides. */
export async function presentEntry(
  { db, acting }: Reading,
  floor: OnFloor,
  { entry, content }: Found,
): Promise<EntryView> {
  const { fair } = floor
  const timeline = await listTimeline(db, entry.schoolId, {
    subject: subjectOf({ kind: 'fair-entry', id: entry.id }),
  })
  return {
    id: entry.id,
    version: entry.version,
    school: { code: fair.schoolId, name: fair.schoolName, nameEn: fair.schoolNameEn },
    fairId: fair.id,
    fairTitle: fair.content.title,
    employer: entry.employerName,
    employerId: entry.employerId,
    status: entry.status,
    booth: entry.booth,
    line: lineOf(floor, entry),
    content: {
      ...content,
      posts: content.posts.map((post) => ({
        ...post,
        regions: [...post.regions],
        majors: [...post.majors],
      })),
      people: [...content.people],
    },
    reason: entry.reason,
    ground: entry.ground,
    askedAt: entry.askedAt.toISOString(),
    actions: entryOffers(floor, entry, acting),
    timeline,
  }
}

/** Posts that an employer may bring, of those open to anybody. */
export const MAY_BRING = 200

/** A fair as an employer reads it, with its own part in it. */
export async function presentToJoin(read: Reading, fair: FairRecord, baseUrl: string): Promise<FairToJoin> {
  const { db, person, acting } = read
  const employerId = person.employer!.id
  const { schoolId: code, schoolName: name, schoolNameEn: nameEn } = fair
  const [{ host }, [placed], floor, stands, own, posts, admitted] = await Promise.all([
    findSchool(db, code),
    placedOf(db, [fair]),
    findFloor(db, fair),
    listStands(db, { school: code, id: fair.id }, acting.at),
    findOwnEntry(db, fair, employerId),
    listOpenOf(db, code, employerId, acting.at, MAY_BRING),
    isAdmittedBy(db, code, employerId),
  ])
  const phase = fairPhase(fair, acting.at)
  const stays = floor.entries.some((one) => one.employerId === employerId)
  return {
    id: fair.id,
    school: { code, name, nameEn },
    phase,
    content: shownContent(fair.content),
    placed: placed!,
    stands: stands.map(({ booth, employer, employerId: id }) => ({ booth, employer, employerId: id })),
    reason: fair.reason,
    address: isPublic(fair) ? wholeAddress(baseUrl, { code, host }, `/fairs/${fair.shortId}`) : null,
    entry: own && (await presentEntry(read, floor, own)),
    mayApply: isOpenToEmployers(fair, acting.at) && admitted && !stays,
    posts: posts.map(({ shortId, content }) => ({ shortId, title: content.title })),
    serverTime: acting.at.toISOString(),
  }
}
