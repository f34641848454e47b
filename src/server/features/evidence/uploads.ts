import type { EvidenceFile } from '../../../contracts/evidence.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { type Db, inTransaction } from '../../db/database.ts'
import type { Key } from '../../db/key.ts'
import { findSchool } from '../schools/queries.ts'

export const FILE = ['id', 'name', 'mediaType', 'size', 'uploadedAt'] as const
type FileRow = { id: string; name: string; mediaType: string; size: number | string; uploadedAt: Date }
export const fileOf = ({ size, uploadedAt, ...row }: FileRow): EvidenceFile => ({
  ...row,
  size: Number(size),
  uploadedAt: uploadedAt.toISOString(),
})

/** So many of one person's files may wait for an act, arriving ones among them. */
const MOST_UNUSED = 30

export type Upload = Key & { readonly userId: string; readonly name: string }

/** The row of a file that is about to come. Refuses `evidence-too-many`, and a school that is not there. */
export const addUpload = (db: Db, { school, id, userId, name }: Upload, at: Date) =>
  inTransaction(db, async (tx) => {
    await findSchool(tx, school)
    // Uploads of one person that begin at once take turns, so that the count holds.
    await tx.selectFrom('users').where('id', '=', userId).select('id').forNoKeyUpdate().execute()
    const { unused } = await tx
      .selectFrom('evidence')
      .where('uploadedBy', '=', userId)
      .where('subject', 'is', null)
      .select((of) => of.fn.countAll<number>().as('unused'))
      .executeTakeFirstOrThrow()
    if (unused >= MOST_UNUSED) throw new Refusal('evidence-too-many')
    await tx
      .insertInto('evidence')
      .values({ schoolId: school, id, uploadedBy: userId, state: 'uploading', name, uploadedAt: at })
      .execute()
  })

/** All of it is stored. Refuses `evidence-broken-off` when it took so long that the sweep has given it up. */
export async function finishUpload(
  db: Db,
  { school, id }: Key,
  about: { mediaType: string; size: number; sha256: string },
): Promise<EvidenceFile> {
  const row = await db
    .updateTable('evidence')
    .set({ state: 'ready', ...about })
    .where('schoolId', '=', school)
    .where('id', '=', id)
    .where('state', '=', 'uploading')
    .returning(FILE)
    .executeTakeFirst()
  if (!row) throw new Refusal('evidence-broken-off')
  return fileOf(row)
}

/** Out of every act's reach, before its file goes. */
export async function startRemoval(db: Db, { school, id }: Key, userId: string): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('evidence')
    .set({ state: 'removing' })
    .where('schoolId', '=', school)
    .where('id', '=', id)
    .where('uploadedBy', '=', userId)
    .where('subject', 'is', null)
    .where('state', '=', 'ready')
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Refusal('not-found')
}

/** The same for what was begun, or has been waiting, since before these instants; what another instance has it leaves. */
export const startRemovalOfUnused = (db: Db, before: { uploading: Date; ready: Date }) =>
  db
    .updateTable('evidence')
    .set({ state: 'removing' })
    .where('id', 'in', (from) =>
      from
        .selectFrom('evidence')
        .where('subject', 'is', null)
        .where((or) =>
          or.or([
            or.and([or('state', '=', 'uploading'), or('uploadedAt', '<', before.uploading)]),
            or.and([or('state', '=', 'ready'), or('uploadedAt', '<', before.ready)]),
          ]),
        )
        .select('id')
        .forUpdate()
        .skipLocked(),
    )
    .execute()

/** What is being removed, in the order of ids. */
export const listToRemove = (db: Db, after: Key | null, limit: number): Promise<Key[]> =>
  db
    .selectFrom('evidence')
    .where('subject', 'is', null)
    .where('state', '=', 'removing')
    .$if(after !== null, (query) => query.where('id', '>', after!.id))
    .select(['schoolId as school', 'id'])
    .orderBy('id')
    .limit(limit)
    .execute()

/** Never one that an act may take. */
export const deleteRow = (db: Db, { school, id }: Key) =>
  db
    .deleteFrom('evidence')
    .where('schoolId', '=', school)
    .where('id', '=', id)
    .where('state', '!=', 'ready')
    .execute()
