import { sql } from 'kysely'
import type { PostAttachment } from '../../../domain/post/content.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { type Db, inTransaction, type Tx } from '../../db/database.ts'
import type { Stored } from '../evidence/showing.ts'
import type { Measured } from '../evidence/uploading.ts'
import { MOST_UNUSED } from '../evidence/uploads.ts'

/** A file of an employer's, for its posts. */
export type PostFileKey = { readonly employer: string; readonly id: string }
/** Made of our own ids alone: nothing that a person typed reaches a path. */
export const postFileKey = ({ employer, id }: PostFileKey) => `posts/${employer}/${id}`

type Arriving = PostFileKey & { readonly name: string; readonly userId: string }

/** The row of a file that is about to come. Refuses `evidence-too-many`. */
export const addFile = (db: Db, { employer, id, name, userId }: Arriving, at: Date) =>
  inTransaction(db, async (tx) => {
    // Uploads of one person that begin at once take turns, so that the count holds.
    await tx.selectFrom('users').where('id', '=', userId).select('id').forNoKeyUpdate().execute()
    const { unused } = await tx
      .selectFrom('postFiles')
      .where('uploadedBy', '=', userId)
      .where('takenAt', 'is', null)
      .select((of) => of.fn.countAll<number>().as('unused'))
      .executeTakeFirstOrThrow()
    if (unused >= MOST_UNUSED) throw new Refusal('evidence-too-many')
    await tx
      .insertInto('postFiles')
      .values({ employerId: employer, id, state: 'uploading', name, uploadedBy: userId, uploadedAt: at })
      .execute()
  })

const SHOWN = ['id', 'name', 'mediaType', 'size', 'sha256'] as const
type Row = {
  readonly id: string
  readonly name: string
  readonly mediaType: string | null
  readonly size: number | string | null
  readonly sha256: string | null
}
const attachmentOf = ({ mediaType, size, sha256, ...row }: Row): PostAttachment => ({
  ...row,
  mediaType: mediaType!,
  size: Number(size),
  sha256: sha256!,
})

/** All of it is stored. Refuses `evidence-broken-off` when it took so long that the sweep has given it up. */
export async function finishFile(
  db: Db,
  { employer, id }: PostFileKey,
  { mediaType, size, sha256, viewSize, smallSize }: Measured,
): Promise<PostAttachment> {
  const row = await db
    .updateTable('postFiles')
    .set({ state: 'ready', mediaType, size, sha256, viewSize, smallSize })
    .where('employerId', '=', employer)
    .where('id', '=', id)
    .where('state', '=', 'uploading')
    .returning(SHOWN)
    .executeTakeFirst()
  if (!row) throw new Refusal('evidence-broken-off')
  return attachmentOf(row)
}

/** A post has this file of its employer's: from now on it stays. Refuses `evidence-not-found`. */
export async function takeFile(tx: Tx, { employer, id }: PostFileKey, at: Date): Promise<PostAttachment> {
  const row = await tx
    .updateTable('postFiles')
    .set({ takenAt: sql`coalesce(taken_at, ${at})` })
    .where('employerId', '=', employer)
    .where('id', '=', id)
    .where('state', '=', 'ready')
    .returning(SHOWN)
    .executeTakeFirst()
  if (!row) throw new Refusal('evidence-not-found', { field: 'attachment' })
  return attachmentOf(row)
}

/** What is stored of it, for whoever may see it: the caller has asked that. */
export async function findFile(db: Db, { employer, id }: PostFileKey): Promise<Stored> {
  const row = await db
    .selectFrom('postFiles')
    .where('employerId', '=', employer)
    .where('id', '=', id)
    .where('state', '=', 'ready')
    .select([...SHOWN, 'viewSize', 'smallSize'])
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  const { name, mediaType, size } = attachmentOf(row)
  return {
    key: postFileKey({ employer, id }),
    name,
    mediaType,
    size,
    viewSize: row.viewSize,
    smallSize: row.smallSize,
  }
}

/** Out of every act's reach, what was begun, or has been waiting, since before these instants; what another instance has it leaves. */
export const startRemovalOfUnused = (db: Db, before: { readonly uploading: Date; readonly ready: Date }) =>
  sql`
    update post_files set state = 'removing' where (employer_id, id) in (
      select employer_id, id from post_files where taken_at is null
        and ((state = 'uploading' and uploaded_at < ${before.uploading}) or (state = 'ready' and uploaded_at < ${before.ready}))
      for update skip locked)`.execute(db)

/** What is being removed, in the order of ids. */
export const listToRemove = (db: Db, after: PostFileKey | null, most: number): Promise<PostFileKey[]> =>
  db
    .selectFrom('postFiles')
    .where('takenAt', 'is', null)
    .where('state', '=', 'removing')
    .$if(after !== null, (query) => query.where('id', '>', after!.id))
    .select(['employerId as employer', 'id'])
    .orderBy('id')
    .limit(most)
    .execute()

/** Never one that a post may take. */
export const deleteRow = (db: Db, { employer, id }: PostFileKey) =>
  db
    .deleteFrom('postFiles')
    .where('employerId', '=', employer)
    .where('id', '=', id)
    .where('state', '!=', 'ready')
    .execute()
