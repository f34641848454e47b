import { type RawBuilder, sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { Refusal } from '../../../domain/refusal.ts'
import type { ResumeContact } from '../../../domain/resume/content.ts'
import type { Education, ResumeFile, ResumeSnapshot } from '../../../domain/resume/snapshot.ts'
import { type ContactRule, NEW_SHARING } from '../../../domain/resume/standing.ts'
import * as acrossSchools from '../../db/across-schools.ts'
import type { Db, Tx } from '../../db/database.ts'
import { inKeys, type Key } from '../../db/key.ts'
import { readResume, readResumeContact, readResumeSaid } from '../../db/stored.ts'
import type { Secrets } from '../../services/secrets.ts'
import { holdRoster } from '../students/roster-values.ts'

/** A file beside a row that names it, as JSON; null where it names none. */
const fileOf = (school: RawBuilder<unknown>, id: RawBuilder<unknown>) =>
  sql<ResumeFile | null>`(select jsonb_build_object('id', e.id, 'name', e.name, 'size', e.size)
    from evidence e where e.school_id = ${school} and e.id = ${id})`

/** What the roster says of a student `st` of the school `s`. */
const education = sql<Education>`jsonb_build_object(
  'school', jsonb_build_object('name', s.name, 'nameEn', s.name_en),
  'level', jsonb_build_object('name', k.name, 'nameEn', coalesce(k.name_en, k.name)),
  'college', c.name, 'major', st.major_name, 'graduationYear', st.graduation_year)`
const rosterOf = sql`students st
  join schools s on s.id = st.school_id
  join colleges c on c.school_id = st.school_id and c.id = st.college_id
  join codes k on k.kind = 'education_level' and k.code = st.education_level`

export const sealContact = (secrets: Secrets, { phone, email }: ResumeContact): Buffer =>
  secrets.seal(JSON.stringify({ phone, email }))
export const openContact = (secrets: Secrets, cipher: Buffer): ResumeContact =>
  readResumeContact(secrets.open(cipher))

type CurrentRow = {
  readonly resumeId: string
  readonly version: number
  readonly resumeName: string
  readonly student: ResumeSnapshot['student']
  readonly education: Education
  readonly content: unknown
  readonly contactCipher: Buffer
  readonly photo: ResumeFile | null
  readonly attachment: ResumeFile | null
}

/**
 * A version of this student's résumé, whole, as it stands now: with what the roster says, with contact, its files by
 * reference. One that is another student's does not exist.
 */
export async function findCurrent(
  db: Db,
  student: Key,
  resumeId: string,
  secrets: Secrets,
): Promise<ResumeSnapshot> {
  const { rows } = await sql<CurrentRow>`
    select r.id as resume_id, r.version, r.name as resume_name, r.content, r.contact_cipher,
      jsonb_build_object('id', st.id, 'name', st.name) as student, ${education} as education,
      ${fileOf(sql`${student.school}`, sql`r.photo_id`)} as photo, ${fileOf(sql`${student.school}`, sql`r.attachment_id`)} as attachment
    from resumes r join (${rosterOf}) on st.school_id = r.school_id and st.id = r.student_id
    where r.school_id = ${student.school} and r.student_id = ${student.id} and r.id = ${resumeId}`.execute(db)
  if (!rows[0]) throw new Refusal('not-found')
  const { content, contactCipher, ...row } = rows[0]
  return { ...row, content: readResume(content), contact: openContact(secrets, contactCipher) }
}

/**
 * Keeps a version as it stands, for what is sent with it; answers the snapshot's id. What comes later changes nothing of it.
 * The student's row is held, so that no file of it goes meanwhile.
 */
export async function keepSnapshot(
  tx: Tx,
  student: Key,
  resumeId: string,
  secrets: Secrets,
  at: Date,
): Promise<string> {
  await holdRoster(tx, student)
  const of = await findCurrent(tx, student, resumeId, secrets)
  const id = uuidv7()
  const resume = JSON.stringify({
    resumeName: of.resumeName,
    name: of.student.name,
    education: of.education,
    content: of.content,
  })
  await sql`
    insert into resume_snapshots (school_id, id, student_id, resume_id, version, resume, contact_cipher, photo_id, attachment_id,
      portrait, kept_at)
    select school_id, ${id}::uuid, student_id, id, ${of.version}::integer, ${resume}::jsonb, ${sealContact(secrets, of.contact!)}::bytea,
      ${of.photo?.id ?? null}::uuid, ${of.attachment?.id ?? null}::uuid, portrait, ${at}::timestamptz
    from resumes where school_id = ${student.school} and id = ${resumeId}`.execute(tx)
  return id
}

/** A snapshot whole, and from when on employers are shown the contact in it: a student's word that holds at once. */
export type Kept = { readonly snapshot: ResumeSnapshot; readonly contactFrom: ContactRule }

/** Snapshots by their ids, in one statement, whoever's they are: who may read them is for the caller to say. */
export async function listKept(
  db: Db,
  keys: readonly Key[],
  secrets: Secrets,
): Promise<ReadonlyMap<string, Kept>> {
  const { rows } = await sql<{
    id: string
    studentId: string
    resumeId: string
    version: number
    resume: unknown
    contactCipher: Buffer
    contactFrom: ContactRule
    photo: ResumeFile | null
    attachment: ResumeFile | null
  }>`
    select k.id, k.student_id, k.resume_id, k.version, k.resume, k.contact_cipher,
      coalesce(h.contact_from, ${NEW_SHARING.contactFrom}) as contact_from,
      ${fileOf(sql`k.school_id`, sql`k.photo_id`)} as photo, ${fileOf(sql`k.school_id`, sql`k.attachment_id`)} as attachment
    from resume_snapshots k
    left join resume_sharings h on h.school_id = k.school_id and h.student_id = k.student_id
    where ${inKeys('k.school_id', 'k.id', keys)} ${acrossSchools.employers}`.execute(db)
  return new Map(
    rows.map(({ id, studentId, resume, contactCipher, contactFrom, ...row }) => {
      const { name, ...written } = readResumeSaid(resume)
      const student = { id: studentId, name }
      const snapshot = { ...row, ...written, student, contact: openContact(secrets, contactCipher) }
      return [id, { snapshot, contactFrom }]
    }),
  )
}

/** One of them. */
export async function findKept(db: Db, key: Key, secrets: Secrets): Promise<Kept> {
  const kept = (await listKept(db, [key], secrets)).get(key.id)
  if (!kept) throw new Refusal('not-found')
  return kept
}

/** The photo in a version, or in a snapshot, as it is shown: JPEG. Refuses `not-found` where there is none. */
export async function findPortrait(
  db: Db,
  table: 'resumes' | 'resumeSnapshots',
  { school, id }: Key,
): Promise<Buffer> {
  const row = await db
    .selectFrom(table)
    .where('schoolId', '=', school)
    .where('id', '=', id)
    .select('portrait')
    .executeTakeFirst()
  if (!row?.portrait) throw new Refusal('not-found')
  return row.portrait
}

/** The photos in these snapshots likewise, by the snapshots' ids, in one statement; of one without there is none. */
export async function listPortraits(db: Db, keys: readonly Key[]): Promise<ReadonlyMap<string, Buffer>> {
  const rows = await db
    .selectFrom('resumeSnapshots')
    .where(inKeys('schoolId', 'id', keys))
    .select(['id', 'portrait'])
    .modifyEnd(acrossSchools.employers)
    .execute()
  return new Map(rows.flatMap(({ id, portrait }) => (portrait ? [[id, portrait] as const] : [])))
}

/** Gone for good: what was sent with it was taken back. */
export const forgetSnapshots = (tx: Tx, school: string, ids: readonly string[]) =>
  tx
    .deleteFrom('resumeSnapshots')
    .where('schoolId', '=', school)
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .execute()
