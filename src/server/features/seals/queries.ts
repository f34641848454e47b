import { type RawBuilder, sql } from 'kysely'
import type { SealVersion } from '../../../contracts/seals.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { SealMade, SealMark, SealPicture } from '../../../domain/seal/seal.ts'
import type { Db, Tx } from '../../db/database.ts'
import { type Owner, ownerName } from '../../db/owner.ts'
import { type Paging, readPage } from '../../db/page.ts'

const versionsOf = (db: Db, owner: Owner) =>
  db.selectFrom('seals as s').where('s.owner', '=', ownerName(owner))

const MARK = ['s.id', 's.version', 's.made', 's.sha256'] as const

/** The newest choice, which may be none; null before the first. */
export const findLatest = (db: Db, owner: Owner) =>
  versionsOf(db, owner).select(MARK).orderBy('s.version', 'desc').limit(1).executeTakeFirst()

/** The id of the seal that the owner of this name uses now, in the statement that keeps it; null where it uses none. */
export const sealInUse = (owner: string | RawBuilder<string>): RawBuilder<string | null> =>
  sql`(select case when made <> 'none' then id end from seals where owner = ${owner} order by version desc limit 1)`

const described = (db: Db, owner: Owner) =>
  versionsOf(db, owner)
    .innerJoin('users as u', 'u.id', 's.setBy')
    .select([...MARK, 's.name', 's.setAt', 'u.name as setBy'])
    .orderBy('s.version', 'desc')
type Described = Awaited<ReturnType<ReturnType<typeof described>['executeTakeFirstOrThrow']>>
const versionOf = ({ setAt, made, ...row }: Described): SealVersion => ({
  ...row,
  made: made as SealMade,
  setAt: setAt.toISOString(),
})

/** The version in use; null where there is none. */
export async function findCurrent(db: Db, owner: Owner): Promise<SealVersion | null> {
  const row = await described(db, owner).limit(1).executeTakeFirst()
  return row && row.made !== 'none' ? versionOf(row) : null
}

/** A page of versions, newest first, without their pictures. */
export async function pageOfSeals(db: Db, owner: Owner, paging: Paging) {
  const { rows, ...page } = await readPage(
    paging,
    ({ limit, offset }) => described(db, owner).limit(limit).offset(offset).execute(),
    () =>
      versionsOf(db, owner)
        .select(({ fn }) => fn.countAll<number>().as('total'))
        .executeTakeFirstOrThrow(),
  )
  return { items: rows.map(versionOf), ...page }
}

export type NewSeal = {
  readonly version: number
  readonly made: SealMade
  readonly name: string | null
  readonly picture: (SealPicture & { readonly sha256: string }) | null
}

/** One version more; the caller has locked its owner and journals it. */
export const addSeal = (
  tx: Tx,
  owner: Owner,
  { picture, ...of }: NewSeal & { readonly id: string },
  { by, at }: { readonly by: string; readonly at: Date },
) =>
  tx
    .insertInto('seals')
    .values({
      ...of,
      ...owner,
      mediaType: picture?.mediaType ?? null,
      picture: picture && Buffer.from(picture.bytes),
      sha256: picture?.sha256 ?? null,
      setBy: by,
      setAt: at,
    })
    .execute()

type PictureRow = { readonly mediaType: string | null; readonly picture: Buffer | null }
function pictureOf({ mediaType, picture }: PictureRow): SealPicture {
  if (picture === null) throw new Refusal('not-found')
  return { mediaType: mediaType === 'image/png' ? 'image/png' : 'image/svg+xml', bytes: picture }
}

/** The picture of one version of this owner's; what is another's does not exist. */
export async function findOwnPicture(db: Db, owner: Owner, id: string): Promise<SealPicture> {
  const row = await versionsOf(db, owner)
    .where('s.id', '=', id)
    .select(['s.mediaType', 's.picture'])
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  return pictureOf(row)
}

/** Of what an act or a document names, whoever's it is. */
export async function findPicture(db: Db, id: string): Promise<SealPicture> {
  const row = await db
    .selectFrom('seals')
    .where('id', '=', id)
    .select(['mediaType', 'picture'])
    .executeTakeFirstOrThrow()
  return pictureOf(row)
}

/** Pictures by their SHA-256 (hex), whoever's they are; of several that are alike one. */
export async function listPictures(
  db: Db,
  hashes: readonly string[],
): Promise<(SealPicture & { readonly sha256: string })[]> {
  const rows = await db
    .selectFrom('seals')
    .where('sha256', 'in', hashes.length > 0 ? hashes : [''])
    .where('picture', 'is not', null)
    .distinctOn('sha256')
    .select(['mediaType', 'picture', sql<string>`sha256`.as('sha256')])
    .execute()
  return rows.map((row) => ({ ...pictureOf(row), sha256: row.sha256 }))
}

/** What is told of the seal `id` beside a row that names it, as JSON; null where it names none, or its picture is kept no longer. */
export const sealMarked = (id: RawBuilder<unknown>): RawBuilder<SealMark | null> =>
  sql`(select jsonb_build_object('id', m.id, 'version', m.version, 'sha256', m.sha256) from seals m where m.id = ${id} and m.removed_at is null)`
