import { type RawBuilder, sql } from 'kysely'
import { Refusal } from '../../../domain/refusal.ts'
import type { ResumeFiles, ResumeWritten } from '../../../domain/resume/content.ts'
import { wishWords } from '../../../domain/resume/sought.ts'
import { NEW_SHARING, type Sharing } from '../../../domain/resume/standing.ts'
import { foldText } from '../../../domain/text.ts'
import type { Db, Tx } from '../../db/database.ts'
import type { Key } from '../../db/key.ts'
import { readResume } from '../../db/stored.ts'
import type { Secrets } from '../../services/secrets.ts'
import { attachEvidence, letGoBut } from '../evidence/queries.ts'
import { openContact, sealContact } from './queries.ts'

/** What is kept of a version: the photo also as it is shown, JPEG. */
export type VersionWritten = ResumeWritten & { readonly portrait: Buffer | null }
/** A version beside the student's others. */
export type Version = VersionWritten & {
  readonly id: string
  readonly name: string
  readonly version: number
  readonly changedAt: Date
}

const ofStudent = (db: Db, student: Key) =>
  db.selectFrom('resumes').where('schoolId', '=', student.school).where('studentId', '=', student.id)

const COLUMNS = [
  'id',
  'name',
  'version',
  'content',
  'contactCipher',
  'photoId',
  'attachmentId',
  'changedAt',
] as const
type Row = {
  readonly id: string
  readonly name: string
  readonly version: number
  readonly content: unknown
  readonly contactCipher: Buffer
  readonly photoId: string | null
  readonly attachmentId: string | null
  readonly changedAt: Date
}
const parse = <R extends Row>(
  { content, contactCipher, photoId: photo, attachmentId: attachment, ...row }: R,
  secrets: Secrets,
) => ({
  ...row,
  content: readResume(content),
  contact: openContact(secrets, contactCipher),
  files: { photo, attachment },
})

