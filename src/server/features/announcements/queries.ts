import { sql } from 'kysely'
import {
  ANNOUNCEMENT_STATUSES,
  type Announcement,
  type AnnouncementStatus,
  isReadable,
  READABLE,
} from '../../../domain/announcement/life.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { foldText } from '../../../domain/text.ts'
import type { Db, Tx } from '../../db/database.ts'
import type { Key } from '../../db/key.ts'
import { type Paging, readPage } from '../../db/page.ts'
import { contains } from '../../db/search-pattern.ts'
import { statusIn } from '../../db/status-in.ts'
import type { FoundFile } from '../evidence/showing.ts'

/** What it says. */
export type Said = {
  readonly title: string
  readonly titleEn: string
  readonly body: string
  readonly bodyEn: string
  readonly author: string
  readonly pinned: boolean
}
export type AnnouncementRow = Key &
  Announcement &
  Said & { readonly shortId: string; readonly changedAt: Date }

const statusOf = (text: string): AnnouncementStatus => {
  const status = ANNOUNCEMENT_STATUSES.find((one) => one === text)
  if (!status) throw new Error(`no status of an announcement: ${text}`)
  return status
}

const select = (db: Db, school: string) =>
  db
    .selectFrom('announcements as a')
    .where('a.schoolId', '=', school)
    .select(['a.schoolId as school', 'a.id', 'a.shortId', 'a.status', 'a.version', 'a.shownFrom'])
    .select(['a.title', 'a.titleEn', 'a.body', 'a.bodyEn', 'a.author', 'a.pinned', 'a.changedAt'])
type Selected = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>
const rowOf = ({ status, ...row }: Selected): AnnouncementRow => ({ ...row, status: statusOf(status) })
const one = (found: Selected | undefined): AnnouncementRow => {
  if (!found) throw new Refusal('not-found')
  return rowOf(found)
}

export const findAnnouncement = async (db: Db, { school, id }: Key) =>
  one(await select(db, school).where('a.id', '=', id).executeTakeFirst())

export const lockAnnouncement = async (tx: Tx, { school, id }: Key) =>
  one(await select(tx, school).where('a.id', '=', id).forNoKeyUpdate().executeTakeFirst())

export const addAnnouncement = (tx: Tx, { school, ...row }: AnnouncementRow) =>
  tx
    .insertInto('announcements')
    .values({ ...row, schoolId: school, titleFolded: foldText(`${row.title} ${row.titleEn}`) })
    .execute()

export const saveAnnouncement = (tx: Tx, { school, id, shortId: _, ...row }: AnnouncementRow) =>
  tx
    .updateTable('announcements')
    .set({ ...row, titleFolded: foldText(`${row.title} ${row.titleEn}`) })
    .where('schoolId', '=', school)
    .where('id', '=', id)
    .execute()

export type AnnouncementFilter = Paging & {
  readonly q?: string
  readonly status?: AnnouncementStatus | undefined
}
/** As staff see them: all, what was changed last first. */
export async function listAnnouncements(
  db: Db,
  school: string,
  { q, status, ...paging }: AnnouncementFilter,
) {
  const found = db
    .selectFrom('announcements as a')
    .where('a.schoolId', '=', school)
    .$if(status !== undefined, (query) => query.where('a.status', '=', status!))
    .$if(!!q, (query) => query.where('a.titleFolded', 'like', contains(q!)))
  const { rows, ...page } = await readPage(
    paging,
    ({ limit, offset }) =>
      found
        .select(['a.id', 'a.title', 'a.author', 'a.status', 'a.pinned', 'a.shownFrom', 'a.changedAt'])
        .orderBy('a.changedAt', 'desc')
        .orderBy('a.id', 'desc')
        .limit(limit)
        .offset(offset)
        .execute(),
    () => found.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow(),
  )
  return { items: rows.map(({ status, ...row }) => ({ ...row, status: statusOf(status) })), ...page }
}

const readable = (db: Db, school: string, at: Date) =>
  db
    .selectFrom('announcements as a')
    .where('a.schoolId', '=', school)
    .where(statusIn('a.status', READABLE))
    .where('a.shownFrom', '<=', at)

const BRIEF = ['a.shortId', 'a.title', 'a.titleEn', 'a.author', 'a.pinned', 'a.changedAt'] as const
const brief = (db: Db, school: string, at: Date) =>
  readable(db, school, at)
    .select(BRIEF)
    .select(sql<Date>`a.shown_from`.as('shownFrom'))
    .orderBy('a.pinned', 'desc')
    .orderBy('a.shownFrom', 'desc')
    .orderBy('a.id', 'desc')

/** As anybody sees them: pinned ones first, then the newest. */
export const firstReadable = (db: Db, school: string, at: Date, most: number) =>
  brief(db, school, at).limit(most).execute()
export type ReadableBrief = Awaited<ReturnType<typeof firstReadable>>[number]

export const pageOfReadable = (db: Db, school: string, at: Date, paging: Paging) =>
  readPage(
    paging,
    ({ limit, offset }) => brief(db, school, at).limit(limit).offset(offset).execute(),
    () => readable(db, school, at).select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow(),
  )

/** With what they say, the newest first: for readers of feeds. */
export const newestReadable = (db: Db, school: string, at: Date, most: number) =>
  readable(db, school, at)
    .select([...BRIEF, 'a.body', 'a.bodyEn'])
    .select(sql<Date>`a.shown_from`.as('shownFrom'))
    .orderBy('a.shownFrom', 'desc')
    .orderBy('a.id', 'desc')
    .limit(most)
    .execute()

/** By the address that anybody has; what may not be read yet, or no more, does not exist. */
export async function findReadable(db: Db, school: string, shortId: string, at: Date) {
  const found = one(await select(db, school).where('a.shortId', '=', shortId).executeTakeFirst())
  if (!isReadable(found, at)) throw new Refusal('not-found')
  return { ...found, shownFrom: found.shownFrom ?? at }
}

/** A file of what anybody may read now. */
export async function findReadableFile(
  db: Db,
  school: string,
  { shortId, file }: { readonly shortId: string; readonly file: string },
  at: Date,
): Promise<FoundFile> {
  const found = await readable(db, school, at)
    .innerJoin('evidence as e', (on) =>
      on.onRef('e.schoolId', '=', 'a.schoolId').on('e.subject', '=', sql<string>`'announcement:' || a.id`),
    )
    .where('a.shortId', '=', shortId)
    .where('e.id', '=', file)
    .where('e.supersededAt', 'is', null)
    .select(['e.schoolId as school', 'e.id', 'e.name', 'e.mediaType', 'e.sha256', 'e.subject'])
    .select(['e.viewSize', 'e.smallSize', 'e.size'])
    .executeTakeFirst()
  if (!found) throw new Refusal('not-found')
  return { ...found, size: Number(found.size), isUploader: false, isStaff: false, openedAt: null }
}
