import { NO_CONTENT, type SiteContent } from '../../../domain/public-site.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { Db, Tx } from '../../db/database.ts'
import type { Key } from '../../db/key.ts'
import { readSiteContent } from '../../db/stored.ts'
import type { FoundFile } from '../evidence/showing.ts'

export type SchoolSite = {
  readonly code: string
  readonly name: string
  readonly nameEn: string
  readonly notice: string
  readonly noticeEn: string
  readonly host: string | null
  readonly suspended: boolean
  /** By which its files are kept; null until the school has said anything. */
  readonly id: string | null
  readonly version: number
  readonly colour: string | null
  readonly accent: string | null
  readonly pictureId: string | null
  readonly content: SiteContent
}

/** A school with what it says on its public site; one that has said nothing yet has a site too. */
export async function findSite(db: Db, school: string): Promise<SchoolSite> {
  const found = await db
    .selectFrom('schools as s')
    .leftJoin('schoolSites as p', 'p.schoolId', 's.id')
    .where('s.id', '=', school)
    .select(['s.id as code', 's.name', 's.nameEn', 's.notice', 's.noticeEn', 's.host', 's.suspendedAt'])
    .select(['p.id', 'p.version', 'p.colour', 'p.accent', 'p.pictureId', 'p.content'])
    .executeTakeFirst()
  if (!found) throw new Refusal('not-found')
  const { suspendedAt, version, content, ...row } = found
  return {
    ...row,
    suspended: suspendedAt !== null,
    version: version ?? 0,
    content: content === null ? NO_CONTENT : readSiteContent(content),
  }
}

export type SavedSite = Pick<SchoolSite, 'colour' | 'accent' | 'pictureId' | 'content' | 'version'> & {
  readonly id: string
}
/** Changed and journaled by the caller's transaction, which has locked the school. */
export async function saveSite(tx: Tx, school: string, { content, ...of }: SavedSite): Promise<void> {
  const row = { ...of, content: JSON.stringify(content) }
  await tx
    .insertInto('schoolSites')
    .values({ ...row, schoolId: school })
    .onConflict((same) => same.column('schoolId').doUpdateSet(row))
    .execute()
}

/** The picture that the school shows now, and no other. */
export async function findPicture(db: Db, { school, id }: Key): Promise<FoundFile> {
  const found = await db
    .selectFrom('schoolSites as p')
    .innerJoin('evidence as e', (on) =>
      on.onRef('e.schoolId', '=', 'p.schoolId').onRef('e.id', '=', 'p.pictureId'),
    )
    .where('p.schoolId', '=', school)
    .where('p.pictureId', '=', id)
    .select(['e.schoolId as school', 'e.id', 'e.name', 'e.mediaType', 'e.sha256', 'e.subject'])
    .select(['e.viewSize', 'e.smallSize', 'e.size'])
    .executeTakeFirst()
  if (!found) throw new Refusal('not-found')
  return { ...found, size: Number(found.size), isUploader: false, isStaff: false, openedAt: null }
}