/** A student's versions without their photos, what was changed last first. There are no more than `RESUME_BOUNDS` has. */
export async function listVersions(
  db: Db,
  student: Key,
  secrets: Secrets,
): Promise<Omit<Version, 'portrait'>[]> {
  const rows = await ofStudent(db, student)
    .select(COLUMNS)
    .orderBy('changedAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => parse(row, secrets))
}

export async function countVersions(db: Db, student: Key): Promise<number> {
  const { n } = await ofStudent(db, student)
    .select((of) => of.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return n
}

/** Which was changed last, but for this one; undefined where there is no other. */
export const findLatest = async (db: Db, student: Key, but: string): Promise<string | undefined> =>
  (
    await ofStudent(db, student)
      .where('id', '<>', but)
      .select('id')
      .orderBy('changedAt', 'desc')
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst()
  )?.id

/** Another student's does not exist. */
export async function refuseUnlessThere(db: Db, student: Key, id: string): Promise<void> {
  const row = await ofStudent(db, student).where('id', '=', id).select('id').executeTakeFirst()
  if (!row) throw new Refusal('not-found')
}

/** One of them; another student's does not exist. Whoever writes holds the student. */
export async function findVersion(db: Db, student: Key, id: string, secrets: Secrets): Promise<Version> {
  const row = await ofStudent(db, student)
    .where('id', '=', id)
    .select([...COLUMNS, 'portrait'])
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  return parse(row, secrets)
}

const written = ({ content, contact, files, portrait }: VersionWritten, secrets: Secrets) => ({
  content: JSON.stringify(content),
  contactCipher: sealContact(secrets, contact),
  photoId: files.photo,
  attachmentId: files.attachment,
  portrait,
  words: wishWords(content.wish),
})
const named = (name: string) => ({ name, nameFolded: foldText(name) })

export const addVersion = (
  tx: Tx,
  student: Key,
  { id, name, ...of }: VersionWritten & { readonly id: string; readonly name: string },
  secrets: Secrets,
  at: Date,
) =>
  tx
    .insertInto('resumes')
    .values({
      schoolId: student.school,
      studentId: student.id,
      id,
      ...named(name),
      ...written(of, secrets),
      changedAt: at,
    })
    .execute()

export const changeVersion = (
  tx: Tx,
  student: Key,
  { id, version }: Pick<Version, 'id' | 'version'>,
  of: VersionWritten,
  secrets: Secrets,
  at: Date,
) =>
  tx
    .updateTable('resumes')
    .set({ ...written(of, secrets), version: version + 1, changedAt: at })
    .where('schoolId', '=', student.school)
    .where('studentId', '=', student.id)
    .where('id', '=', id)
    .execute()

/** Its content stays the version that it is. */
export async function renameVersion(tx: Tx, student: Key, id: string, name: string): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('resumes')
    .set(named(name))
    .where('schoolId', '=', student.school)
    .where('studentId', '=', student.id)
    .where('id', '=', id)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Refusal('not-found')
}

export const deleteVersion = (tx: Tx, student: Key, id: string) =>
  tx
    .deleteFrom('resumes')
    .where('schoolId', '=', student.school)
    .where('studentId', '=', student.id)
    .where('id', '=', id)
    .execute()

/** As the evidence names a student's résumés, all versions of which share their files. */
export const subjectOfFiles = (student: Pick<Key, 'id'>) => `resume:${student.id}`

/** The student's from now on, with what each is. Refuses what is somebody else's. */
export async function takeFiles(
  tx: Tx,
  student: Key,
  { photo, attachment }: ResumeFiles,
  userId: string,
): Promise<ReadonlyMap<string, string>> {
  const ids = [photo, attachment].filter((id) => id !== null)
  const taken = await attachEvidence(tx, {
    school: student.school,
    subject: subjectOfFiles(student),
    ids,
    userId,
  })
  return new Map(taken.map(({ id, mediaType }) => [id, mediaType]))
}

const filesIn = (table: RawBuilder<unknown>, { school, id }: Key) => sql`
  select unnest(array[photo_id, attachment_id]) as id from ${table} where school_id = ${school} and student_id = ${id}`

/** Lets go of files that no version has any more, and nothing that was sent. */
export async function letFilesGo(tx: Tx, student: Key): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select id from (${filesIn(sql`resumes`, student)} union ${filesIn(sql`resume_snapshots`, student)}) f
    where id is not null`.execute(tx)
  await letGoBut(tx, {
    school: student.school,
    subject: subjectOfFiles(student),
    ids: rows.map(({ id }) => id),
  })
}

export type OwnSharing = Sharing & { readonly version: number; readonly ordinaryId: string | null }

/** Who may see a student's résumés; version 0 before the first. */
export async function findSharing(db: Db, student: Key): Promise<OwnSharing> {
  const { rows } = await sql<OwnSharing>`
    select audience, contact_from, version, ordinary_id from resume_sharings
    where school_id = ${student.school} and student_id = ${student.id}`.execute(db)
  return rows[0] ?? { ...NEW_SHARING, version: 0, ordinaryId: null }
}

/** Whoever calls holds the student. What is shown is new from this instant on. */
export const writeSharing = (
  tx: Tx,
  student: Key,
  { audience, contactFrom, version, ordinaryId }: OwnSharing,
  at: Date,
) => {
  const row = { audience, contactFrom, version, ordinaryId, shownAt: at }
  return tx
    .insertInto('resumeSharings')
    .values({ schoolId: student.school, studentId: student.id, ...row })
    .onConflict((same) => same.columns(['schoolId', 'studentId']).doUpdateSet(row))
    .execute()
}

/** All of a student's résumés, who may see them and who has; what was sent goes with its case (`forgetEnded`). */
export async function eraseResumes(tx: Tx, student: Key): Promise<void> {
  const theirs = sql`school_id = ${student.school} and student_id = ${student.id}`
  await sql`
    with sharings as (delete from resume_sharings where ${theirs}), looks as (delete from resume_looks where ${theirs})
    delete from resumes where ${theirs}`.execute(tx)
  await letFilesGo(tx, student)
}
