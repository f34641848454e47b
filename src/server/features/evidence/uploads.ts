import { type SqlBool, sql } from 'kysely'
import type { EvidenceFile } from '../../../contracts/evidence.ts'
import { MOST_UPLOADS_AN_HOUR, originalOffered } from '../../../domain/evidence.ts'
import { Refusal } from '../../../domain/refusal.ts'
import * as acrossSchools from '../../db/across-schools.ts'
import { type Db, inTransaction } from '../../db/database.ts'
import type { Key } from '../../db/key.ts'
import { schoolsWith } from '../../db/school-by-school.ts'
import type { Person } from '../../http/person.ts'
import { findSchool } from '../schools/queries.ts'
import type { Copied } from './copies.ts'
import { formSeen, readFormSeen } from './form-seen.ts'

export const fileColumns = (school: string) =>
  ['id', 'name', 'mediaType', 'size', 'uploadedAt', 'uploadedBy', formSeen(school).as('form')] as const
type FileRow = Omit<EvidenceFile, 'size' | 'uploadedAt' | 'original' | 'form'> & {
  form: unknown
  size: number | string
  uploadedAt: Date
  uploadedBy: string
}
export type Reader = Pick<Person, 'userId' | 'portal'>
/** As this person is shown it. */
export const fileOf = (
  { size, uploadedAt, uploadedBy, form, ...row }: FileRow,
  { userId, portal }: Reader,
): EvidenceFile => ({
  ...row,
  size: Number(size),
  uploadedAt: uploadedAt.toISOString(),
  original: originalOffered({
    mediaType: row.mediaType,
    isUploader: uploadedBy === userId,
    isStaff: portal === 'school',
  }),
  form: readFormSeen(form),
})

const HOUR = 60 * 60 * 1000
/** So many of one person's files may wait for an act, arriving ones among them. */
export const MOST_UNUSED = 30

export type Upload = Key & Reader & { readonly name: string }

/** Counts what this person begins to send; refuses `evidence-too-often` with the minutes to wait. */
export async function countUpload(db: Db, userId: string, at: Date): Promise<void> {
  const hour = new Date(Math.floor(at.getTime() / HOUR) * HOUR)
  const { rows } = await sql`
    insert into uploads_of_hour as u (user_id, hour, n) values (${userId}, ${hour}, 1)
    on conflict (user_id) do update
      set n = case when u.hour = excluded.hour then u.n + 1 else 1 end, hour = excluded.hour
      where u.hour <> excluded.hour or u.n < ${MOST_UPLOADS_AN_HOUR}
    returning n
  `.execute(db)
  if (rows.length > 0) return
  const minutes = Math.ceil((hour.getTime() + HOUR - at.getTime()) / 60_000)
  throw new Refusal('evidence-too-often', { most: MOST_UPLOADS_AN_HOUR, minutes })
}

/** What was counted before this instant says nothing any more. */
export const forgetCounts = (db: Db, before: Date) =>
  db.deleteFrom('uploadsOfHour').where('hour', '<', before).execute()

/** The row of a file that is about to come. Refuses `evidence-too-many`, and a school that is not there. */
export const addUpload = (db: Db, { school, id, userId, portal, name }: Upload, at: Date) =>
  inTransaction(db, async (tx) => {
    await findSchool(tx, school)
    // Uploads of one person that begin at once take turns, so that the count holds.
    await tx.selectFrom('users').where('id', '=', userId).select('id').forNoKeyUpdate().execute()
    const { unused } = await tx
      .selectFrom('evidence')
      .where('uploadedBy', '=', userId)
      .where('subject', 'is', null)
      .$if(portal !== 'employer', (of) => of.where('schoolId', '=', school))
      .$if(portal === 'employer', (of) => of.modifyEnd(acrossSchools.employers))
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
  { school, id, ...reader }: Key & Reader,
  about: Copied & { mediaType: string; size: number; sha256: string },
): Promise<EvidenceFile> {
  const row = await db
    .updateTable('evidence')
    .set({ state: 'ready', ...about })
    .where('schoolId', '=', school)
    .where('id', '=', id)
    .where('state', '=', 'uploading')
    .returning(fileColumns(school))
    .executeTakeFirst()
  if (!row) throw new Refusal('evidence-broken-off')
  return fileOf(row, reader)
}

/** Made later, of a picture from before there were copies. */
export const saveCopies = (db: Db, { school, id }: Key, copied: Copied) =>
  db.updateTable('evidence').set(copied).where('schoolId', '=', school).where('id', '=', id).execute()

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

const unused = (before: { readonly uploading: Date; readonly ready: Date }) =>
  sql<SqlBool>`subject is null and (state = 'uploading' and uploaded_at < ${before.uploading}
    or state = 'ready' and uploaded_at < ${before.ready})`

/** The same for what was begun, or has been waiting, since before these instants, school by school; what another has it leaves. */
export async function startRemovalOfUnused(db: Db, before: Parameters<typeof unused>[0]): Promise<void> {
  for (const school of await schoolsWith(db.selectFrom('evidence').where(unused(before))))
    await db
      .updateTable('evidence')
      .set({ state: 'removing' })
      .where('schoolId', '=', school)
      .where('id', 'in', (from) =>
        from
          .selectFrom('evidence')
          .where('schoolId', '=', school)
          .where(unused(before))
          .select('id')
          .forUpdate()
          .skipLocked(),
      )
      .execute()
}

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
    .modifyEnd(acrossSchools.clock)
    .execute()

/** Never one that an act may take. */
export const deleteRow = (db: Db, { school, id }: Key) =>
  db
    .deleteFrom('evidence')
    .where('schoolId', '=', school)
    .where('id', '=', id)
    .where('state', '!=', 'ready')
    .execute()
